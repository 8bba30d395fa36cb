/** Whether a sentence says again what was said: shared runs of words, or of characters where words are not set apart. */
import { surfaces } from "../words";

/** Words in a run; a short sentence is one run by itself. */
const RUN = 4;
/** Share of a sentence's runs that must stand elsewhere for it to be a repetition. */
const REPEATED = 0.5;

/** @returns runs of four words; of fewer words the whole */
export function shinglesOf(text: string): Set<string> {
  const words = surfaces(text);
  if (words.length <= RUN) return new Set(words.length > 0 ? [words.join(" ")] : []);
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(" ")));
}

/** @returns true when at least half of the runs stand in the other text; a sentence without words repeats nothing */
export function repeats(shingles: ReadonlySet<string>, other: string): boolean {
  if (shingles.size === 0) return false;
  const there = shinglesOf(other);
  const short = shingles.size === 1 ? ` ${surfaces(other).join(" ")} ` : "";
  const again = [...shingles].filter((run) => there.has(run) || short.includes(` ${run} `)).length;
  return again / shingles.size >= REPEATED;
}

/** Words in a row that small changes of the end or the beginning leave whole. */
const CLOSE_RUN = 3;
/** Share of a sentence's runs that must stand in the other for it to say that again in its words. */
const CLOSE = 0.8;

/** @returns whether a sentence is another one, or a part of it, nearly word for word and in the same order */
export function saysAgain(text: string, other: string): boolean {
  const words = surfaces(text);
  const there = ` ${surfaces(other).join(" ")} `;
  if (words.length === 0 || words.length > there.split(" ").length) return false; // one that turns in circles is longer
  const runs = words.slice(0, Math.max(1, words.length - CLOSE_RUN + 1)).map((_, i) => words.slice(i, i + CLOSE_RUN));
  const again = runs.filter((run) => there.includes(` ${run.join(" ")} `)).length;
  return again / runs.length >= CLOSE;
}
