/** What the list says about a note, and in which order notes stand. Pure. */
import type { Annotation, Code } from "../../../lib/domain";
import type { Evidence } from "../../../lib/report/evidence";
import type { NotebookView } from "../notebook-view";

/**
 * Where its words are: `found` on the page (`similar`: reworded a little), in its `review`, `lost` from this page, `elsewhere` on another one,
 * or nowhere but here (`kept`). `here`: it is from this page, which shows no notes now.
 */
export type NotePlace = "found" | "similar" | "review" | "looking" | "lost" | "here" | "elsewhere" | "kept";

/** @returns a question that is answered for each note, over what was found on the page in the tab */
export function placesOf(
  { page, pageKey }: Pick<NotebookView, "page" | "pageKey">,
  reviews: { has(id: string): boolean },
): (note: Annotation) => NotePlace {
  const found = new Map(page?.found.map(({ id, by }) => [id, by]));
  const orphans = new Set(page?.orphans);
  return (note) => {
    const by = found.get(note.id);
    if (by) return by === "similar" ? "similar" : "found";
    if (note.review && reviews.has(note.review.reviewId)) return "review";
    if (orphans.has(note.id)) return "lost";
    if (!note.target) return "kept";
    if (note.target.pageKey !== (page?.pageKey ?? pageKey)) return "elsewhere";
    // one that was just made is looked for in a moment
    return page ? "looking" : "here";
  };
}

export type NoteOrder = "place" | "newest" | "oldest" | "code";
export const NOTE_ORDERS: readonly NoteOrder[] = ["place", "newest", "oldest", "code"];

/** @returns a new list: by where words stand on their page, then those in reviews as these were read */
export function inOrder(
  notes: readonly Annotation[],
  order: NoteOrder,
  { evidence, codes }: { evidence: Evidence; codes: readonly Code[] },
): Annotation[] {
  if (order === "newest") return notes.toSorted((a, b) => b.created.localeCompare(a.created));
  if (order === "oldest") return notes.toSorted((a, b) => a.created.localeCompare(b.created));
  if (order === "code") {
    const names = new Map(codes.map(({ id, name }) => [id, name]));
    const first = new Map(notes.map((note) => [note.id, names.get(note.codeIds[0] ?? "")]));
    // those without a code stand last
    return notes.toSorted((a, b) => (first.get(a.id) ?? "\uffff").localeCompare(first.get(b.id) ?? "\uffff"));
  }
  const read = new Map(evidence.reviews.map(({ id }, i) => [id, i]));
  const marks = new Map(notes.map((note) => [note.id, markOf(note, read)]));
  const markOfNote = (note: Annotation) => marks.get(note.id) ?? [0, 0, 0];
  return notes.toSorted((a, b) => compare(markOfNote(a), markOfNote(b)) || a.created.localeCompare(b.created));
}

/** Notes of pages before those of reviews alone; then the place. */
function markOf({ target, review }: Annotation, read: ReadonlyMap<string, number>): [number, number, number] {
  const position = target?.selectors.find((selector) => selector.type === "TextPositionSelector");
  if (position?.type === "TextPositionSelector") return [0, position.start, position.end];
  if (review) return [1, read.get(review.reviewId) ?? Number.MAX_SAFE_INTEGER, review.start];
  return [2, 0, 0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}
