/** Prices as shops write them: amount and currency apart. */

import { isCurrencyCode, SHARED, SIGNS, WHOLE } from "./currencies";
import { plainDigits } from "./dates/prepare";

export interface Price {
  priceAmount?: number;
  /** ISO 4217. */
  currency?: string;
}

const AMOUNT = String.raw`\d{1,12}(?:[.,'’ ]\d{2,3})*(?:[.,]\d{1,2})?(?!\d)`;
const FIRST = new RegExp(`(?<![\\d.,])${AMOUNT}`);
/** "12.99 – 24.99": the lower end is told first, but not always. */
const RANGE = new RegExp(
  `(${AMOUNT})\\s?[^\\d\\s.,–—~-]{0,4}\\s?(?:[–—~-]|to|bis|a|à|до|至|から)\\s?[^\\d\\s.,]{0,4}\\s?(${AMOUNT})`,
);

/**
 * @param stated code or sign given apart from the price
 * @param region ISO 3166 country of the page, for signs that several countries share
 * @returns what could be read; of a range the lowest amount
 */
export function parsePrice(raw: string | undefined, stated?: string, region?: string): Price {
  if (!raw) return {};
  const text = plainDigits(raw.normalize("NFKC")).replace(/\s+/g, " ").trim().slice(0, 120);
  const currency = currencyIn(stated ?? "", region) ?? currencyIn(text, region);
  const range = text.match(RANGE);
  const amounts = (range ? [range[1], range[2]] : [text.match(FIRST)?.[0]]).flatMap(
    (amount) => amountOf(amount, currency) ?? [],
  );
  return {
    ...(amounts.length ? { priceAmount: Math.min(...amounts) } : {}),
    ...(currency ? { currency } : {}),
  };
}

/** The last point or comma parts cents when one or two digits follow it; before three digits it parts thousands. */
function amountOf(written: string | undefined, currency: string | undefined): number | undefined {
  if (!written) return undefined;
  const plain = written.replace(/[ '’]/g, "");
  const cents = plain.match(/[.,](\d{1,2})$/)?.[1];
  const isGrouped = /^\d{1,3}(?:[.,]\d{2,3})+$/.test(plain) && (cents === undefined || WHOLE.has(currency ?? ""));
  const whole = cents === undefined || isGrouped ? plain : plain.slice(0, -cents.length - 1);
  const amount = Number(`${whole.replace(/[.,]/g, "")}.${isGrouped ? "0" : (cents ?? "0")}`);
  return Number.isFinite(amount) ? amount : undefined;
}

function currencyIn(text: string, region: string | undefined): string | undefined {
  const code = text.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g)?.find(isCurrencyCode);
  if (code) return code;
  const lower = text.toLowerCase();
  const shared = SHARED.find(([sign, regions]) => stands(sign, lower) && (region === undefined || regions.has(region)));
  const fixed = SIGNS.filter(([sign]) => stands(sign, lower)).sort(([a], [b]) => b.length - a.length)[0];
  if (fixed && (!shared || fixed[0].length > shared[0].length)) return fixed[1];
  const byRegion = shared?.[1].get(region ?? "") ?? fixed?.[1];
  return byRegion ?? firstOf(SHARED.find(([sign]) => stands(sign, lower))?.[1]);
}

function firstOf(regions: Map<string, string> | undefined): string | undefined {
  return regions?.values().next().value;
}

/** Letters stand for money only beside the number: "kr 199", "199 kr", not in the middle of a word. */
function stands(sign: string, text: string): boolean {
  const at = text.indexOf(sign);
  if (at < 0 || !/\p{L}/u.test(sign)) return at >= 0;
  const [before, after] = [text.slice(0, at), text.slice(at + sign.length)];
  return !/\p{L}$/u.test(before) && !/^\p{L}/u.test(after) && (/\d[\s.,-]*$/.test(before) || /^[\s.]*\d/.test(after));
}
