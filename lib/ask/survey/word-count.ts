const segmenters = new Map<string, Intl.Segmenter>();

/** @returns words by Unicode's rules and dictionaries, so that scripts without spaces are counted too */
export function countWords(text: string, language: string): number {
  let words = 0;
  for (const part of segmenterOf(language, "word").segment(text)) if (part.isWordLike) words++;
  return words;
}

/** @returns the sentences of a text, trimmed, those without a letter or digit left out */
export function sentencesIn(text: string, language: string): string[] {
  const parts = [...segmenterOf(language, "sentence").segment(text)].map(({ segment }) =>
    segment.replace(/\s+/gu, " ").trim(),
  );
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
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
