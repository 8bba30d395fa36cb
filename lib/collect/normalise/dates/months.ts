/** Names of months, taken from the runtime's own language data (https://cldr.unicode.org) and searched in texts. */
import type { Calendar } from "./calendars";
import { isUnspaced } from "./languages";
import { anyOf, prepare } from "./prepare";

export interface MonthName {
  month: number;
  calendar: Calendar;
}

export interface Months {
  /** Finds every name, longest first. */
  pattern: RegExp;
  names: Map<string, MonthName>;
}

/** Short forms people write that the language data does not list and that are no beginning of a name. */
const EXTRA: [language: string, names: [string, number][]][] = [
  [
    "de",
    [
      ["mrz", 3],
      ["maerz", 3],
      ["jaenner", 1],
    ],
  ],
  ["en", [["sept", 9]]],
];
/** Calendars in daily use beside our own. */
const OTHER_CALENDARS: [language: string, calendar: Calendar][] = [
  ["fa", "persian"],
  ["ar", "islamic-umalqura"],
  ["en", "islamic-umalqura"],
];

const exact = new Map<string, Months>();
const loose = new Map<string, Months>();

/** Months of a language: as the language data spells them, or (`begun`) by their first three or four letters. */
export function monthsOf(language: string, begun = false): Months {
  const memory = begun ? loose : exact;
  const ready = memory.get(language);
  if (ready) return ready;
  const names = begun ? beginnings(monthsOf(language).names) : namesOf(language);
  const made = { names, pattern: patternOf([...names.keys()]) };
  memory.set(language, made);
  return made;
}

function namesOf(language: string): Map<string, MonthName> {
  const base = language.split("-")[0] ?? language;
  const names = new Map<string, MonthName>();
  addNames(names, language, "gregory");
  for (const [of, list] of EXTRA)
    if (of === base) for (const [name, month] of list) names.set(name, { month, calendar: "gregory" });
  for (const [of, calendar] of OTHER_CALENDARS) if (of === base) addNames(names, language, calendar);
  return names;
}

/** Names differ by form and by what stands beside them: "март", "9 марта", "9 мар.", "במרץ". */
function addNames(names: Map<string, MonthName>, language: string, calendar: Calendar): void {
  for (const month of ["long", "short"] as const) {
    for (const beside of [{}, { year: "numeric" }, { day: "numeric" }, { day: "numeric", year: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(language, { month, ...beside, calendar, timeZone: "UTC" });
      const number = new Intl.DateTimeFormat("en-u-nu-latn", { month: "numeric", calendar, timeZone: "UTC" });
      for (const day of calendar === "gregory" ? MIDDLES : MANY) {
        for (const name of spellings(format.formatToParts(day))) {
          const key = prepare(name);
          if (/\p{L}/u.test(key) && key.length > 1 && !/^\d+[月월]$/u.test(key) && !names.has(key))
            names.set(key, { month: Number(number.format(day)), calendar });
        }
      }
    }
  }
}

const MIDDLES = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
const MANY = Array.from({ length: 27 }, (_, step) => new Date(Date.UTC(2024, 0, 1 + step * 14)));

/** The month, and the month with letters that are written together with it (Hebrew "ב"). */
function spellings(parts: Intl.DateTimeFormatPart[]): string[] {
  const at = parts.findIndex(({ type }) => type === "month");
  const name = parts[at]?.value ?? "";
  const before = parts[at - 1]?.type === "literal" ? (parts[at - 1]?.value ?? "") : "";
  const attached = isUnspaced(name) ? "" : (before.match(/[\p{L}\p{M}]+$/u)?.[0] ?? "");
  return attached ? [attached + name, name] : [name];
}

/** "sept", "июн", "févr": beginnings that only one month has. */
function beginnings(names: Map<string, MonthName>): Map<string, MonthName> {
  const found = new Map<string, MonthName | undefined>();
  for (const [name, month] of names) {
    for (const length of [3, 4, 5]) {
      const start = name.slice(0, length);
      if (name.length <= length || names.has(start) || !/^[\p{L}\p{M}]+$/u.test(start) || isUnspaced(start)) continue;
      const other = found.get(start);
      found.set(start, found.has(start) && other?.month !== month.month ? undefined : month);
    }
  }
  return new Map([...found].flatMap(([name, month]) => (month ? [[name, month] as const] : [])));
}

function patternOf(names: string[]): RegExp {
  const [unspaced, spaced] = [names.filter(isUnspaced), names.filter((name) => !isUnspaced(name))];
  const words = anyOf(spaced);
  const parts = [words && `(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])(?!(?<=\\d)\\d)`, anyOf(unspaced)];
  return new RegExp(parts.filter(Boolean).join("|") || "(?!)", "gu");
}
