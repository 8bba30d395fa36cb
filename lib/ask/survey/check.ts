/** What stops a survey, and what is to be known before it is run. */
import {
  Problem,
  type Scale,
  type Segment,
  SURVEY_LIMITS,
  type SurveyQuestion,
  type SurveySpec,
  type SurveyWarning,
} from "../../domain";
import type { Evidence } from "../answering";
import { primaryLanguage } from "../language";
import { countingReviews, countReviewers } from "../material";
import { anchorsOf } from "./anchor-vectors";
import { checkSkip } from "./check-skip";
import { countWords } from "./word-count";

/** What is there to ask. */
export interface SurveyParts {
  /** Built-in ones and one's own. */
  scales: readonly Scale[];
  segments: readonly Segment[];
  /** Reviewers whose words count. */
  reviewers: number;
  /** Primary language → reviews in it. */
  languages: ReadonlyMap<string, number>;
  /** Segment id → reviewers in it; those of `segments` where absent. */
  reviewersOf?: ReadonlyMap<string, number>;
}

/** @returns the parts of a subject */
export function surveyParts(
  { reviews }: Pick<Evidence, "reviews">,
  segments: readonly Segment[],
  scales: readonly Scale[],
): SurveyParts {
  const counting = countingReviews(reviews);
  const languages = new Map<string, number>();
  for (const { finding, language } of counting) {
    const known = primaryLanguage(finding?.language ?? language ?? "und");
    languages.set(known, (languages.get(known) ?? 0) + 1);
  }
  return { scales, segments, reviewers: countReviewers(counting), languages };
}

/**
 * @returns what does not stop it. With `survey_segment_small` `name` is the segment's own name, else its id
 * @throws Problem survey_*, scale_gone: the first thing that does stop it
 */
export function checkSurvey(spec: SurveySpec, parts: SurveyParts): SurveyWarning[] {
  checkSpec(spec, parts.scales);
  const chosen = spec.segmentIds.map((id) => segmentOf(id, parts));
  if (parts.reviewers === 0)
    throw new Problem("survey_nobody", "There are no reviewers with words to ask. Read some reviews first.");
  return [
    ...smallSegments(chosen),
    ...weakScales(spec, parts),
    ...unseenWords(spec, parts),
    ...otherLanguage(spec, parts),
  ];
}

/** What can be said of a survey before any review is read. @throws Problem as `checkSurvey` */
export function checkSpec(spec: SurveySpec, scales: readonly Scale[]): void {
  checkAmounts(spec);
  for (const [i, concept] of spec.concepts.entries()) checkConcept(concept, i, spec);
  for (const [i, question] of spec.questions.entries()) {
    checkQuestion(question, i);
    checkScale(question, spec, scales);
    checkWhoAnswers(question, spec);
    checkSkip(question, i, spec);
  }
}

/** What a feature does is told by stars that were really given, so nobody's place can be taken there. */
function checkWhoAnswers({ kind, text }: SurveyQuestion, { mode }: SurveySpec): void {
  if (mode !== "engine" || kind !== "kano") return;
  const message = `A language model cannot answer "${text}": features are weighed by the stars that reviewers really gave. Ask what they wrote, or remove the question.`;
  throw new Problem("survey_kano_engine", message, { name: text });
}

function checkAmounts({ concepts, questions, respondents }: SurveySpec): void {
  const { respondents: most } = SURVEY_LIMITS;
  if (questions.length === 0) throw new Problem("survey_no_question", "The survey has no question. Add one.");
  for (const [name, given, limit] of [
    ["concepts", concepts, SURVEY_LIMITS.concepts],
    ["questions", questions, SURVEY_LIMITS.questions],
  ] as const) {
    if (given.length > limit)
      throw new Problem("survey_too_many", `There are ${given.length} ${name}; ${limit} at most. Remove some.`, {
        name,
        other: String(limit),
      });
    const ids = given.map(({ id }) => id);
    const twice = ids.find((id, i) => !id || ids.indexOf(id) < i);
    if (twice !== undefined)
      throw fileProblem(
        twice
          ? `two ${name} have the id "${twice}". Give each its own.`
          : `one of the ${name} has no id. Give each its own.`,
      );
  }
  if (!Number.isInteger(respondents) || respondents < 1 || respondents > most)
    throw new Problem("survey_respondents", `${respondents} reviewers are to be asked; ask between 1 and ${most}.`, {
      other: String(most),
    });
}

function fileProblem(sentence: string): Problem {
  return new Problem("survey_file", `This survey cannot be read: ${sentence}`, { other: sentence });
}

