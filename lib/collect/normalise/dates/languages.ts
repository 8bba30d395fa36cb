/** Which languages a text may be in: the page's own first, then those of its script, the most written ones first. */

const BY_SCRIPT: [script: RegExp, languages: string][] = [
  [/\p{Script=Hangul}/u, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Han}/u, "zh zh-Hant ja"],
  [/\p{Script=Cyrillic}/u, "ru uk bg sr mk be kk mn ky"],
  [/\p{Script=Arabic}/u, "ar fa ur ar-LB ar-DZ"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi mr ne"],
  [/\p{Script=Bengali}/u, "bn"],
  [/\p{Script=Tamil}/u, "ta"],
  [/\p{Script=Telugu}/u, "te"],
  [/\p{Script=Kannada}/u, "kn"],
  [/\p{Script=Malayalam}/u, "ml"],
  [/\p{Script=Gujarati}/u, "gu"],
  [/\p{Script=Gurmukhi}/u, "pa"],
  [/\p{Script=Sinhala}/u, "si"],
  [/\p{Script=Lao}/u, "lo"],
  [/\p{Script=Khmer}/u, "km"],
  [/\p{Script=Myanmar}/u, "my"],
  [/\p{Script=Georgian}/u, "ka"],
  [/\p{Script=Armenian}/u, "hy"],
  [/\p{Script=Ethiopic}/u, "am"],
  [
    /\p{Script=Latin}/u,
    "en de fr es it pt nl pl tr sv da nb cs vi id ro hu fi sk hr sl lt lv et ca ms fil az is sq eu gl af sw uz de-AT",
  ],
];

/** Scripts that write without spaces: a word may begin and end anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Languages to try on a text, the likeliest first; only such as the runtime knows. */
export function languagesOf(text: string, pageLanguage: string | undefined): string[] {
  const own = knownLanguage(pageLanguage);
  const scripts = BY_SCRIPT.filter(([script]) => script.test(text)).flatMap(([, languages]) => languages.split(" "));
  return [...new Set([...(own ? [own] : []), ...scripts])].filter(knownLanguage);
}

const known = new Map<string, string | undefined>();

/** A language tag in its canonical form; undefined for what is no tag, or none the runtime has data for. */
export function knownLanguage(tag: string | undefined): string | undefined {
  if (!tag || tag.length > 35) return undefined;
  if (!known.has(tag) && known.size < 2000) known.set(tag, supported(tag));
  return known.get(tag);
}

function supported(tag: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag.trim().replace(/_/g, "-")])[0];
  } catch {
    return undefined;
  }
}

export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}
