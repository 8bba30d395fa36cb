/** A against B for each pair of concepts: over reviewers, never over what was simulated of them. */
import {
  type Difference,
  SURVEY_LIMITS,
  type SurveyAnswer,
  type SurveyQuestion,
  type SurveyResponse,
  type SurveySpec,
} from "../../domain";
import { meanScore } from "../ssr/rating";
import { effectiveOf, holm, resampledDifference, type Values } from "./bootstrap";
import { lotOf } from "./lot";

/** Below this many reviewers on a side nothing is decided; segments this small are called thin elsewhere too. */
const FEWEST = 8;
const SURE = 0.05;

/** Where a difference is looked for. */
export interface ComparedIn {
  question: SurveyQuestion;
  row?: number;
  segmentId?: string;
}

/** @returns one difference per pair of concepts, p adjusted for all of them (Holm); none for questions without a mean or a share */
export function differencesIn(
  { question, row, segmentId }: ComparedIn,
  spec: SurveySpec,
  responses: readonly SurveyResponse[],
): Difference[] {
  if (!question.perConcept || !COMPARABLE.has(question.kind)) return [];
  const values = new Map(
    spec.concepts.map(({ id }) => [
      id,
      valuesOf(responses, (one) => one.questionId === question.id && one.conceptId === id && one.row === row),
    ]),
  );
  const pairs = spec.concepts.flatMap(({ id: a }, i) => spec.concepts.slice(i + 1).map(({ id: b }) => ({ a, b })));
  const compared = pairs.map(({ a, b }): Difference => {
    const random = lotOf(spec.seed, question.id, `${row ?? ""}`, segmentId ?? "", a, b);
    const where = {
      questionId: question.id,
      ...(row === undefined ? {} : { row }),
      ...(segmentId === undefined ? {} : { segmentId }),
      a,
      b,
    };
    return { ...where, ...compare(values.get(a) ?? new Map(), values.get(b) ?? new Map(), random) };
  });
  const told = segmentId === undefined ? compared : compared.filter(({ reviewers }) => isFigure(reviewers));
  const decidable = told.filter(({ verdict }) => verdict !== "few");
  const adjusted = holm(decidable.map(({ p }) => p));
  for (const [i, one] of decidable.entries()) {
    one.p = adjusted[i] ?? 1;
    if (one.p < SURE && one.difference !== 0) one.verdict = one.difference > 0 ? "higher" : "lower";
  }
  return told;
}

/** Groups too small to be shown as figures are not compared; of everybody it is said that they are few. */
function isFigure({ a, b }: Difference["reviewers"]): boolean {
  return Math.min(a, b) >= SURVEY_LIMITS.segmentReviewers;
}

const COMPARABLE: ReadonlySet<SurveyQuestion["kind"]> = new Set(["scale", "matrix", "choice", "choices"]);

/** By respondent: the mean point, or whether they chose the first option. */
function valuesOf(responses: readonly SurveyResponse[], asked: (answer: SurveyAnswer) => boolean): Map<string, number> {
  const values = new Map<string, number>();
  for (const { respondent, answers } of responses) {
    const answer = answers.find(asked);
    if (answer?.heard !== "spoke") continue;
    if (answer.pmf) values.set(respondent, meanScore(answer.pmf));
    else if (answer.chosen) values.set(respondent, answer.chosen.includes(0) ? 1 : 0);
  }
  return values;
}

type Compared = Pick<Difference, "difference" | "low" | "high" | "p" | "reviewers" | "effective" | "verdict">;

function compare(a: Values, b: Values, random: () => number): Compared {
  const reviewers = { a: a.size, b: b.size };
  const both = [...a.keys()].filter((id) => b.has(id)).length;
  const told = { reviewers, effective: effectiveOf(a.size, b.size, both) };
  if (a.size === 0 || b.size === 0) return { difference: 0, low: 0, high: 0, p: 1, ...told, verdict: "few" };
  const verdict = Math.min(a.size, b.size) < FEWEST ? "few" : "undecided";
  return { ...resampledDifference(a, b, random), ...told, verdict };
}
