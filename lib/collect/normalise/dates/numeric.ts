/** Dates in numbers alone: "09.03.24", "03/09/2024", "2024/3/9", "24. 3. 9.", "03/2024". */
import { type DateParts, isoOf, yearOf } from "./calendars";
import { type DateContext, horizon } from "./context";
import { knownLanguage } from "./languages";
import { type Sequence, sequenceOf } from "./order";

const THREE = /(?<!\d|\d[.,/-])(\d{4}|\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?!\d|[./-]\d)/g;
const MONTH_YEAR = /(?<![\d./-])(\d{1,2})\s?[./-]\s?((?:19|20)\d\d)(?!\d|[./-]\d)/;
const YEAR_MONTH = /(?<![\d./-])((?:19|20)\d\d)\s?[./-]\s?(\d{1,2})(?!\d|[./-]\d)/;
/** Chinese and Japanese pages leave the year of this year out: "03-09 14:22". */
const MONTH_DAY = /^(\d{1,2})[-/](\d{1,2})$/;
const VERSION = /(?:^|[\s(])(?:v|ver|version|versione|версия|バージョン|版本)[\s.:]*$/;

/** @returns the first date in numbers that is one, and not in the future */
export function numericDate(text: string, context: DateContext): DateParts | undefined {
  for (const found of text.matchAll(THREE)) {
    if (VERSION.test(text.slice(0, found.index))) continue;
    const [, a = "", sign = "", b = "", c = ""] = found;
    for (const sequence of sequencesFor(a, c, sign, context)) {
      const parts = inSequence(sequence, [a, b, c], context);
      if (parts && isPast(parts, context)) return parts;
    }
  }
  const monthYear = text.match(MONTH_YEAR);
  if (monthYear && !VERSION.test(text.slice(0, monthYear.index)))
    return { year: Number(monthYear[2]), month: Number(monthYear[1]) };
  const yearMonth = text.match(YEAR_MONTH);
  return yearMonth ? { year: Number(yearMonth[1]), month: Number(yearMonth[2]) } : undefined;
}

/** Month and day alone, where the language of the page writes them so. */
export function numericDay(text: string, { language }: DateContext): DateParts | undefined {
  const found = /^(?:zh|ja|ko)\b/.test(language ?? "") ? text.match(MONTH_DAY) : null;
  return found ? { month: Number(found[1]), day: Number(found[2]) } : undefined;
}

/**
 * The orders to try, the likeliest first. Four digits are the year; otherwise the page's other dates tell, then its
 * language. With dots the day comes first, also in texts of languages that write 3/9/24 for the ninth of March.
 */
function sequencesFor(a: string, c: string, sign: string, context: DateContext): Sequence[] {
  if (a.length === 4) return ["ymd"];
  const own = sequenceOf(knownLanguage(context.language) ?? "en-US");
  const byLanguage: Sequence = own === "mdy" && sign === "." ? "dmy" : own;
  const proven: Sequence[] = context.order ? [context.order === "day-first" ? "dmy" : "mdy"] : [];
  if (c.length === 4) return [...proven, byLanguage === "mdy" ? "mdy" : "dmy", "dmy", "mdy"];
  return byLanguage === "ymd" ? ["ymd", ...proven, "dmy", "mdy"] : [...proven, byLanguage, "dmy", "mdy", "ymd"];
}

function inSequence(
  sequence: Sequence,
  [a, b, c]: [string, string, string],
  context: DateContext,
): DateParts | undefined {
  const [year, month, day] = sequence === "ymd" ? [a, b, c] : sequence === "mdy" ? [c, a, b] : [c, b, a];
  if (year.length !== 4 && year.length !== 2) return undefined;
  const thai = /^th\b/.test(context.language ?? "");
  const of = yearOf(year, context.latest ?? context.now, thai);
  return of && { ...of, month: Number(month), day: Number(day) };
}

function isPast(parts: DateParts, context: DateContext): boolean {
  const iso = isoOf(parts);
  return iso !== undefined && Date.parse(iso) <= horizon(context);
}
