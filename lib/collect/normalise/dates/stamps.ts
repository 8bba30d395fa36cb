/** Dates made by machines: ISO 8601, seconds since 1970, "20240309". */
import { isoOf } from "./calendars";

const ISO =
  /(?<![\d.])((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(z|utc|gmt|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?)?/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(\d\d)z?)?$/;
const EPOCH = /^(?:\/?date\()?(\d{10}|\d{13})(?:[+-]\d{4})?\)?\/?$/;

/** @returns the day, or the time in UTC where hour and minute are told (without a zone it is taken for UTC) */
export function stampedDate(text: string): string | undefined {
  return epoch(text) ?? stamp(text.match(COMPACT)) ?? stamp(text.match(ISO));
}

function stamp(found: RegExpMatchArray | null): string | undefined {
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = "00", zone = "z"] = found;
  const date = isoOf({ year: Number(year), month: Number(month), day: Number(day) });
  if (!date || hour === undefined) return date;
  const offset = /^[zug]/.test(zone)
    ? "Z"
    : zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, rest = "00") => `${hours}:${rest}`);
  const time = new Date(`${date}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time.getTime()) ? date : time.toISOString();
}

function epoch(text: string): string | undefined {
  const digits = text.match(EPOCH)?.[1];
  return digits && new Date(Number(digits) * (digits.length === 10 ? 1000 : 1)).toISOString();
}
