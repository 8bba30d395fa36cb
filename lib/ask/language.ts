/** In which language a question is asked: by script, then by its function words. Only what centring needs to know. */
import { surfaces } from "./words";

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
];
const MARKERS: readonly [string, ReadonlySet<string>][] = [
  ["en", new Set("the is it do does did you how what was are can would why with of and your for they".split(" "))],
  [
    "de",
    new Set(
      "der die das ist wie was hat ihr du sie ein eine und nicht kann mit würdest warum sind euch den im".split(" "),
    ),
  ],
  [
    "fr",
    new Set(
      "le la les est que vous tu comment pourquoi une un avez qu des du pensez quel quelle avec ce ça".split(" "),
    ),
  ],
  ["es", new Set("el la los es qué que cómo por una un está tiene opinas son las con cuánto del al".split(" "))],
];

/**
 * @returns primary language tag; "en" when nothing tells (a single Latin word)
 */
export function guessLanguage(text: string): string {
  const script = SCRIPTS.find(([pattern]) => pattern.test(text));
  if (script) return script[1];
  let best = { language: "en", hits: 0 };
  for (const [language, hits] of markerHits(text)) if (hits > best.hits) best = { language, hits };
  return best.language;
}

/** @returns how many function words of each language known here a text holds, words that two share counted for both */
export function markerHits(text: string): Map<string, number> {
  const words = surfaces(text);
  return new Map(MARKERS.map(([language, markers]) => [language, words.filter((word) => markers.has(word)).length]));
}

/** @returns the part of a BCP 47 tag before the first hyphen, in lower case */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? tag;
}
