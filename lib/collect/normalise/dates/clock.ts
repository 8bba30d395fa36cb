/** Times of day: taken out of the way of dates, and kept where their zone is told. */

const TIME =
  /(?<![\d.,/-])(\d{1,2})(?:\s?[:時时點点시]\s?|\s?h\s?|\s?[:]\s?)(\d{2})(?:\s?[:分분]\s?(\d{2})(?:[.,]\d{1,9})?)?(?:\s?[秒초分분])?\s?(?:([ap])\s?m\b)?/;
const HOUR = /(?<![\d.,/:-])(\d{1,2})\s?(?:([ap])\s?m\b|uhr\b|(?:am|pm)\b)/;
const ZONE = /^[\s,]*(?:\(?(?:gmt|utc|z)\b\)?\s?)?([+-]\d{1,2}(?::?\d{2})?)?(?:\s?\(?([a-z]{3,4})\b\)?)?/;
/** Zones whose short names mean one thing, in minutes from UTC. CST, IST and BST mean several and are left out. */
const ZONES = new Map([
  ["gmt", 0],
  ["utc", 0],
  ["wet", 0],
  ["west", 60],
  ["cet", 60],
  ["cest", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["est", -300],
  ["edt", -240],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["jst", 540],
  ["kst", 540],
  ["hkt", 480],
  ["aest", 600],
  ["aedt", 660],
  ["nzst", 720],
  ["nzdt", 780],
]);

/** A text without its times of day, so that their numbers are not taken for days and years. */
export function withoutTimes(text: string): string {
  return text
    .replace(new RegExp(TIME, "g"), " ")
    .replace(new RegExp(HOUR, "g"), " ")
    .replace(/\b(?:gmt|utc)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?/g, " ")
    .replace(/\s[+-]\d{4}(?=$|\s)/, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The day with its time in UTC, where the text tells hour and zone; otherwise the day. */
export function withTime(day: string, text: string): string {
  const found = day.length === 10 ? text.match(TIME) : null;
  const offset = found && offsetOf(text.slice((found.index ?? 0) + found[0].length));
  if (!found || offset === undefined || offset === null) return day;
  const [, hours = "0", minutes = "0", seconds = "0", half] = found;
  const hour = half ? (Number(hours) % 12) + (half === "p" ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return day;
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date, hour, Number(minutes) - offset, Number(seconds))).toISOString();
}

/** Minutes from UTC; undefined when no zone is told. */
function offsetOf(rest: string): number | undefined {
  const found = rest.match(ZONE);
  const digits = found?.[1]?.replace(":", "");
  if (digits) {
    const hours = digits.length > 3 ? digits.slice(0, -2) : digits;
    const minutes = digits.length > 3 ? digits.slice(-2) : "0";
    return Number(hours) * 60 + Math.sign(Number(hours) || 1) * Number(minutes);
  }
  if (/^[\s,]*\(?(?:gmt|utc|z)\b/.test(rest)) return 0;
  return ZONES.get(found?.[2] ?? "");
}
