/** Years, months and days of the calendars that review pages use, as ISO 8601. */

export type Calendar = "gregory" | "persian" | "islamic-umalqura";

/** A date as far as it is written; without a year it is the latest such day. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  calendar?: Calendar;
}

/** @returns `2024`, `2024-03` or `2024-03-09`; undefined when the calendar has no such day */
export function isoOf({ year, month, day, calendar = "gregory" }: DateParts): string | undefined {
  if (year === undefined) return undefined;
  if (calendar !== "gregory") return converted(calendar, year, month, day);
  const written = String(year).padStart(4, "0");
  if (month === undefined) return written;
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${written}-${String(month).padStart(2, "0")}`;
  const exact = new Date(Date.UTC(year, month - 1, day));
  return day >= 1 && exact.getUTCMonth() === month - 1 ? exact.toISOString().slice(0, 10) : undefined;
}

/** The day as UTC counts it. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * A four-digit year tells its calendar: the years of readers and reviews (1990 to 2040) do not overlap between them.
 * Buddhist years are Gregorian ones plus 543.
 */
export function yearOf(digits: string, latest: Date, thai = false): Pick<DateParts, "year" | "calendar"> | undefined {
  const number = Number(digits);
  const now = latest.getUTCFullYear();
  if (digits.length === 4) {
    if (number >= 1900 && number <= 2100) return { year: number };
    if (number >= 2500 && number <= 2643) return { year: number - 543 };
    if (number >= 1368 && number <= 1410) return { year: number, calendar: "persian" };
    return number >= 1411 && number <= 1470 ? { year: number, calendar: "islamic-umalqura" } : undefined;
  }
  if (digits.length !== 2) return undefined;
  const years = thai ? [number + 2500 - 543, number + 2000] : [number + 2000, number + 1900];
  const year = years.find((candidate) => candidate >= 1990 && candidate <= now + 1);
  return year === undefined ? undefined : { year };
}

const DAY = 86_400_000;
/** Mean length of a year in days, and the Gregorian date of the first day of year one. */
const RULES = {
  persian: { year: 365.2422, epoch: Date.UTC(622, 2, 22) },
  "islamic-umalqura": { year: 354.367, epoch: Date.UTC(622, 6, 19) },
};

/** Goes to about the day, then corrects by what the runtime's calendar says of it. A month covers parts of two of ours: its year is told. */
function converted(
  calendar: "persian" | "islamic-umalqura",
  year: number,
  month = 1,
  day?: number,
): string | undefined {
  const { year: length, epoch } = RULES[calendar];
  let time = epoch + Math.round((year - 1) * length + (month - 1) * 30 + (day ?? 15) - 1) * DAY;
  for (let step = 0; step < 8; step += 1) {
    const [y, m, d] = fieldsOf(calendar, time);
    const off = Math.round((year - y) * length + (month - m) * 29.6) + ((day ?? 15) - d);
    if (y === year && m === month && d === (day ?? 15)) {
      const iso = dayOf(new Date(time));
      return day === undefined ? iso.slice(0, 4) : iso;
    }
    time += (off || 1) * DAY;
  }
  return undefined;
}

function fieldsOf(calendar: Calendar, time: number): [year: number, month: number, day: number] {
  const format = new Intl.DateTimeFormat("en-u-nu-latn", {
    calendar,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  const part = new Map(format.formatToParts(new Date(time)).map(({ type, value }) => [type, Number(value)]));
  return [part.get("year") ?? 0, part.get("month") ?? 0, part.get("day") ?? 0];
}
