/** Words of a sentence, in any script, by Unicode's segmentation (dictionary-based for Chinese, Japanese, Thai). */

export interface Word {
  /** As written. */
  text: string;
  /** What counts as the same word: lower case, without the commonest endings. */
  key: string;
  start: number;
  end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** @returns the words in order, with offsets in `text`; punctuation and emoji are left out */
export function wordsOf(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (const part of wordSegmenter(language).segment(text)) {
    if (!part.isWordLike) continue;
    words.push({
      text: part.segment,
      key: wordKey(part.segment, language),
      start: part.index,
      end: part.index + part.segment.length,
    });
  }
  return words;
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

function wordKey(word: string, language: string): string {
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
