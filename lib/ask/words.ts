/** Words of a text in any script, and the stems by which two texts are compared. */
import { STOP_WORDS } from "./stop-words";

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const SPACED_WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
const LETTER = /\p{L}/u;
const APOSTROPHE = /['’]/u;
/** Endings that change a word's form but hardly its meaning, longest first. */
const ENDINGS =
  /(?:ingly|ically|iness|ations?|ments?|ness|able|ible|ingen|ings?|edly|ied|ies|ers?|est|ed|es|ly|ie|en|e|s|y|иями|ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ой|ей|ом|ем|ам|ям|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий|ов|ев|ть|а|я|о|е|ы|и|у|ю|ь|й)$/u;
/** Stems are cut here, so that "connect", "connects" and "connection" meet. */
const LONGEST_STEM = 6;
const SHORTEST_STEM = 3;
const segmenters = new Map<string, Intl.Segmenter>();

export interface Word {
  /** As written, in lower case. */
  surface: string;
  stem: string;
}

/**
 * @param text any script; words of unspaced scripts are cut by Unicode's dictionary (Intl.Segmenter)
 * @param language BCP 47, a hint only
 * @returns words that can carry a topic, in order: no function words, no bare numbers
 */
export function contentWords(text: string, language = "und"): Word[] {
  const words: Word[] = [];
  for (const surface of surfaces(text, language)) {
    const stem = stemKnown(surface);
    if (stem !== "") words.push({ surface, stem });
  }
  return words;
}

/** Words come back by the thousand: what was made of one is kept, up to a vocabulary's size. */
const stems = new Map<string, string>();
const VOCABULARY = 50_000;

/** @returns "" for a word that can carry no topic */
function stemKnown(surface: string): string {
  const known = stems.get(surface);
  if (known !== undefined) return known;
  const stem = carriesTopic(surface) ? stemOf(surface) : "";
  if (stems.size >= VOCABULARY) stems.clear();
  stems.set(surface, stem);
  return stem;
}

function carriesTopic(surface: string): boolean {
  return LETTER.test(surface) && !STOP_WORDS.has(surface) && (surface.length > 1 || UNSPACED.test(surface));
}

/** @returns every word in lower case, in order; apostrophes split so that "it's" meets "it" */
export function surfaces(text: string, language = "und"): string[] {
  const lower = text.normalize("NFKC").toLowerCase();
  const words = UNSPACED.test(lower) ? segmented(lower, language) : (lower.match(SPACED_WORD) ?? []);
  return APOSTROPHE.test(lower) ? words.flatMap((word) => word.split(APOSTROPHE)).filter(Boolean) : words;
}

/** @returns the part of a word that survives inflection; words of unspaced scripts stay as they are */
export function stemOf(surface: string): string {
  if (UNSPACED.test(surface)) return surface;
  const bare = surface.replace(ENDINGS, "");
  const stem = bare.length >= SHORTEST_STEM ? bare : surface;
  return stem.replace(/(.)\1$/u, "$1").slice(0, LONGEST_STEM);
}

function segmented(text: string, language: string): string[] {
  const locale = language === "und" ? "zh" : language;
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: "word" });
    segmenters.set(locale, segmenter);
  }
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}
