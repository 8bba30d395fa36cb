/** Finds general matters of reviews (price, delivery, battery …) in words: one matter over all languages. */
import { ASPECTS } from "./aspect-lexicon";
import { type Word, wordsOf } from "./words";

interface Lexicon {
  /** Keys of one to four words in a row, to aspect. */
  phrases: Map<string, string>;
  /** First words of the phrases: most words of a text begin none. */
  starts: Set<string>;
  /** Pieces of text, for scripts without spaces. */
  pieces: [string, string][];
}

const UNSPACED = new Set(["zh", "ja"]);
const LONGEST = 4;
const lexicons = new Map<string, Lexicon>();

/** @returns aspects that a sentence's words point to, each once, with the words that did */
export function aspectsIn(text: string, words: readonly Word[], language: string): Map<string, string> {
  const { phrases, starts, pieces } = lexiconOf(language);
  const found = new Map<string, string>();
  if (pieces.length > 0) {
    for (const [piece, aspect] of pieces) if (text.includes(piece) && !found.has(aspect)) found.set(aspect, piece);
    return found;
  }
  for (let i = 0; i < words.length && phrases.size > 0; i++) {
    const first = words[i] as Word;
    if (!starts.has(first.key) && !starts.has(first.text.toLowerCase())) continue;
    for (let n = Math.min(LONGEST, words.length - i); n > 0; n--) {
      const inside = words.slice(i, i + n);
      const aspect =
        phrases.get(inside.map((word) => word.text.toLowerCase()).join(" ")) ??
        phrases.get(inside.map((word) => word.key).join(" "));
      if (aspect && !found.has(aspect)) found.set(aspect, text.slice(inside[0]?.start, inside.at(-1)?.end));
    }
  }
  return found;
}

/** @returns the name people read for an aspect; undefined when the language has none */
export function aspectName(aspect: string, language: string): string | undefined {
  return entry(aspect, language)?.split(": ")[0];
}

function entry(aspect: string, language: string): string | undefined {
  const languages = Object.hasOwn(ASPECTS, aspect) ? ASPECTS[aspect] : undefined;
  return languages && Object.hasOwn(languages, language) ? languages[language as keyof typeof languages] : undefined;
}

function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known) return known;
  const made: Lexicon = { phrases: new Map(), starts: new Set(), pieces: [] };
  for (const aspect of Object.keys(ASPECTS)) {
    const forms = entry(aspect, language)?.split(": ")[1]?.split(" ") ?? [];
    for (const form of forms) addForm(made, form.replaceAll("_", " "), aspect, language);
  }
  lexicons.set(language, made);
  return made;
}

function addForm(lexicon: Lexicon, form: string, aspect: string, language: string): void {
  if (UNSPACED.has(language)) {
    lexicon.pieces.push([form, aspect]);
    return;
  }
  const words = wordsOf(form, language);
  const first = words[0];
  if (first) lexicon.starts.add(first.text.toLowerCase()).add(first.key);
  lexicon.phrases.set(words.map((word) => word.text.toLowerCase()).join(" "), aspect);
  const key = words.map((word) => word.key).join(" ");
  if (!lexicon.phrases.has(key)) lexicon.phrases.set(key, aspect);
}
