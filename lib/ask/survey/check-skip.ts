import { Problem, type SkipRule, type SurveyQuestion, type SurveySpec } from "../../domain";
import { optionsOf } from "./queries";

const CHOOSING: ReadonlySet<SurveyQuestion["kind"]> = new Set(["choice", "choices"]);
const RATED: ReadonlySet<SurveyQuestion["kind"]> = new Set(["scale", "matrix"]);

/**
 * A rule may look back only, at an answer of the kind it asks for.
 * @throws Problem survey_skip; `other` is `missing`, `later`, `option` (which is not there) or `answer` (of another kind)
 */
export function checkSkip({ skip, text }: SurveyQuestion, place: number, { questions }: SurveySpec): void {
  if (!skip) return;
  const fault = faultOf(skip, place, questions);
  if (fault)
    throw new Problem(
      "survey_skip",
      `The rule for leaving out “${text}” points to ${FAULTS[fault]}. Choose an earlier question it fits.`,
      {
        name: text,
        other: fault,
      },
    );
}

const FAULTS = {
  missing: "a question that is not there",
  later: "a question that comes later",
  option: "an option that is not there",
  answer: "an answer which that question does not have",
} as const;

function faultOf(
  { question, when, value, option }: SkipRule,
  place: number,
  questions: readonly SurveyQuestion[],
): keyof typeof FAULTS | undefined {
  const at = questions.findIndex(({ id }) => id === question);
  const earlier = questions[at];
  if (!earlier) return "missing";
  if (at >= place) return "later";
  if (when === "silent") return undefined;
  if (when === "below" || when === "atLeast")
    return RATED.has(earlier.kind) && value !== undefined ? undefined : "answer";
  if (!CHOOSING.has(earlier.kind)) return "answer";
  return option !== undefined && optionsOf(earlier)[option] !== undefined ? undefined : "option";
}
