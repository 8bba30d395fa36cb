/** Dates written by the runtime in the forms of a language, with what a reader should make of them. */

export interface DateForm {
  locale: string;
  /** `full`, `long`, `medium`, `short`, `relative`, `relative auto`. */
  form: string;
  written: string;
  iso: string;
}

/** The languages that must be read nearly without fault, with the countries that write them differently. */
export const LISTED =
  "en-US en-GB en-AU en-IN de de-AT de-CH fr fr-CA es es-MX it pt-BR pt-PT ru zh-CN zh-TW zh-HK ja".split(" ");
export const OTHERS =
  "nl pl tr sv da nb cs uk ko ar ar-EG he hi vi id th fi hu ro el bg hr sr sk sl lt lv et ca ms fil fa ur bn ta ka hy kk az".split(
    " ",
  );

const STYLES = ["full", "long", "medium", "short"] as const;
const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
const DAY = 86_400_000;

/** @param days how many days, spread evenly over the years before `now`, are written in each style */
export function absoluteForms(locale: string, now: Date, days = 40): DateForm[] {
  const from = Date.UTC(now.getUTCFullYear() - 24, 0, 2);
  const step = Math.floor((now.getTime() - from) / DAY / days);
  return STYLES.flatMap((dateStyle) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" });
    return Array.from({ length: days }, (_, index): DateForm => {
      const date = new Date(from + index * step * DAY);
      return { locale, form: dateStyle, written: format.format(date), iso: date.toISOString().slice(0, 10) };
    });
  });
}

export function relativeForms(locale: string, now: Date): DateForm[] {
  return (["always", "auto"] as const).flatMap((numeric) =>
    (["long", "short", "narrow"] as const).flatMap((style) => {
      const format = new Intl.RelativeTimeFormat(locale, { numeric, style });
      return UNITS.flatMap((unit) =>
        (numeric === "auto" ? [0, 1, 2, 3] : [1, 2, 3, 4, 5, 7, 10, 11, 12, 15, 21, 22, 23]).map(
          (amount): DateForm => ({
            locale,
            form: numeric === "auto" ? "relative auto" : "relative",
            written: format.format(-amount, unit),
            iso: expected(amount, unit, now),
          }),
        ),
      );
    }),
  );
}

function expected(amount: number, unit: (typeof UNITS)[number], now: Date): string {
  if (unit === "year") return String(now.getUTCFullYear() - amount);
  if (unit === "month") {
    const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - amount;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  }
  const seconds = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 }[unit];
  return new Date(now.getTime() - amount * seconds * 1000).toISOString().slice(0, 10);
}
