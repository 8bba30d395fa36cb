/** Dates with the signs for year, month and day: "2024年3月9日", "2024년 3월 9일", "令和6年3月9日", "民國113年3月9日". */
import { type DateParts, yearOf } from "./calendars";
import type { DateContext } from "./context";

const DATE =
  /(?:(令和|平成|昭和|民國|民国)\s?)?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?(?:[日号號일]|(?!\d)))?/u;
const NO_YEAR = /(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/u;
const YEAR = /^(?:.{0,20}\D)?((?:19|20)\d\d)\s?[年년](?!\s?[前전以多之])/u;

/** Year before the first one of an era. https://www.unicode.org/reports/tr35/tr35-dates.html#Era_Data */
const ERAS = new Map([
  ["令和", 2018],
  ["平成", 1988],
  ["昭和", 1925],
  ["民國", 1911],
  ["民国", 1911],
]);

export function eastAsianDate(text: string, { now, latest = now }: DateContext): DateParts | undefined {
  const found = text.match(DATE);
  if (!found) return undefined;
  const [, era, year = "", month, day] = found;
  const first = era ? ERAS.get(era) : undefined;
  const of = first === undefined ? yearOf(year, latest) : { year: first + (year === "元" ? 1 : Number(year)) };
  return of && { ...of, month: Number(month), day: day ? Number(day) : undefined };
}

/** "3月9日", and "2024年" alone. */
export function partOfEastAsianDate(text: string): DateParts | undefined {
  const day = text.match(NO_YEAR);
  if (day) return { month: Number(day[1]), day: Number(day[2]) };
  const year = text.match(YEAR)?.[1];
  return year ? { year: Number(year) } : undefined;
}
