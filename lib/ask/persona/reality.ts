/**
 * Reality check: a persona is built from half of its reviewers and compared with the other half, which was kept away; beside it stands what
 * personas of as many random other reviewers get right of the same half. Only counting: what the card says of topics, sides and stars.
 */
import type { RealityCheck } from "../../domain";
import { stableId } from "../identity";
import { meanStars } from "./facts";
import { standOf } from "./opinions";
import { FEWEST_TO_CHECK } from "./reality-phrase";
import type { Person, Survey } from "./survey";

/** Random personas of which the mean is taken. */
const DRAWS = 9;
/** People who judge a topic, on either part, before it has a side. */
const FEWEST_JUDGES = 2;
/** Topics below which their ranks mean nothing. */
const FEWEST_TOPICS = 4;
/** Stars this far apart count as nothing foretold. */
const FARTHEST = 2;

/** Where everybody stands: per person the topics they speak of (1 good, −1 bad, 0 neither) and their stars. */
export interface Standings {
  topics: number;
  of: ReadonlyMap<string, { stands: ReadonlyMap<number, -1 | 0 | 1>; stars?: number }>;
  /** Everybody, shuffled once for each draw: whom a draw takes depends neither on the order of reviews nor on the persona. */
  draws: readonly (readonly string[])[];
  /** Everybody's number in the order by which they are kept in or away. */
  halves: ReadonlyMap<string, number>;
}

/** @returns where each reviewer of the subject stands on each of its topics; made once for all personas */
export function standingsOf(survey: Survey): Standings {
  const of = new Map(
    survey.people.map(({ key, reviews }) => [
      key,
      { stands: new Map<number, -1 | 0 | 1>(), stars: meanStars(reviews) },
    ]),
  );
  for (const [i, topic] of survey.topics.entries()) {
    for (const stance of topic.stances) {
      const side = standOf(topic, stance);
      of.get(stance.reviewer)?.stands.set(i, side === "positive" ? 1 : side === "negative" ? -1 : 0);
    }
  }
  const keys = [...of.keys()];
  const draws = Array.from({ length: DRAWS }, (_, draw) => shuffled(keys, `draw ${draw}`));
  const halves = new Map(shuffled(keys, "held out").map((key, place) => [key, place]));
  return { topics: survey.topics.length, of, draws, halves };
}

/**
 * The score is the mean of what could be compared: rank agreement of topics (Spearman's rho, below 0 taken as 0), share of sides foretold,
 * and stars (1 when equal, 0 when two or more apart); 0–1.
 * A segment is found among all its reviewers, the ones kept away too, so the check tells whether the card speaks for its group, not whether
 * the group would be found again.
 * @param people of the persona; split by a hash of who they are, so that the same people always fall on the same side
 * @returns `checked: false` below twelve people, or when nothing can be compared
 */
export function checkAgainstHeldOut(people: readonly Person[], standings: Standings): RealityCheck {
  const keys = people.map(({ key }) => key);
  keys.sort((a, b) => (standings.halves.get(a) ?? 0) - (standings.halves.get(b) ?? 0));
  const heldIn = keys.slice(0, Math.ceil(keys.length / 2));
  const heldOut = keys.slice(heldIn.length);
  const sizes = { heldIn: heldIn.length, heldOut: heldOut.length };
  if (keys.length < FEWEST_TO_CHECK) return { checked: false, ...sizes };
  const truth = profileOf(heldOut, standings);
  const told = compare(profileOf(heldIn, standings), truth);
  if (told.score === undefined) return { checked: false, ...sizes };
  return { checked: true, ...sizes, ...told, ...anybody(new Set(keys), heldIn.length, truth, standings, told) };
}

interface Profile {
  /** Share of the people who speak of each topic. */
  shares: number[];
  /** 1 good, −1 bad, 0 undecided or judged by too few. */
  sides: number[];
  stars?: number;
}

type Told = Pick<RealityCheck, "topics" | "sides" | "stars" | "score">;

