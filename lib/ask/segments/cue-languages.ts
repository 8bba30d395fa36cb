/** Rule cues are kept by language: a sentence is read with the cues of its own language, which keeps them precise and quick. */
import { primaryLanguage } from "../language";

export const CUE_LANGUAGES = ["en", "de", "fr", "es", "ru", "zh", "ja"] as const;
export type CueLanguage = (typeof CUE_LANGUAGES)[number];
/** Sources of regular expressions without flags; several are alternatives. */
export type CueSources = Partial<Record<CueLanguage, string | readonly string[]>>;

const LATIN: readonly CueLanguage[] = ["en", "de", "fr", "es"];
/** Neighbours whose short texts are taken for each other. */
const LATIN_READ_AS = new Map<string, readonly CueLanguage[]>([
  ["ca", ["es"]],
  ["gl", ["es"]],
  ["pt", ["es"]],
  ["nl", ["de"]],
]);
const CHINESE: readonly CueLanguage[] = ["zh", "ja"];
const JAPANESE: readonly CueLanguage[] = ["ja", "zh"];
const RUSSIAN: readonly CueLanguage[] = ["ru"];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * @param tag language of the text as measured; its script decides first, since short texts are often taken for another language
 * @returns languages whose cues are tried on it: its own, or all of its script where it has none of its own
 */
export function cueLanguagesOf(text: string, tag: string): readonly CueLanguage[] {
  if (KANA.test(text)) return JAPANESE;
  if (HAN.test(text)) return CHINESE;
  if (CYRILLIC.test(text)) return RUSSIAN;
  const language = primaryLanguage(tag);
  const own = LATIN.find((known) => known === language);
  return own ? (OWN.get(own) ?? LATIN) : (LATIN_READ_AS.get(language) ?? LATIN);
}

const OWN = new Map(LATIN.map((language): [CueLanguage, readonly CueLanguage[]] => [language, [language]]));

/** @returns one case-insensitive expression per language */
export function compileCues(sources: CueSources): Map<CueLanguage, RegExp> {
  return new Map(
    CUE_LANGUAGES.flatMap((language): [CueLanguage, RegExp][] => {
      const source = sources[language];
      if (source === undefined) return [];
      return [[language, new RegExp(typeof source === "string" ? source : source.join("|"), "iu")]];
    }),
  );
}

/** @returns what the first fitting cue finds */
export function firstCue(
  cues: ReadonlyMap<CueLanguage, RegExp>,
  text: string,
  languages: readonly CueLanguage[],
): RegExpExecArray | null {
  for (const language of languages) {
    const found = cues.get(language)?.exec(text);
    if (found) return found;
  }
  return null;
}
