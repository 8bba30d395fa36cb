/** "Why this?": sentences the reader learnt from that mean nearly the same, with the label they had there. */
import type { Sentence } from "../domain";
import type { Heads } from "./heads";
import { restore, similarity, subtract } from "./vectors";

/** A sentence of our own that the reader learnt from. All are English. */
export interface Lesson {
  text: string;
  label: string;
  /** int8, as a sentence's. */
  vector: Int8Array;
}

const SHOWN = 3;
/** Below this cosine of centred vectors they have little in common, and showing them would explain nothing. */
const LEAST = 0.25;

/**
 * @returns up to three lessons, nearest first, with the cosine of the centred vectors; none when nothing learnt is near. They show what the reader
 * has met, and are not all that it knows: its words' parts are (`Sentence.because`).
 */
export function nearestLessons(
  sentence: Pick<Sentence, "vector" | "language">,
  lessons: readonly Lesson[],
  heads: Pick<Heads, "means" | "prior">,
): { text: string; label: string; similarity: number }[] {
  const centred = (vector: Int8Array, language: string) =>
    subtract(restore(vector), heads.means.get(language) ?? heads.prior);
  const own = centred(sentence.vector, sentence.language);
  return lessons
    .map(({ text, label, vector }) => ({ text, label, similarity: similarity(own, centred(vector, "en")) }))
    .filter((lesson) => lesson.similarity >= LEAST)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, SHOWN);
}
