/** What of a draft could not be run, each with the field it belongs to; the engine looks at the whole once more. */
import { countWords } from "../../lib/ask/survey/word-count";
import { type ProblemCode, type Scale, type SkipRule, SURVEY_LIMITS } from "../../lib/domain";
import { type ConceptDraft, hasOptions, hasScale, linesOf, type QuestionDraft, type SurveyDraft } from "./draft";

export interface DraftProblem {
  /** See {@link fieldId}. */
  field: string;
  code: ProblemCode | "groups_none" | "seed" | "epsilon" | "temperature";
  values?: { name?: string; other?: string };
}

/** Names the field of one concept or question, or of the whole draft. */
export function fieldId(part: string, id = ""): string {
  return `test-${part}${id && `-${id}`}`;
}

/** @returns in the order of the form; none when it can be run */
export function draftProblems(draft: SurveyDraft, scales: readonly Scale[]): DraftProblem[] {
  return [
    ...draft.concepts.flatMap((concept, place) => conceptProblems(concept, place, draft.language)),
    ...(draft.questions.length === 0 ? [{ field: fieldId("questions"), code: "survey_no_question" as const }] : []),
    ...draft.questions.flatMap((question, place) => questionProblems(question, place, draft, scales)),
    ...wholeProblems(draft),
  ];
}

/** @returns words of a concept as the panel is shown them */
export function conceptWords({ text, alt }: Pick<ConceptDraft, "text" | "alt">, language: string): number {
  return countWords(`${text} ${alt}`, language);
}

function conceptProblems(concept: ConceptDraft, place: number, language: string): DraftProblem[] {
  const field = fieldId("concept", concept.id);
  const name = concept.name.trim() || String(place + 1);
  const words = conceptWords(concept, language);
  if (words === 0) return [{ field, code: "survey_concept_empty", values: { name } }];
  if (words <= SURVEY_LIMITS.conceptWords) return [];
  return [{ field, code: "survey_concept_long", values: { name, other: String(words) } }];
}

function questionProblems(
  question: QuestionDraft,
  place: number,
  { questions, language, mode }: SurveyDraft,
  scales: readonly Scale[],
): DraftProblem[] {
  const { id, kind, scale, skip } = question;
  const text = question.text.trim();
  const problems: DraftProblem[] = [];
  const say = (part: string, code: DraftProblem["code"], values: DraftProblem["values"]) =>
    problems.push({ field: fieldId(part, id), code, values });
  if (text === "") say("question", "survey_question_empty", { name: String(place + 1) });
  const named = { name: text || String(place + 1), other: String(SURVEY_LIMITS.options) };
  // stars that were really given weigh features: no language model can give them
  if (kind === "kano" && mode === "engine") say("kind", "survey_kano_engine", { name: named.name });
  if (hasOptions(kind) && !areOptions(question.options, kind === "kano" ? 1 : 2))
    say("options", "survey_options", named);
  if (kind === "matrix" && !areOptions(question.rows, 1)) say("rows", "survey_options", named);
  const chosen = scales.find((one) => one.id === scale);
  if (hasScale(kind) && !chosen) say("scale", "scale_gone", { name: scale });
  if (hasScale(kind) && chosen && !speaks(chosen, language)) say("scale", "survey_language", { name: language });
  const fault = skip && skipFault(skip, place, questions);
  if (fault) say("skip", "survey_skip", { name: named.name, other: fault });
  return problems;
}

function areOptions(field: string, fewest: number): boolean {
  const lines = linesOf(field).map((line) => line.normalize("NFKC").toLowerCase());
  return lines.length >= fewest && lines.length <= SURVEY_LIMITS.options && new Set(lines).size === lines.length;
}

function speaks(scale: Scale, language: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return scale.anchors.some((one) => primary(one.language) === primary(language));
}

function skipFault(skip: SkipRule, place: number, questions: readonly QuestionDraft[]): string | undefined {
  const at = questions.findIndex(({ id }) => id === skip.question);
  const earlier = questions[at];
  if (!earlier) return "missing";
  if (at >= place) return "later";
  if (!skipsOn(earlier).includes(skip.when)) return "answer";
  if (skip.when === "below" || skip.when === "atLeast") return skip.value === undefined ? "answer" : undefined;
  if (skip.when === "silent") return undefined;
  return skip.option !== undefined && skip.option < linesOf(earlier.options).length ? undefined : "option";
}

/** @returns what a rule can ask of an answer to this question */
export function skipsOn({ kind }: Pick<QuestionDraft, "kind">): SkipRule["when"][] {
  if (hasScale(kind)) return ["below", "atLeast", "silent"];
  if (kind === "choice" || kind === "choices") return ["chose", "notChose", "silent"];
  return ["silent"];
}

function wholeProblems({ byGroup, segmentIds, respondents, seed, rating }: SurveyDraft): DraftProblem[] {
  const { respondents: most } = SURVEY_LIMITS;
  const problems: DraftProblem[] = [];
  if (byGroup && segmentIds.length === 0) problems.push({ field: fieldId("groups"), code: "groups_none" });
  if (respondents === undefined || !Number.isInteger(respondents) || respondents < 1 || respondents > most)
    problems.push({ field: fieldId("respondents"), code: "survey_respondents", values: { other: String(most) } });
  if (seed === undefined || !Number.isInteger(seed)) problems.push({ field: fieldId("seed"), code: "seed" });
  if (rating.epsilon === undefined || rating.epsilon < 0) problems.push({ field: fieldId("epsilon"), code: "epsilon" });
  if (rating.temperature === undefined || rating.temperature < 0)
    problems.push({ field: fieldId("temperature"), code: "temperature" });
  return problems;
}
