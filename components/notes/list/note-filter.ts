/** Which notes are shown. Pure. */
import type { Annotation, Code } from "../../../lib/domain";
import type { NoteOrder, NotePlace } from "./note-facts";

export interface NoteFilter {
  words: string;
  /** Of a code; `none`: those without any. */
  codeId?: string;
  tag?: string;
  coderId?: string;
  onlyLost: boolean;
  order: NoteOrder;
}

export const WHOLE_LIST: NoteFilter = { words: "", onlyLost: false, order: "place" };
export const NO_CODE = "none";

/** How many of its rows narrow the list, words left out. */
export function narrowed({ codeId, tag, coderId, onlyLost }: NoteFilter): number {
  return [codeId, tag, coderId, onlyLost || undefined].filter((one) => one !== undefined).length;
}

/** @returns those that fit all that is asked; words may stand in any part of a note, each on its own */
export function filtered(
  notes: readonly Annotation[],
  filter: NoteFilter,
  codes: readonly Code[],
  placeOf: (note: Annotation) => NotePlace,
): Annotation[] {
  const { words, codeId, tag, coderId, onlyLost } = filter;
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const wanted = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return notes.filter((note) => {
    if (codeId === NO_CODE ? note.codeIds.length > 0 : codeId !== undefined && !note.codeIds.includes(codeId))
      return false;
    if (tag !== undefined && !note.tags.includes(tag)) return false;
    if (coderId !== undefined && note.coderId !== coderId) return false;
    if (onlyLost && placeOf(note) !== "lost") return false;
    if (wanted.length === 0) return true;
    const given = note.codeIds.map((id) => names.get(id) ?? "");
    const all = [note.text, note.note, ...note.tags, ...given].join("\n").toLocaleLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}

/** @returns tags in use, those used most first */
export function tagsOf(notes: readonly Annotation[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of notes) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}
