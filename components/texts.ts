/** Texts, numbers and dates in the interface language, handed down to every component. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Phrase } from "../lib/locale";

export interface Texts {
  phrase: Phrase;
  /** BCP 47 tag of the interface. */
  language: string;
  /** 1204 → "1,204". */
  number(value: number): string;
  /** 3.6 → "3.6": always one digit after the point. */
  decimal(value: number): string;
  /** 0.914 → "0.91": at most two digits after the point. */
  precise(value: number): string;
  /** 0.34 → "34%". */
  percent(share: number): string;
  /** An ISO date in the precision it has: a year, a month or a day. */
  date(iso: string): string;
  bytes(size: number): string;
  /** "de" → "German". */
  languageName(tag: string): string;
}

/** A code as a message can select by it: ICU identifiers have no hyphens. */
export function selector(code: string): string {
  return code.replaceAll("-", "_");
}

/**
 * @param phrase looks messages up
 * @param language folder name of the catalogue, such as `zh_CN`
 */
export function makeTexts(phrase: Phrase, language: string): Texts {
  const tag = language.replace("_", "-");
  const number = new Intl.NumberFormat(tag);
  const decimal = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const precise = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const names = new Intl.DisplayNames([tag], { type: "language" });
  return {
    phrase,
    language: tag,
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    precise: (value) => precise.format(value),
    percent: (share) => percent.format(share),
    date: (iso) => formatDate(iso, tag),
    bytes: (size) => formatBytes(size, tag),
    languageName: (name) => nameOf(names, name),
  };
}

function formatDate(iso: string, tag: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const precision: Intl.DateTimeFormatOptions =
    iso.length <= 4
      ? { year: "numeric" }
      : iso.length <= 7
        ? { year: "numeric", month: "short" }
        : { year: "numeric", month: "short", day: "numeric" };
  // A day without a time belongs to no time zone: formatted as UTC it stays the day that was written.
  const timeZone = iso.length <= 10 ? "UTC" : undefined;
  return new Intl.DateTimeFormat(tag, { ...precision, timeZone }).format(time);
}

function formatBytes(size: number, tag: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = size < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** step;
  return new Intl.NumberFormat(tag, {
    style: "unit",
    unit: units[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const fallback = makeTexts((key) => key, "en");
export const TextsContext = createContext<Texts>(fallback);

/** @returns the texts of the interface language in use */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
