/** Signs and words of money, and the ISO 4217 code they stand for. */

/** Signs that mean one currency everywhere; the longer ones come before the shorter they contain. */
export const SIGNS: [sign: string, code: string][] = Object.entries({
  us$: "USD",
  usd$: "USD",
  ca$: "CAD",
  cad$: "CAD",
  c$: "CAD",
  au$: "AUD",
  aud$: "AUD",
  a$: "AUD",
  nz$: "NZD",
  hk$: "HKD",
  nt$: "TWD",
  s$: "SGD",
  mx$: "MXN",
  r$: "BRL",
  rd$: "DOP",
  ar$: "ARS",
  clp$: "CLP",
  col$: "COP",
  "cn¥": "CNY",
  "jp¥": "JPY",
  rmb: "CNY",
  "€": "EUR",
  "£": "GBP",
  "₽": "RUB",
  руб: "RUB",
  "₴": "UAH",
  грн: "UAH",
  "₸": "KZT",
  тг: "KZT",
  "₹": "INR",
  "₩": "KRW",
  원: "KRW",
  "₫": "VND",
  đ: "VND",
  "₺": "TRY",
  tl: "TRY",
  zł: "PLN",
  zl: "PLN",
  kč: "CZK",
  kc: "CZK",
  ft: "HUF",
  lei: "RON",
  лв: "BGN",
  "฿": "THB",
  บาท: "THB",
  "₱": "PHP",
  "₦": "NGN",
  "₪": "ILS",
  "₾": "GEL",
  "₼": "AZN",
  "₡": "CRC",
  "₵": "GHS",
  "৳": "BDT",
  rp: "IDR",
  rm: "MYR",
  円: "JPY",
  元: "CNY",
  "s/": "PEN",
  дин: "RSD",
  din: "RSD",
  br: "BYN",
  "د.إ": "AED",
  "ر.س": "SAR",
  ريال: "SAR",
  تومان: "IRT",
  sfr: "CHF",
  fr: "CHF",
  р: "RUB",
  eur: "EUR",
  euro: "EUR",
});

/** Signs that several countries share, by country; the first entry counts where the country is unknown. */
export const SHARED: [sign: string, byRegion: Map<string, string>][] = Object.entries({
  $: "US:USD CA:CAD AU:AUD NZ:NZD MX:MXN AR:ARS CL:CLP CO:COP SG:SGD HK:HKD TW:TWD UY:UYU",
  "¥": "JP:JPY CN:CNY",
  kr: "SE:SEK NO:NOK DK:DKK IS:ISK",
  rs: "IN:INR PK:PKR LK:LKR NP:NPR MU:MUR",
  r: "ZA:ZAR",
  元: "CN:CNY TW:TWD HK:HKD",
}).map(([sign, regions]) => [sign, new Map(regions.split(" ").map((pair) => pair.split(":") as [string, string]))]);

/** Currencies without a smaller part: a point or comma in them parts thousands. */
export const WHOLE = new Set("JPY KRW VND CLP ISK PYG UGX HUF IDR".split(" "));

/** Whether three letters are an ISO 4217 code. */
export function isCurrencyCode(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf("currency"));
  return codes.has(code);
}

let codes: Set<string> | undefined;