function profileOf(keys: readonly string[], { topics, of }: Standings): Profile {
  const counts = Array.from({ length: topics }, () => ({ speak: 0, judge: 0, balance: 0 }));
  const stars: number[] = [];
  for (const key of keys) {
    const one = of.get(key);
    if (one?.stars !== undefined) stars.push(one.stars);
    for (const [topic, side] of one?.stands ?? []) {
      const count = counts[topic];
      if (!count) continue;
      count.speak += 1;
      count.judge += Math.abs(side);
      count.balance += side;
    }
  }
  return {
    shares: counts.map(({ speak }) => speak / keys.length),
    sides: counts.map(({ judge, balance }) => (judge >= FEWEST_JUDGES ? Math.sign(balance) : 0)),
    ...(stars.length > 0 ? { stars: mean(stars) } : {}),
  };
}

function compare(built: Profile, truth: Profile): Told {
  const spoken = built.shares.flatMap((share, i) => (share > 0 || (truth.shares[i] ?? 0) > 0 ? [i] : []));
  const pick = (values: readonly number[]) => spoken.map((i) => values[i] ?? 0);
  const agreement =
    spoken.length >= FEWEST_TOPICS ? correlation(ranks(pick(built.shares)), ranks(pick(truth.shares))) : undefined;
  const judged = built.sides.flatMap((side, i) => (side !== 0 && truth.sides[i] ? [side === truth.sides[i]] : []));
  const same = judged.filter(Boolean).length;
  const stars =
    built.stars === undefined || truth.stars === undefined ? undefined : { built: built.stars, heldOut: truth.stars };
  const parts = [
    ...(agreement === undefined ? [] : [Math.max(0, agreement)]),
    ...(judged.length > 0 ? [same / judged.length] : []),
    ...(stars ? [1 - Math.min(FARTHEST, Math.abs(stars.built - stars.heldOut)) / FARTHEST] : []),
  ];
  return {
    ...(agreement === undefined ? {} : { topics: { agreement, of: spoken.length } }),
    ...(judged.length > 0 ? { sides: { same, of: judged.length } } : {}),
    ...(stars ? { stars } : {}),
    ...(parts.length > 0 ? { score: mean(parts) } : {}),
  };
}

/** What as many random others foretell, on the mean; nothing when the others are fewer than half as many. */
function anybody(
  own: ReadonlySet<string>,
  size: number,
  truth: Profile,
  standings: Standings,
  { sides }: Told,
): Partial<RealityCheck> {
  if (standings.of.size - own.size < size / 2) return {};
  const draws = standings.draws.map((keys) => compare(profileOf(firstOthers(keys, own, size), standings), truth));
  const scores = draws.flatMap(({ score }) => score ?? []);
  const shares = draws.flatMap((one) => (one.sides ? [one.sides.same / one.sides.of] : []));
  return {
    ...(scores.length > 0 ? { baseline: mean(scores) } : {}),
    ...(sides
      ? { sides: { ...sides, ...(shares.length > 0 ? { anybody: Math.round(mean(shares) * sides.of) } : {}) } }
      : {}),
  };
}

function firstOthers(keys: readonly string[], own: ReadonlySet<string>, size: number): string[] {
  const others: string[] = [];
  for (const key of keys) {
    if (others.length === size) break;
    if (!own.has(key)) others.push(key);
  }
  return others;
}

/** By a hash of who they are: the same order for the same people. */
function shuffled(keys: readonly string[], by: string): string[] {
  const marked = keys.map((key) => ({ key, mark: stableId(by, key) }));
  marked.sort((a, b) => (a.mark < b.mark ? -1 : 1));
  return marked.map(({ key }) => key);
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const result: number[] = new Array(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (let at = from; at <= to; at++) result[order[at]?.i ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}

/** Pearson's; undefined when one side does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[i] ?? 0) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? undefined : ab / Math.sqrt(aa * bb);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
