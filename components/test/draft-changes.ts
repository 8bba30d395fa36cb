/** What a person does to lists of a draft: add, take away, move. */
import type { Scale } from "../../lib/domain";
import type { ConceptDraft, QuestionDraft, SurveyDraft } from "./draft";

/** @returns the first of `a1`, `a2`, … that is not taken */
export function freeId(start: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = taken.length + 1;
  while (ids.has(`${start}${n}`)) n++;
  return `${start}${n}`;
}

export function addConcept(draft: SurveyDraft): SurveyDraft {
  const concept: ConceptDraft = { id: freeId("concept-", draft.concepts), name: "", text: "", price: "", alt: "" };
  // with the first thing shown, questions are about it
  const questions =
    draft.concepts.length > 0
      ? draft.questions
      : draft.questions.map((question) => ({ ...question, perConcept: isAboutConcepts(question) }));
  return { ...draft, concepts: [...draft.concepts, concept], questions };
}

/** Prices named and features weighed are the product's own, so they are asked once. */
function isAboutConcepts({ kind }: Pick<QuestionDraft, "kind">): boolean {
  return kind !== "price" && kind !== "kano" && kind !== "maxdiff";
}

export function addQuestion(draft: SurveyDraft, scales: readonly Scale[]): SurveyDraft {
  const question: QuestionDraft = {
    id: freeId("question-", draft.questions),
    kind: "scale",
    text: "",
    scale: scales[0]?.id ?? "",
    options: "",
    rows: "",
    perConcept: draft.concepts.length > 0,
  };
  return { ...draft, questions: [...draft.questions, question] };
}

export function changed<Item extends { id: string }>(items: readonly Item[], id: string, part: Partial<Item>): Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...part } : item));
}

/** @param by -1 up, 1 down; at an end nothing moves */
export function moved<Item extends { id: string }>(items: readonly Item[], id: string, by: -1 | 1): Item[] {
  const at = items.findIndex((item) => item.id === id);
  const item = items[at];
  const to = at + by;
  if (!item || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(at, 1).toSpliced(to, 0, item);
}

/** Rules that look at a question go with it. */
export function withoutQuestion(draft: SurveyDraft, id: string): SurveyDraft {
  const questions = draft.questions
    .filter((question) => question.id !== id)
    .map(({ skip, ...rest }) => (skip && skip.question !== id ? { ...rest, skip } : rest));
  return { ...draft, questions };
}
