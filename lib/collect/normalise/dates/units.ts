/** Units that relative dates count in. */
export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

export const UNITS = ["second", "minute", "hour", "day", "week", "month", "year"] as const satisfies Unit[];

/** An amount nobody counted: "a few days ago". */
export const FEW = "few";

export interface Past {
  amount: number | typeof FEW;
  unit: Unit;
}

const DAY = 86_400_000;
const LENGTH = { second: 1000, minute: 60_000, hour: 3_600_000, day: DAY, week: 7 * DAY };
/** What is still known of a date when nobody counted: some days ago was in some month, some months ago in some year. */
const COARSE = { second: 10, minute: 10, hour: 10, day: 7, week: 4, month: 4, year: 0 };

/**
 * The time an amount of units before `now`, as precise as the unit allows: years to the year, months to the month,
 * everything shorter to the day.
 * @returns undefined where nothing can be said, as for "a few years ago"
 */
export function timeAgo({ amount, unit }: Past, now: Date): string | undefined {
  if (amount === FEW) return coarse(unit, now);
  if (unit === "year")
    return Number.isInteger(amount)
      ? String(now.getUTCFullYear() - amount)
      : timeAgo({ amount: Math.round(amount * 12), unit: "month" }, now);
  if (unit === "month") {
    if (!Number.isInteger(amount)) return timeAgo({ amount: Math.round(amount * 30), unit: "day" }, now)?.slice(0, 7);
    return monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - amount, 1)));
  }
  const then = new Date(now.getTime() - amount * LENGTH[unit]);
  return Number.isNaN(then.getTime()) ? undefined : then.toISOString().slice(0, 10);
}

/** Two amounts together, in the smaller unit where one is a round number of the other. */
export function sumOf(a: Past, b: Past): Past {
  const [large, small] = UNITS.indexOf(a.unit) >= UNITS.indexOf(b.unit) ? [a, b] : [b, a];
  if (large.amount === FEW || small.amount === FEW || large.unit === small.unit) return large;
  if (large.unit === "year" && small.unit === "month")
    return { amount: large.amount * 12 + small.amount, unit: "month" };
  if (large.unit === "year" || large.unit === "month") return large;
  const length = LENGTH[large.unit] * large.amount + LENGTH[small.unit as keyof typeof LENGTH] * small.amount;
  return { amount: length / LENGTH.second, unit: "second" };
}

function coarse(unit: Unit, now: Date): string | undefined {
  const guess = timeAgo({ amount: unit === "month" || unit === "year" ? COARSE[unit] : 3, unit }, now);
  return guess?.slice(0, COARSE[unit]) || undefined;
}

function monthOf(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 7);
}
