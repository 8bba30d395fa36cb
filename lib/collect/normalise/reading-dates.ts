/** The dates of one capture read together: what one of them proves helps the others. */
import type { Capture, RawReview } from "../site";
import { type DateContext, orderOf, readDate, type WrittenDate } from "./date";
import { pageLocale } from "./page-locale";

export interface ReadingDates {
  of(record: RawReview): WrittenDate | undefined;
  /** Sentences for people: which dates are left out, and why. */
  warnings: string[];
}

/**
 * @returns the dates of all records. Of a saved page relative dates count from the latest moment that it proves; where it
 * proves none they are left out, as any day would be a guess.
 */
export function readDates(capture: Capture, records: RawReview[]): ReadingDates {
  const latest = localTime(capture.readAt);
  const written = records.flatMap(({ date }) => date ?? []);
  const context: DateContext = {
    now: latest,
    latest,
    language: pageLocale(capture.language, capture.url),
    order: orderOf(written, latest),
  };
  const certain = certainDates(written, context);
  const saved = capture.saved && latestOf([capture.saved.at ?? "", ...certain.values()], latest);
  const now = capture.saved ? saved : latest;
  const dates = new Map(written.map((date) => [date, readDate(date, { ...context, now: now ?? latest })]));
  const left = now ? 0 : written.filter((date) => dates.get(date)?.floating).length;
  return {
    of: ({ date }) => {
      const read = dates.get(date ?? "");
      return read?.floating && !now ? undefined : read;
    },
    warnings: warningsOf(written, dates, left),
  };
}

function certainDates(written: string[], context: DateContext): Map<string, string> {
  const read = written.map((date) => [date, readDate(date, context)] as const);
  return new Map(read.flatMap(([date, found]) => (found && !found.floating ? [[date, found.iso]] : [])));
}

/** The latest of some ISO dates that is not later than the reading. */
function latestOf(dates: string[], reading: Date): Date | undefined {
  const times = dates.map((date) => Date.parse(date)).filter((time) => time <= reading.getTime());
  return times.length ? new Date(Math.max(...times)) : undefined;
}

/** The moment with its UTC fields set to what the clock of the reader showed. */
function localTime(iso: string): Date {
  const offset = iso.match(/([+-])(\d\d):?(\d\d)$/);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const time = Date.parse(iso);
  return new Date((Number.isNaN(time) ? Date.now() : time) + minutes * 60_000);
}

function warningsOf(written: string[], dates: Map<string, WrittenDate | undefined>, left: number): string[] {
  const unread = written.filter((date) => !dates.get(date));
  const example = unread[0]?.replace(/\s+/g, " ").trim().slice(0, 60);
  return [
    ...(left
      ? [
          `${left} of ${written.length} dates count from the day this page was saved, which it does not tell; they are left out.`,
        ]
      : []),
    ...(example ? [`${unread.length} of ${written.length} dates could not be read, for example "${example}".`] : []),
  ];
}
