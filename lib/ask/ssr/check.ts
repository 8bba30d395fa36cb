/** Looks at the statements of a scale before anything rests on them: are they in order, do wordings agree, can they be told apart? */
import { type AnchorCheck, type AnchorSetCheck, SCALE_POINTS, type Scale } from "../../domain";
import { dot, unit, type Vector } from "../vectors";
import { type AnchorVectors, meanScore, rate } from "./rating";
import { anchorsFor } from "./scales";

/** More alike than this, two statements differ by little more than a full stop. */
const SAME = 0.995;
/** τ of ten pairs: 0.8 is one pair exchanged, 0.4 three. */
const IN_ORDER = 0.8;
const ROUGHLY = 0.4;
/** Shares of statements that land within one point of their own. */
const MOST = 0.8;
const MANY = 0.6;
/** By how much the lower points must sound better than the upper ones (sentiment, −1..1) to be held for exchanged. */
const REVERSED = -0.3;

/**
 * @param vectors of every statement of the scale in this language
 * @param scores sentiment of the statements, −1..1, where it is known: it alone notices that a scale runs from the most to the least
 * @throws Problem survey_language; Error when a statement has no vector
 */
export function checkAnchors(
  scale: Scale,
  language: string,
  vectors: ReadonlyMap<string, Vector>,
  scores?: ReadonlyMap<string, number>,
): AnchorCheck {
  const statements = anchorsFor(scale, language);
  const sets = statements.map((set) => set.map((words) => unit(vectorOf(words, vectors))));
  const checks = sets.map((set, i) => checkSet(set, sets.toSpliced(i, 1)));
  const paraphrases = agreement(sets, checks);
  const reversed = scores !== undefined && risingOf(statements, scores) < REVERSED;
  return {
    scaleId: scale.id,
    version: scale.version,
    language,
    sets: checks,
    paraphrases,
    verdict: reversed ? "reversed" : verdictOf(checks, paraphrases),
  };
}

/** @returns whether two statements of a set are all but the same vector, so that every text would be rated alike */
export function isFlat(check: AnchorCheck): boolean {
  return check.sets.some(({ closest }) => closest.similarity > SAME);
}

function checkSet(set: AnchorVectors, others: readonly AnchorVectors[]): AnchorSetCheck {
  const means = others.length > 0 ? set.map((one) => meanScore(rate(one, others))) : betweenEnds(set);
  return { order: risingOrder(means), means, closest: closestOf(set) };
}

/** Where each statement lies on the line from the first to the last, as points 1–5. */
function betweenEnds(set: AnchorVectors): number[] {
  const [first, last] = [set[0] ?? [], set[SCALE_POINTS - 1] ?? []];
  const line = Float32Array.from(last, (value, i) => value - (first[i] ?? 0));
  const length = dot(line, line) || 1;
  return set.map((one) => {
    const along = Float32Array.from(one, (value, i) => value - (first[i] ?? 0));
    return 1 + ((SCALE_POINTS - 1) * dot(along, line)) / length;
  });
}

/** Kendall's τ (1938) of the values with their places. */
function risingOrder(values: readonly number[]): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) {
      sum += Math.sign((values[j] ?? 0) - (values[i] ?? 0));
      pairs += 1;
    }
  return pairs === 0 ? 0 : sum / pairs;
}

function closestOf(set: AnchorVectors): AnchorSetCheck["closest"] {
  let closest: AnchorSetCheck["closest"] = { points: [1, 2], similarity: -1 };
  for (let i = 0; i < set.length; i++)
    for (let j = i + 1; j < set.length; j++) {
      const similarity = dot(set[i] ?? [], set[j] ?? []);
      if (similarity > closest.similarity) closest = { points: [i + 1, j + 1], similarity };
    }
  return closest;
}

/**
 * A statement lands where the statement it is likest to (of the other sets, by the mean of their cosines) stands; plain ratings lie too close together to be rounded.
 */
function agreement(sets: readonly AnchorVectors[], checks: readonly AnchorSetCheck[]): AnchorCheck["paraphrases"] {
  if (sets.length < 2) return { tried: 0, landed: 0, near: 0 };
  const distances = sets.flatMap((set, s) => set.map((one, r) => Math.abs(likestPoint(one, sets.toSpliced(s, 1)) - r)));
  const within = (most: number) => distances.filter((distance) => distance <= most).length;
  return { tried: checks.length * SCALE_POINTS, landed: within(0), near: within(1) };
}

function likestPoint(one: Vector, others: readonly AnchorVectors[]): number {
  const likeness = Array.from({ length: SCALE_POINTS }, (_, r) =>
    others.reduce((sum, set) => sum + dot(one, set[r] ?? []), 0),
  );
  return likeness.indexOf(Math.max(...likeness));
}

/** How much better the two upper points sound than the two lower ones, −2..2. */
function risingOf(statements: readonly (readonly string[])[], scores: ReadonlyMap<string, number>): number {
  const at = (points: readonly number[]) => {
    const known = statements.flatMap((set) => points.flatMap((r) => scores.get(set[r] ?? "") ?? []));
    return known.length === 0 ? 0 : known.reduce((sum, one) => sum + one, 0) / known.length;
  };
  return at([SCALE_POINTS - 2, SCALE_POINTS - 1]) - at([0, 1]);
}

function verdictOf(
  checks: readonly AnchorSetCheck[],
  { tried, near }: AnchorCheck["paraphrases"],
): AnchorCheck["verdict"] {
  const order = checks.reduce((sum, one) => sum + one.order, 0) / (checks.length || 1);
  const agree = tried === 0 ? 1 : near / tried;
  if (checks.some(({ closest }) => closest.similarity > SAME) || order < ROUGHLY || agree < MANY) return "bad";
  return order >= IN_ORDER && agree >= MOST ? "good" : "weak";
}

function vectorOf(words: string, vectors: ReadonlyMap<string, Vector>): Vector {
  const vector = vectors.get(words);
  if (!vector) throw new Error(`There is no vector of "${words.slice(0, 80)}".`);
  return vector;
}
