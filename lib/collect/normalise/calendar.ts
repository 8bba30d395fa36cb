/** Names of months and of "ago" units in the languages of reviews, taken from the runtime's own language data. */

/** Languages whose dates are read, with the parts of the alphabet they share; the runtime knows their month names. */
const LANGUAGES = [
  "en",
  "de",
  "de-AT",
  "fr",
  "es",
  "it",
  "pt",
  "ru",
  "uk",
  "pl",
  "nl",
  "sv",
  "da",
  "nb",
  "fi",
  "cs",
  "tr",
  "ro",
  "hu",
];
/** Short forms people write that the language data does not list. */
const EXTRA: [string, number][] = [
  ["sept", 9],
  ["mär", 3],
  ["mrz", 3],
  ["janv", 1],
  ["fev", 2],
  ["févr", 2],
  ["avr", 4],
  ["juil", 7],
  ["ene", 1],
  ["мая", 5],
  ["märz", 3],
  ["maerz", 3],
  ["aout", 8],
];

let months: Map<string, number> | undefined;

/** @returns 1–12, or undefined when the word is no month in any of the languages */
export function monthNumber(word: string): number | undefined {
  months ??= monthNames();
  const key = bare(word);
  const whole = months.get(key);
  if (whole || key.length < 3) return whole;
  for (const [name, number] of months) if (name.length >= 4 && key.length >= 4 && name.startsWith(key)) return number;
  return undefined;
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>(EXTRA.map(([name, number]) => [bare(name), number]));
  for (const language of LANGUAGES) {
    for (let month = 0; month < 12; month += 1) {
      const date = new Date(Date.UTC(2024, month, 15));
      for (const style of ["long", "short"] as const) {
        for (const day of [undefined, "numeric"] as const) {
          const parts = new Intl.DateTimeFormat(language, { month: style, day, timeZone: "UTC" }).formatToParts(date);
          const name = bare(parts.find(({ type }) => type === "month")?.value ?? "");
          if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, month + 1);
        }
      }
    }
  }
  return names;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/\.$/, "").normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";

const UNITS: [RegExp, Unit][] = [
  [
    /^(?:s|secs?|seconds?|sekunden?|secondes?|segundos?|secondi|секунд\S*|秒鐘?|sekund\S*|m|min|mins|minutes?|minuten?|minut[oi]s?|минут\S*|хвилин\S*|分鐘?|分钟|minut\S*|hace un momento)$/iu,
    "minute",
  ],
  [
    /^(?:h|hrs?|hours?|stunden?|std|heures?|horas?|or[ae]|час\S*|годин\S*|小时|小時|個小時|个小时|時間|uur|timm\S*|godz\S*)$/iu,
    "hour",
  ],
  [/^(?:d|days?|tag(?:en?)?|jours?|d[ií]as?|giorn[oi]|дн\S*|день|天|日|dagen?|dni|dzień|dagar?)$/iu, "day"],
  [
    /^(?:w|wks?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|недел\S*|周|週|週間|星期|個星期|weken|veckor|tygodni\S*)$/iu,
    "week",
  ],
  [
    /^(?:mo|mos|months?|monat(?:en?)?|mois|mes(?:es)?|mese|mesi|m[eê]s|месяц\S*|місяц\S*|个月|個月|か月|ヶ月|ヵ月|カ月|maanden|månader|miesi\S*)$/iu,
    "month",
  ],
  [
    /^(?:y|yrs?|years?|jahr(?:en?)?|ans?|années?|años?|anos?|ann[oi]|год\S*|лет|рок\S*|років|年|jaar|år|lat|lata|rok\S*)$/iu,
    "year",
  ],
];

export function unitOf(word: string): Unit | undefined {
  return UNITS.find(([pattern]) => pattern.test(word.replace(/\.$/, "")))?.[1];
}

const ONE = /^(?:an?|one|ein(?:e[mnr]?)?|une?|un[ao]?|uma?|один|одну|одна|一)$/iu;
const COUNTS = new Map([
  ["two", 2],
  ["zwei", 2],
  ["deux", 2],
  ["dos", 2],
  ["due", 2],
  ["dois", 2],
  ["duas", 2],
  ["two", 2],
  ["three", 3],
  ["drei", 3],
  ["trois", 3],
  ["tres", 3],
  ["tre", 3],
  ["несколько", 3],
  ["few", 3],
  ["einigen", 3],
  ["quelques", 3],
  ["两", 2],
  ["三", 3],
]);

/** "3", "a", "ein", "zwei" as a number. */
export function amountOf(word: string): number | undefined {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return ONE.test(word) ? 1 : COUNTS.get(word.toLowerCase());
}
