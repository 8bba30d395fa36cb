const segmenters = new Map<string, Intl.Segmenter>();

/** @returns words by Unicode's rules and dictionaries, so that scripts without spaces are counted too */
export function countWords(text: string, language: string): number {
  let words = 0;
  for (const part of segmenterOf(language, "word").segment(text)) if (part.isWordLike) words++;
  return words;
}

/** @returns the sentences of a text, trimmed; those without a letter or digit left out */
export function sentencesIn(text: string, language: string): string[] {
  const parts = [...segmenterOf(language, "sentence").segment(text)].map(({ segment }) => segment);
  return parts.map((part) => part.replace(/\s+/gu, " ").trim()).filter(saysSomething);
}

/** Where a sentence may be cut: after commas and their like, and at dashes; not within "1,000". */
const CUT = /(?<=[,;:]\s|[，；：、])|\s+[-–—]\s+/u;
/** Words a clause needs to say something of its own. */
const CLAUSE = 4;

/** @returns what a text says, one thing at a time: its sentences, long ones cut at commas; those without a letter or digit left out */
export function clausesIn(text: string, language: string): string[] {
  const clauses = sentencesIn(text, language).flatMap((sentence) => {
    const kept: string[] = [];
    for (const piece of sentence.split(CUT)) {
      const before = kept.at(-1);
      const short =
        countWords(piece, language) < CLAUSE || (before !== undefined && countWords(before, language) < CLAUSE);
      if (before !== undefined && short) kept[kept.length - 1] = `${before} ${piece}`;
      else kept.push(piece);
    }
    return kept.map((clause) =>
      clause
        .replace(/\s+/gu, " ")
        .replace(/[,;:，；：、]\s*$/u, "")
        .trim(),
    );
  });
  return clauses.filter(saysSomething);
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function segmenterOf(language: string, granularity: "word" | "sentence"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(localeOf(language), { granularity });
  segmenters.set(key, made);
  return made;
}

/** A tag that is none of BCP 47 throws in the segmenter. */
function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
