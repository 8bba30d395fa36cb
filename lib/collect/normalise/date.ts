/** Dates as people and sites write them, absolute or relative, as ISO 8601 with no more precision than they have. */
import { amountOf, monthNumber, type Unit, unitOf } from "./calendar";

export interface DateContext {
  /** When the page was read; relative dates count back from it. */
  now: Date;
  /** Which number of "03/04/2024" is the month, as the page's other dates and its language say. */
  order: "day-first" | "month-first";
}

/** @returns ISO 8601 (`2024`, `2024-03`, `2024-03-09`, full time in UTC), or undefined when no date can be read */
export function parseDate(raw: string, context: DateContext): string | undefined {
  const text = raw
    .normalize("NFKC")
    .replace(/[\u200e\u200f\u202a-\u202e]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (!text || text.length > 300) return undefined;
  const date =
    iso(text) ??
    eastAsian(text) ??
    named(text, context) ??
    numeric(text, context) ??
    relative(text, context.now) ??
    clock(text) ??
    yearOnly(text);
  return date && plausible(date, context.now) ? date : undefined;
}

/** Day before month or after it: told by any date of the page that can be read in one way only, else by its language. */
export function orderOf(dates: string[], language: string | undefined): DateContext["order"] {
  for (const date of dates) {
    const found = date.match(/\b(\d{1,2})[./-](\d{1,2})[./-](?:19|20)?\d\d\b/);
    if (found && Number(found[1]) > 12) return "day-first";
    if (found && Number(found[2]) > 12) return "month-first";
  }
  return /^en(?:$|-US)/i.test(language ?? "en") ? "month-first" : "day-first";
}

/** Reviews from before the web or after tomorrow are misreadings. */
function plausible(date: string, now: Date): boolean {
  const year = Number(date.slice(0, 4));
  return (
    year >= 1990 &&
    Date.parse(`${date}${date.length === 4 ? "-01-01" : date.length === 7 ? "-01" : ""}`) <= now.getTime() + 366 * DAY
  );
}

const DAY = 86_400_000;

function iso(text: string): string | undefined {
  const found = text.match(
    /(?:^|[^\d])((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/,
  );
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = "00", zone] = found;
  const date = calendarDate(Number(year), Number(month), Number(day));
  if (!date || hour === undefined) return date;
  const offset = !zone || /^[ZUG]/.test(zone) ? "Z" : zone.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");
  const time = new Date(`${date}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time.getTime()) ? date : time.toISOString();
}

function eastAsian(text: string): string | undefined {
  const found = text.match(/((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?/);
  if (!found) return undefined;
  return calendarDate(Number(found[1]), Number(found[2]), found[3] ? Number(found[3]) : undefined);
}

/** "8 June 2016", "June 8th, 2016", "8. Juni 2016", "8 de junio de 2016", "июнь 2016", "8 Jun" (the latest such day). */
function named(text: string, { now }: DateContext): string | undefined {
  const words = [...text.matchAll(/\p{L}+\.?|\d+/gu)].map(([word]) => word);
  for (const [index, word] of words.entries()) {
    const month = /\d/.test(word) || word.length < 3 ? undefined : monthNumber(word);
    if (!month) continue;
    const filler = /^(?:de|of|del|st|nd|rd|th|er|г|the)\.?$/i;
    const before = words
      .slice(0, index)
      .filter((other) => !filler.test(other))
      .at(-1);
    const after = words.slice(index + 1).filter((other) => !filler.test(other));
    const date = around(month, before, after, now);
    if (date) return date;
  }
  return undefined;
}

function around(month: number, before: string | undefined, after: string[], now: Date): string | undefined {
  const day = [before, after[0]].map(Number).find((value) => value >= 1 && value <= 31);
  const near = day !== undefined && Number(before) !== day ? after.slice(1, 2) : after.slice(0, 1);
  const year = [...near, before ?? ""].map(fullYear).find((value) => value !== undefined);
  if (year) return calendarDate(year, month, day);
  return day === undefined ? undefined : latest(month, day, now);
}

function fullYear(word: string): number | undefined {
  if (/^(?:19|20)\d\d$/.test(word)) return Number(word);
  return /^\d\d$/.test(word) ? 2000 + Number(word) : undefined;
}

/** A day without a year is the last one that has been. */
function latest(month: number, day: number, now: Date): string | undefined {
  const year = now.getUTCFullYear();
  const date = calendarDate(year, month, day);
  return date && Date.parse(date) > now.getTime() + DAY ? calendarDate(year - 1, month, day) : date;
}

function numeric(text: string, { order, now }: DateContext): string | undefined {
  const yearFirst = text.match(/\b((?:19|20)\d\d)[./-](\d{1,2})(?:[./-](\d{1,2}))?\b/);
  if (yearFirst)
    return calendarDate(Number(yearFirst[1]), Number(yearFirst[2]), yearFirst[3] ? Number(yearFirst[3]) : undefined);
  const found = text.match(/\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)\b/);
  if (!found) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[3]), fullYear(found[4] ?? "")];
  if (!year) return undefined;
  const monthFirst = second > 12 || (first <= 12 && order === "month-first" && found[2] !== ".");
  const date = monthFirst ? calendarDate(year, first, second) : calendarDate(year, second, first);
  return date && Date.parse(date) <= now.getTime() + DAY ? date : (calendarDate(year, first, second) ?? date);
}

const NOW =
  /^(?:just now|now|today|heute|gerade eben|aujourd.hui|hoy|oggi|hoje|сегодня|сьогодні|今天|今日|刚刚|剛剛|たった今)/iu;
const YESTERDAY = /^(?:yesterday|gestern|hier\b|ayer|ieri|ontem|вчера|вчора|昨天|昨日)/iu;
/** "il y a 3 jours" holds an "y" and an "a" that are neither years nor one. */
const IL_Y_A = /^.*\bil y a /i;
const AGO =
  /\bago\b|назад|тому|\bvor\b|il y a|\bhace\b|(?:^|\s)há\s|\bfa\b|atrás|geleden|sedan|temu|前|^\d+\s?[a-z]{1,3}\.?$/iu;

/** "2 months ago", "vor einem Jahr", "il y a 3 jours", "2 месяца назад", "3天前", "5d". */
function relative(text: string, now: Date): string | undefined {
  if (NOW.test(text)) return day(now);
  if (YESTERDAY.test(text)) return day(new Date(now.getTime() - DAY));
  if (!AGO.test(text)) return undefined;
  const counted = text.replace(IL_Y_A, "");
  const words = [
    ...counted.matchAll(
      /\d+|(?:个|個)?(?:小时|小時|星期|月)|分钟|分鐘|時間|週間|か月|ヶ月|ヵ月|カ月|[秒分天日周週年两三一]|[^\d\s]+?(?=\d|\s|$|前)/gu,
    ),
  ].map(([word]) => word);
  for (const [index, word] of words.entries()) {
    const unit = unitOf(word);
    const amount =
      amountOf(words[index - 1] ?? "") ??
      (index === 0 || /^(?:vor|a|hace|há|il|y)$/i.test(words[index - 1] ?? "") ? 1 : undefined);
    if (unit && amount !== undefined) return ago(amount, unit, now);
  }
  return undefined;
}

/** A count of months is known to the month, of years to the year; nearer ones to the day. */
function ago(amount: number, unit: Unit, now: Date): string {
  const then = new Date(now);
  if (unit === "year") return String(now.getUTCFullYear() - amount);
  if (unit === "month") {
    then.setUTCDate(1);
    then.setUTCMonth(then.getUTCMonth() - amount);
    return day(then).slice(0, 7);
  }
  const length = { minute: 60_000, hour: 3_600_000, day: DAY, week: 7 * DAY }[unit];
  return day(new Date(now.getTime() - amount * length));
}

/** Dates with weekday and zone in words ("Thu Mar 09 2024 10:00:00 GMT+0100") and plain times since 1970. */
function clock(text: string): string | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
}

function yearOnly(text: string): string | undefined {
  return text.match(/^(?:\D{0,30}\s)?((?:19|20)\d\d)$/)?.[1];
}

function calendarDate(year: number, month: number, date?: number): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, "0")}`;
  if (date === undefined) return start;
  const exact = new Date(Date.UTC(year, month - 1, date));
  return date >= 1 && exact.getUTCMonth() === month - 1 ? day(exact) : undefined;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
