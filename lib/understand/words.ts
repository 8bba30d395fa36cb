/** Words of a sentence, in any script, as Unicode's segmentation cuts them (dictionary-based for Chinese, Japanese, Thai). */

export interface Word {
  /** As written. */
  text: string;
  /** What counts as the same word: lower case, without the commonest endings. */
  key: string;
  start: number;
  end: number;
}

/** Scripts written without spaces between words: their words are found with Unicode's dictionaries. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What UAX #29 makes a word elsewhere, in a tenth of the segmenter's time: letters, joined by an apostrophe, a dot or a colon inside. */
const SPACED = /[\p{L}\p{M}\p{N}_]+(?:(?:['’.:·]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{M}\p{N}_]+)*/gu;
const segmenters = new Map<string, Intl.Segmenter>();

/** @returns the words in order, with offsets in `text`; punctuation and emoji are left out */
export function wordsOf(text: string, language: string): Word[] {
  const words: Word[] = [];
  if (!UNSPACED.test(text)) {
    for (const { 0: word, index } of text.matchAll(SPACED)) words.push(wordAt(word, index, language));
    return words;
  }
  for (const part of wordSegmenter(language).segment(text)) {
    if (part.isWordLike) words.push(wordAt(part.segment, part.index, language));
  }
  return words;
}

function wordAt(text: string, start: number, language: string): Word {
  return { text, key: wordKey(text, language), start, end: start + text.length };
}

function wordSegmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    made = new Intl.Segmenter("und", { granularity: "word" });
  }
  segmenters.set(language, made);
  return made;
}

/** Endings that change with number and case only; a key is compared, never shown. */
const ENDINGS: Record<string, RegExp> = {
  ru: /(?:иями|ями|ами|иям|ием|иях|ией|ого|его|ому|ему|ыми|ими|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ию|ью|ия|ья|ам|ям|ом|ем|ах|ях|ую|юю|а|я|о|е|ы|и|у|ю|ь|й)$/u,
  uk: /(?:іями|ями|ами|ого|ому|ими|ів|їв|ей|ою|ею|ий|ая|яя|ої|ій|ам|ям|ом|ем|ах|ях|ую|а|я|о|е|и|і|ї|у|ю|ь|й)$/u,
  de: /(?:es|en|er|e|n|s)$/u,
  fr: /(?:s|x)$/u,
  es: /(?:es|s)$/u,
  pt: /(?:es|s)$/u,
  it: /(?:e|i|a|o)$/u,
  nl: /(?:en|s)$/u,
  pl: /(?:ami|ach|ów|em|ie|y|i|a|e|ę|ą|u|o)$/u,
};
const SHORTEST_STEM = 4;

/** Texts repeat their words: each is cut down once. Begun anew when it would grow without end. */
const KEYS_KEPT = 50_000;
const keys = new Map<string, Map<string, string>>();

function wordKey(word: string, language: string): string {
  const known = keysOf(language);
  const key = known.get(word) ?? makeKey(word, language);
  known.set(word, key);
  return key;
}

function keysOf(language: string): Map<string, string> {
  const known = keys.get(language);
  if (known && known.size < KEYS_KEPT) return known;
  const fresh = new Map<string, string>();
  keys.set(language, fresh);
  return fresh;
}

function makeKey(word: string, language: string): string {
  const lower = word
    .toLowerCase()
    .replace(/['’]s?$/u, "")
    .replaceAll("ё", "е");
  if (language === "en") return englishKey(lower);
  const ending = Object.hasOwn(ENDINGS, language) ? ENDINGS[language] : undefined;
  if (!ending) return lower;
  const stem = lower.replace(ending, "");
  return stem.length >= SHORTEST_STEM ? stem : lower;
}

function englishKey(lower: string): string {
  if (lower.length > 4 && lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  if (lower.length > 4 && /(?:ches|shes|sses|xes)$/u.test(lower)) return lower.slice(0, -2);
  return lower.length > 3 && /[^s]s$/u.test(lower) && !/(?:us|is)$/u.test(lower) ? lower.slice(0, -1) : lower;
}
