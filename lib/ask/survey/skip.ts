/** Whether a question is left out for a respondent, by what they answered before. */
import type { SurveyAnswer, SurveyQuestion } from "../../domain";
import { meanScore } from "../ssr/rating";

/**
 * The rule looks at the earlier question's answer about the same concept; where only one of the two is asked per concept, at any of its
 * answers. Who said nothing is not held to have said otherwise: then only `silent` applies.
 * @param before all answers of this respondent so far
 */
export function leftOut(
  { skip, perConcept }: SurveyQuestion,
  conceptId: string | undefined,
  before: readonly SurveyAnswer[],
): boolean {
  if (!skip) return false;
  const own = before.filter(({ questionId }) => questionId === skip.question);
  const asked =
    perConcept && own.some((answer) => answer.conceptId === conceptId)
      ? own.filter((answer) => answer.conceptId === conceptId)
      : own;
  if (asked.length === 0) return false;
  if (skip.when === "silent") return asked.every(({ heard }) => heard !== "spoke");
  const { when, value = 0, option = -1 } = skip;
  const spoken = asked.filter(({ heard }) => heard === "spoke");
  if (spoken.length === 0) return false;
  if (when === "chose") return spoken.some(({ chosen }) => chosen?.includes(option));
  if (when === "notChose") return spoken.every(({ chosen }) => !chosen?.includes(option));
  const means = spoken.flatMap(({ pmf }) => (pmf ? [meanScore(pmf)] : []));
  if (means.length === 0) return false;
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
  return when === "below" ? mean < value : mean >= value;
}
