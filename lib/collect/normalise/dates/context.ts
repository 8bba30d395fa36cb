/** What a date is read against. */

/** Which number of "03/04/2024" is the month. */
export type Order = "day-first" | "month-first";

export interface DateContext {
  /** Relative dates count back from here: the reading, or for a saved page the time it was saved. Its UTC fields are local ones. */
  now: Date;
  /** No date lies later than this; `now` when left out. */
  latest?: Date;
  /** Language of the page with its country where that is known (`en-GB`): names, and which number is the month. */
  language?: string;
  /** What the page's other dates prove about the order; stronger than the language. */
  order?: Order;
}

/** Dates later than this are misreadings; two days cover every time zone and a clock that is wrong. */
export function horizon({ now, latest = now }: DateContext): number {
  return latest.getTime() + 2 * 86_400_000;
}
