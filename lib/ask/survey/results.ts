/** The figures of a survey, from the answers of its respondents: of reviewers' words and of a language model's alike. */
import type {
  Difference,
  ResultCell,
  Segment,
  SurveyQuestion,
  SurveyReason,
  SurveyResponse,
  SurveyResults,
  SurveySpec,
} from "../../domain";
import type { Evidence } from "../answering";
import { byId } from "../material";
import { cellOf, type Given } from "./cells";
import { differencesIn } from "./differences";
import { commonCurrency } from "./prices";
import { optionsOf } from "./queries";
import { reasonsIn } from "./reasons";
import { starsOfReviews } from "./stars";

/** Figures are told to so many places: what lies behind them is the last bit of a computer, and no finding. */
const PLACES = 1e10;

/**
 * @param responses in any order; one per respondent
 * @param segments those of the spec that are still there are shown apart
 * @param currency ISO 4217, of the subject; without one that of most prices named
 * @returns per question, concept and row the figures of everybody and of each segment, the differences of concepts, and the reasons
 */
export function resultsOf(
  spec: SurveySpec,
  responses: readonly SurveyResponse[],
  evidence: Evidence,
  segments: readonly Segment[],
  currency: string | undefined = commonCurrency(evidence.index),
): SurveyResults {
  const ordered = [...responses].sort((a, b) => (a.respondent < b.respondent ? -1 : 1));
  const there = new Set(segments.map(({ id }) => id));
  const groups = [undefined, ...spec.segmentIds.filter((id) => there.has(id))].map((segmentId) => ({
    ...(segmentId === undefined ? {} : { segmentId }),
    responses: segmentId === undefined ? ordered : ordered.filter((one) => one.segmentIds.includes(segmentId)),
  }));
  const reviews = byId(evidence.reviews);
  const stars = new Map(
    ordered.map((one) => [one.respondent, starsOfReviews(one.reviewIds.flatMap((id) => reviews.get(id) ?? []))]),
  );
  const cells: ResultCell[] = [];
  const differences: Difference[] = [];
  const reasons: SurveyReason[] = [];
  for (const question of spec.questions) {
    for (const { segmentId, responses } of groups)
      for (const row of rowsOf(question)) {
        for (const conceptId of conceptIdsOf(question, spec)) {
          const given = responses.flatMap((one) =>
            givenIn(one, { question, conceptId, row }, stars.get(one.respondent)),
          );
          cells.push(cellOf({ question, conceptId, row, segmentId, currency }, given));
        }
        differences.push(...differencesIn({ question, row, segmentId }, spec, responses));
      }
    const answers = ordered.flatMap((one) => one.answers.filter(({ questionId }) => questionId === question.id));
    for (const conceptId of conceptIdsOf(question, spec)) {
      const about = answers.filter((answer) => answer.conceptId === conceptId);
      reasons.push(...reasonsIn({ question, conceptId }, about, evidence));
    }
  }
  return rounded({ cells, differences, reasons });
}

function givenIn(
  response: SurveyResponse,
  at: { question: SurveyQuestion; conceptId?: string; row?: number },
  stars: number | undefined,
): Given[] {
  const { question, conceptId, row } = at;
  const answer = response.answers.find(
    (one) => one.questionId === question.id && one.conceptId === conceptId && one.row === row,
  );
  return answer ? [{ answer, ...(stars === undefined ? {} : { stars }) }] : [];
}

function rowsOf(question: SurveyQuestion): (number | undefined)[] {
  return question.kind === "matrix" ? optionsOf(question).map((_, row) => row) : [undefined];
}

function conceptIdsOf({ perConcept }: SurveyQuestion, { concepts }: SurveySpec): (string | undefined)[] {
  return perConcept && concepts.length > 0 ? concepts.map(({ id }) => id) : [undefined];
}

/** Every number within, and nothing else, so that results in other orders of adding up are the same results. */
function rounded<T>(value: T): T {
  if (typeof value === "number") return (Math.round(value * PLACES) / PLACES) as T;
  if (Array.isArray(value)) return value.map(rounded) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)])) as T;
}