function checkConcept(
  { name, text, picture }: SurveySpec["concepts"][number],
  i: number,
  { language }: SurveySpec,
): void {
  const title = name.trim() || String(i + 1);
  const shown = [text, picture?.alt ?? ""].join(" ");
  const words = countWords(shown, language);
  if (words === 0)
    throw new Problem("survey_concept_empty", `Concept ${title} has no words. Describe what is shown, or remove it.`, {
      name: title,
    });
  const { conceptWords } = SURVEY_LIMITS;
  if (words > conceptWords)
    throw new Problem(
      "survey_concept_long",
      `Concept ${title} has ${words} words; a panel can be shown ${conceptWords}. Shorten it to what matters.`,
      {
        name: title,
        other: String(words),
      },
    );
}

const FEWEST_OPTIONS = 2;
const WITH_OPTIONS: ReadonlySet<SurveyQuestion["kind"]> = new Set(["choice", "choices", "ranking", "maxdiff", "kano"]);

function checkQuestion({ kind, text, options = [], rows = [] }: SurveyQuestion, i: number): void {
  if (!text.trim())
    throw new Problem("survey_question_empty", `Question ${i + 1} has no words. Write it, or remove it.`, {
      name: String(i + 1),
    });
  if (WITH_OPTIONS.has(kind)) checkOptions(text, options);
  if (kind === "matrix") checkOptions(text, rows);
}

function checkOptions(question: string, options: readonly string[]): void {
  const words = options.map((option) => option.normalize("NFKC").trim().toLowerCase());
  const { options: most } = SURVEY_LIMITS;
  const twice = words.find((word, i) => words.indexOf(word) < i);
  const why =
    options.length < FEWEST_OPTIONS
      ? `has ${options.length} options`
      : options.length > most
        ? `has ${options.length} options`
        : words.includes("")
          ? `has an option without words (number ${words.indexOf("") + 1})`
          : twice !== undefined
            ? `has the option "${twice}" twice`
            : undefined;
  if (why)
    throw new Problem(
      "survey_options",
      `“${question}” ${why}. Give it ${FEWEST_OPTIONS} to ${most} different ones with words.`,
      { name: question, other: String(most) },
    );
}

function checkScale({ kind, scale, text }: SurveyQuestion, { language }: SurveySpec, scales: readonly Scale[]): void {
  if (kind !== "scale" && kind !== "matrix") return;
  const used = scales.find(({ id }) => id === scale);
  if (!used)
    throw new Problem(
      "scale_gone",
      `“${text}” is to be rated on the scale "${scale ?? ""}", which is not there. Choose another one.`,
      { name: scale ?? text },
    );
  if (anchorsOf(used, primaryLanguage(language), primaryLanguage(language)).length === 0)
    throw new Problem(
      "survey_language",
      `The scale "${used.name ?? used.id}" has no statements in the language "${language}".`,
      { name: language },
    );
}

function segmentOf(id: string, { segments }: SurveyParts): Segment {
  const found = segments.find((segment) => segment.id === id);
  if (!found)
    throw new Problem("survey_segment_gone", `The group "${id}" is no longer there. Choose groups again.`, {
      name: id,
    });
  return found;
}

function smallSegments(chosen: readonly Segment[]): SurveyWarning[] {
  return chosen
    .filter(({ reviewers }) => reviewers < SURVEY_LIMITS.segmentReviewers)
    .map(({ id, name = id, reviewers }) => ({
      code: "survey_segment_small",
      values: { name, other: String(reviewers) },
    }));
}

function weakScales({ questions }: SurveySpec, { scales }: SurveyParts): SurveyWarning[] {
  const weak = scales.filter(({ id, weak }) => weak && questions.some((question) => question.scale === id));
  return weak.map(({ id, name = id }) => ({ code: "scale_weak", values: { name } }));
}

/** Reviews were written before anybody saw the concept: they can say something of what it is about, nothing of how it is put. */
function unseenWords({ mode, concepts, questions }: SurveySpec, { scales }: SurveyParts): SurveyWarning[] {
  if (mode !== "evidence" || concepts.length === 0) return [];
  const ofWording = scales.filter(({ id, basedOn }) => (basedOn ?? id) === "clarity").map(({ id }) => id);
  const asked = questions.filter(
    ({ perConcept, scale }) => perConcept && scale !== undefined && ofWording.includes(scale),
  );
  return asked.map(({ text }) => ({ code: "survey_unseen", values: { name: text } }));
}

/** @returns a warning when more than half of the reviews are in one language, or in several, that is not the survey's */
function otherLanguage({ language }: SurveySpec, { languages }: SurveyParts): SurveyWarning[] {
  const all = [...languages].filter(([one]) => one !== "und");
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  const own = languages.get(primaryLanguage(language)) ?? 0;
  return total > 0 && own * 2 < total ? [{ code: "survey_other_language", values: { name: language } }] : [];
}
