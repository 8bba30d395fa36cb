/** The own sentences that are shown for "why this?". A file of its own: it is loaded only when somebody asks. */
import type { Lesson } from "../../understand/why";
import packed from "./lessons.json";

/** @returns sentences with labels and vectors, a selection of what the reader learnt from */
export function loadLessons(): Lesson[] {
  const bytes = Uint8Array.from(atob(packed.vectors), (character) => character.charCodeAt(0));
  const width = bytes.length / Math.max(1, packed.lessons.length);
  return packed.lessons.map(({ text, label }, i) => ({
    text,
    label,
    vector: new Int8Array(bytes.buffer, i * width, width),
  }));
}
