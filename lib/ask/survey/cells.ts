/** Figures of one question for one concept and one segment, from the answers of those who said something. */
import { type ResultCell, SURVEY_LIMITS, type SurveyAnswer, type SurveyQuestion } from "../../domain";
import { meanDistribution, meanScore } from "../ssr/rating";
import { kanoFeatures } from "./kano";
import { priceResult } from "./price-curves";

/** An answer and the stars its reviewer gave, 1–5, where they gave any. */
export interface Given {
  answer: SurveyAnswer;
  stars?: number;
}

export interface CellOf {
  question: SurveyQuestion;
  conceptId?: string;
  row?: number;
  segmentId?: string;
  currency?: string;
}

/** @param given one per respondent it was meant for */
export function cellOf({ question, conceptId, row, segmentId, currency }: CellOf, given: readonly Given[]): ResultCell {
  const count = (heard: SurveyAnswer["heard"]) => given.filter(({ answer }) => answer.heard === heard).length;
  const spoke = given.filter(({ answer }) => answer.heard === "spoke");
  const skipped = count("skipped");
  const cell: ResultCell = {
    questionId: question.id,
    ...(conceptId === undefined ? {} : { conceptId }),
    ...(row === undefined ? {} : { row }),
    ...(segmentId === undefined ? {} : { segmentId }),
    asked: given.length - skipped,
    heard: spoke.length,
    skipped,
    failed: count("failed"),
  };
  if (spoke.length < SURVEY_LIMITS.segmentReviewers) return { ...cell, few: true };
  if (question.kind === "kano")
    return { ...cell, kano: kanoFeatures(given.filter(isTold), question.options?.length ?? 0) };
  return { ...cell, ...figuresOf(question, spoke, currency) };
}

function figuresOf(
  { kind, options = [] }: SurveyQuestion,
  spoke: readonly Given[],
  currency?: string,
): Partial<ResultCell> {
  const answers = spoke.map(({ answer }) => answer);
  if (kind === "scale" || kind === "matrix") return rated(answers);
  if (kind === "choice" || kind === "choices") return { shares: sharesOf(answers, options.length) };
  if (kind === "ranking" || kind === "maxdiff") return weighed(answers, options.length);
  if (kind === "price")
    return {
      prices: priceResult(
        answers.flatMap(({ prices }) => prices ?? []),
        currency,
      ),
    };
  return {};
}

/** Who says nothing of any feature is one of those a feature is held against. */
function isTold({ answer }: Given): boolean {
  return answer.heard === "spoke" || answer.heard === "silent";
}

function rated(answers: readonly SurveyAnswer[]): Partial<ResultCell> {
  const rated = answers.flatMap((answer) => (answer.pmf ? [answer.pmf] : []));
  if (rated.length === 0) return {};
  const pmf = [...meanDistribution(rated)];
  return { pmf, mean: meanScore(pmf) };
}

function sharesOf(answers: readonly SurveyAnswer[], options: number): number[] {
  return Array.from(
    { length: options },
    (_, at) => answers.filter(({ chosen }) => chosen?.includes(at)).length / answers.length,
  );
}

/** An option that fewer speak of than make a figure has none, and stands in no order. */
function weighed(answers: readonly SurveyAnswer[], options: number): Partial<ResultCell> {
  const told = Array.from({ length: options }, (_, at) => answers.flatMap((answer) => answer.utilities?.[at] ?? []));
  const utilities = told.map((values) =>
    values.length < SURVEY_LIMITS.segmentReviewers ? null : values.reduce((sum, one) => sum + one, 0) / values.length,
  );
  const known = utilities.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const order = known.sort((a, b) => b.value - a.value || a.at - b.at).map(({ at }) => at);
  return { utilities, order, behind: told.map((values) => values.length) };
}
