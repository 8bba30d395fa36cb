/** Dates as people and sites write them, absolute or relative, as ISO 8601 with no more precision than they have. */
import { type DateParts, isoOf } from "./dates/calendars";
import { withoutTimes, withTime } from "./dates/clock";
import { type DateContext, horizon } from "./dates/context";
import { eastAsianDate, partOfEastAsianDate } from "./dates/east-asian";
import { namedDate } from "./dates/named";
import { numericDate, numericDay } from "./dates/numeric";
import { hanNumbers, prepare } from "./dates/prepare";
import { relativeDate } from "./dates/relative";
import { stampedDate } from "./dates/stamps";
import { weekdayDate } from "./dates/weekday";

export type { DateContext, Order } from "./dates/context";
export { orderOf } from "./dates/order";

export interface WrittenDate {
  /** `2024`, `2024-03`, `2024-03-09`, or full time in UTC where hour and zone are told. */
  iso: string;
  /** The text does not say it all: it counts from the day of reading, or leaves the year out. Read later it may differ. */
  floating: boolean;
}

/** Longest text in which a date is looked for. */
const LONGEST = 300;
/** When somebody joined or a page was made, not when a review was written. */
const OTHER_DATES =
  /(?:^|\s)(?:©|copyright|member since|joined|since|mitglied seit|dabei seit|membre depuis|miembro desde|membro desde|iscritto dal|на сайте с|зарегистрирован|注册于|加入于|登録日)(?=[\s:]|\d)/;

/** @returns undefined when no date can be read, or only one that cannot be true: before 1990, or in the future */
export function readDate(raw: string, context: DateContext): WrittenDate | undefined {
  if (!raw || raw.length > LONGEST) return undefined;
  const text = prepare(raw);
  if (!text || OTHER_DATES.test(text)) return undefined;
  const stamp = stampedDate(text);
  if (stamp) return isPlausible(stamp, context) ? { iso: stamp, floating: false } : undefined;
  const timeless = withoutTimes(text);
  const named = namedDate(timeless, context);
  const certain = written(named, timeless, text, context);
  if (certain) return isPlausible(certain, context) ? { iso: certain, floating: false } : undefined;
  const floating =
    relativeDate(timeless, context) ?? yearless(named, timeless, context) ?? weekdayDate(timeless, context);
  if (floating) return isPlausible(floating, context) ? { iso: floating, floating: true } : undefined;
  const year = yearAlone(timeless);
  return year && isPlausible(year, context) ? { iso: year, floating: false } : undefined;
}

/** As `readDate`, the date alone. */
export function parseDate(raw: string, context: DateContext): string | undefined {
  return readDate(raw, context)?.iso;
}

/** Dates that name their year. */
function written(
  named: DateParts | undefined,
  timeless: string,
  text: string,
  context: DateContext,
): string | undefined {
  const parts =
    eastAsianDate(hanNumbers(text), context) ??
    (named?.year === undefined ? undefined : named) ??
    numericDate(timeless, context);
  const iso = parts && isoOf(parts);
  return iso && withTime(iso, text);
}

/** A day without a year is the last one that has been. */
function yearless(named: DateParts | undefined, text: string, context: DateContext): string | undefined {
  const parts = partOfEastAsianDate(hanNumbers(text)) ?? named ?? numericDay(text, context);
  if (!parts || parts.year !== undefined) return parts && isoOf(parts);
  const year = context.now.getUTCFullYear();
  return [year, year - 1, year - 2, year - 3, year - 4]
    .map((candidate) => isoOf({ ...parts, year: candidate } satisfies DateParts))
    .find((iso) => iso !== undefined && Date.parse(iso) <= context.now.getTime() + 86_400_000);
}

function yearAlone(text: string): string | undefined {
  return text.match(/^(?:\D{0,30}\s)?((?:19|20)\d\d)(?:\s\p{L}{1,2})?$/u)?.[1];
}

/** Reviews from before the web or after tomorrow are misreadings. */
function isPlausible(iso: string, context: DateContext): boolean {
  return Number(iso.slice(0, 4)) >= 1990 && Date.parse(iso) <= horizon(context);
}
