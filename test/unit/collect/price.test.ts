import { describe, expect, it } from "vitest";
import { parsePrice } from "../../../lib/collect/normalise/price";

const PRICES: [
  raw: string,
  stated: string | undefined,
  region: string | undefined,
  amount?: number,
  currency?: string,
][] = [
  ["€ 1.299,00", undefined, undefined, 1299, "EUR"],
  ["12,99 €", undefined, undefined, 12.99, "EUR"],
  ["1.299 €", undefined, undefined, 1299, "EUR"],
  ["Preis: 12,99 EUR", undefined, undefined, 12.99, "EUR"],
  ["12,–", "EUR", undefined, 12, "EUR"],
  ["0.99", "€", undefined, 0.99, "EUR"],
  ["24.99", "USD", undefined, 24.99, "USD"],
  ["24.99 USD", undefined, undefined, 24.99, "USD"],
  ["US $12.99", undefined, undefined, 12.99, "USD"],
  ["US $12.99 - US $24.99", undefined, undefined, 12.99, "USD"],
  ["24.99–12.99 €", undefined, undefined, 12.99, "EUR"],
  ["$1,299.99", undefined, undefined, 1299.99, "USD"],
  ["$12.99", undefined, "CA", 12.99, "CAD"],
  ["A$12.99", undefined, "US", 12.99, "AUD"],
  ["NT$1,290", undefined, undefined, 1290, "TWD"],
  ["R$ 49,90", undefined, undefined, 49.9, "BRL"],
  ["1 299 ₽", undefined, undefined, 1299, "RUB"],
  ["12 990 руб.", undefined, undefined, 12_990, "RUB"],
  ["￥1,299", undefined, "JP", 1299, "JPY"],
  ["￥1,299", undefined, "CN", 1299, "CNY"],
  ["¥1299.50", undefined, "CN", 1299.5, "CNY"],
  ["₩15,000", undefined, undefined, 15_000, "KRW"],
  ["25.000 ₫", undefined, undefined, 25_000, "VND"],
  ["Rp 125.000", undefined, undefined, 125_000, "IDR"],
  ["kr 199", undefined, "NO", 199, "NOK"],
  ["199 kr", undefined, "SE", 199, "SEK"],
  ["kr. 1.299,00", undefined, "DK", 1299, "DKK"],
  ["CHF 12.-", undefined, undefined, 12, "CHF"],
  ["1'299.00 CHF", undefined, undefined, 1299, "CHF"],
  ["₹1,499.00", undefined, undefined, 1499, "INR"],
  ["Rs. 1,49,999", undefined, undefined, 149_999, "INR"],
  ["1 299,50 zł", undefined, undefined, 1299.5, "PLN"],
  ["2.499,- Kč", undefined, undefined, 2499, "CZK"],
  ["5 000 Ft", undefined, undefined, 5000, "HUF"],
  ["1.234,5 TL", undefined, undefined, 1234.5, "TRY"],
  ["1299", undefined, undefined, 1299, undefined],
  ["Free", undefined, undefined, undefined, undefined],
];

describe("parsePrice", () => {
  it.each(PRICES)("reads %j (%s, %s)", (raw, stated, region, priceAmount, currency) =>
    expect(parsePrice(raw, stated, region)).toEqual({
      ...(priceAmount === undefined ? {} : { priceAmount }),
      ...(currency === undefined ? {} : { currency }),
    }),
  );
});
