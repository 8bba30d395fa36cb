/** Dates with the name of a month: "8 June 2016", "June 8th, 2016", "8. Juni 2016", "8 de junio de 2016", "2024. március 9." */
import { type DateParts, yearOf } from "./calendars";
import type { DateContext } from "./context";
import { languagesOf } from "./languages";
import { type MonthName, monthsOf } from "./months";

/** Signs and up to two short words ("de", "of", "th", "го") between a day and its month. */
const SMALL = String.raw`[^\p{L}\p{N}]{0,3}(?:[\p{L}\p{M}]{1,3}[^\p{L}\p{N}]{1,4}){0,2}`;
/** Signs and up to two words ("del año", "พ.ศ.") between a month and its year. */
const WIDE = String.raw`[^\p{L}\p{N}]{0,4}(?:[\p{L}\p{M}]{1,12}[^\p{L}\p{N}]{1,3}){0,2}`;
const NO_NUMBER = String.raw`(?<![\p{L}\d]|\d[.,:/])`;

const DAY_BEFORE = new RegExp(`${NO_NUMBER}(\\d{1,2})${SMALL}$`, "u");
/** "2024. gada 9. marts": the word for year may stand between. */
const YEAR_BEFORE = new RegExp(
  `${NO_NUMBER}(\\d{4})[^\\p{L}\\p{N}]{0,3}(?:[\\p{L}\\p{M}]{1,6}[^\\p{L}\\p{N}]{1,4}){0,2}$`,
  "u",
);
const DAY_AFTER = /^[^\p{L}\p{N}]{0,3}(\d{1,2})(?!\d)(?!\s?[:h]\d)(?:st|nd|rd|th)?/u;
const YEAR_AFTER = new RegExp(`^${WIDE}(\\d{4})(?!\\d)`, "u");
const SHORT_YEAR = /^(?:\s?(?:de|del|of)\s|[\s.,\-/']{1,3})'?(\d{2})(?![\d:]|\s?[ap]m\b)/u;
const MARKED_YEAR = /^[\s,.]{0,2}'(\d{2})(?!\d)/u;

/** @returns the most complete date found, in the page's language before others; it may lack its year, or its day */
export function namedDate(text: string, context: DateContext): DateParts | undefined {
  if (!/\d/.test(text)) return undefined;
  const languages = languagesOf(text, context.language);
  let best: DateParts | undefined;
  for (const begun of [false, true]) {
    for (const language of languages) {
      const { pattern, names } = monthsOf(language, begun);
      for (const found of text.matchAll(pattern)) {
        const name = names.get(found[0]);
        const parts =
          name && around(name, text.slice(0, found.index), text.slice(found.index + found[0].length), context);
        if (parts && weight(parts) > weight(best)) best = parts;
      }
      if (best?.year !== undefined) return best;
    }
  }
  return best;
}

function weight(parts: DateParts | undefined): number {
  return parts ? (parts.year === undefined ? 0 : 2) + (parts.day === undefined ? 0 : 1) : 0;
}

function around(
  { month, calendar }: MonthName,
  left: string,
  right: string,
  context: DateContext,
): DateParts | undefined {
  const thai = /\p{Script=Thai}/u.test(left + right) || /^th\b/.test(context.language ?? "");
  const year = (digits: string | undefined) =>
    digits ? yearOf(digits, context.latest ?? context.now, thai) : undefined;
  const made = (of: ReturnType<typeof year>, day?: string): DateParts | undefined =>
    of && (of.calendar ?? "gregory") === calendar ? { ...of, month, day: day ? Number(day) : undefined } : undefined;
  const after = dayIn(right.match(DAY_AFTER));
  const rest = after ? right.slice(after.end) : "";
  const monthFirst = after && made(year(rest.match(YEAR_AFTER)?.[1]), after.day);
  if (monthFirst) return monthFirst;
  const before = dayIn(left.match(DAY_BEFORE));
  const yearAfter = year(right.match(YEAR_AFTER)?.[1]) ?? year(right.match(MARKED_YEAR)?.[1]);
  const yearBefore = year((before ? left.slice(0, before.start) : left).match(YEAR_BEFORE)?.[1]);
  if (before && (yearAfter || yearBefore)) return made(yearAfter ?? yearBefore, before.day);
  if (yearBefore) return made(yearBefore, after?.day);
  if (yearAfter) return made(yearAfter);
  const shortYear = year((before ? right : rest).match(SHORT_YEAR)?.[1]);
  const day = before?.day ?? after?.day;
  if (day === undefined) return undefined;
  return shortYear ? made(shortYear, day) : calendar === "gregory" ? { month, day: Number(day) } : undefined;
}

function dayIn(found: RegExpMatchArray | null): { day: string; start: number; end: number } | undefined {
  const day = found?.[1];
  if (!found || !day || Number(day) < 1 || Number(day) > 31) return undefined;
  return { day, start: found.index ?? 0, end: (found.index ?? 0) + found[0].length };
}
