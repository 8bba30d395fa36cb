/** Amounts of money, in the notations of many countries. */
import type { EntityMention } from "../domain";

/** Sign, word or ISO 4217 code to code; where a sign is shared the commonest is meant ("$" stays as it is). */
const CURRENCIES: readonly [RegExp, string][] = [
  [/^(?:US\$|USD)$/iu, "USD"],
  [/^(?:\$|dollars?|bucks|dólares|доллар\p{L}*|美元|ドル)$/iu, "$"],
  [/^(?:€|EUR|euros?|евро|欧元|ユーロ)$/iu, "EUR"],
  [/^(?:£|GBP|pounds?|quid)$/iu, "GBP"],
  [/^(?:₽|RUB|руб(?:л\p{L}*|\.)?|р\.)$/iu, "RUB"],
  [/^(?:R\$|BRL|reais)$/iu, "BRL"],
  [/^(?:人民币|元|块|块钱|RMB|CNY)$/iu, "CNY"],
  [/^(?:円|JPY)$/iu, "JPY"],
  [/^(?:¥|￥)$/u, "¥"],
  [/^(?:₹|Rs\.?|INR|rupees)$/iu, "INR"],
  [/^(?:zł|PLN|złotych)$/iu, "PLN"],
  [/^(?:₩|원|KRW)$/iu, "KRW"],
  [/^(?:CHF|Fr\.)$/iu, "CHF"],
  [/^(?:A\$|AUD)$/iu, "AUD"],
  [/^(?:C\$|CAD)$/iu, "CAD"],
  [/^(?:₺|TL|TRY)$/u, "TRY"],
  [/^(?:kr\.?|SEK|NOK|DKK)$/iu, "kr"],
  [/^(?:₴|UAH|грн\.?)$/iu, "UAH"],
];

const NUMBER = "\\d{1,3}(?:[., '’\\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,](?:\\d{1,2}|[-–—]{1,2}))?";
const SIGN = "US\\$|R\\$|A\\$|C\\$|\\$|€|£|₽|¥|￥|₹|₩|₺|₴|USD|EUR|GBP|CHF|Rs\\.?|INR";
const AFTER =
  "€|£|₽|₹|zł|₴|₺|\\$|USD|EUR|GBP|CHF|PLN|RUB|CNY|JPY|SEK|NOK|DKK|euros?|dollars?|bucks|pounds?|quid|dólares|reais|kr\\.?|rupees|złotych|TL|доллар\\p{L}*|евро|руб(?:л\\p{L}*|\\.)?|грн\\.?";
const AFTER_HAN = "块钱|人民币|元|块|円|원|美元|欧元|ドル|ユーロ";
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<sign>${SIGN})\\s?(?<first>${NUMBER})(?![\\d%])|(?<![\\p{Script=Latin}\\p{N}.,-])(?<last>${NUMBER})(?:\\s?(?:${AFTER_HAN})|[\\s-]?(?:${AFTER})(?![\\p{L}\\p{N}]))`,
  "giu",
);

/** Pounds are a weight where nothing is paid, or where somebody says how tall they are. */
const BODY = /\d\s?['’′]\s?\d|\b(?:weigh\w*|lbs?|tall|inches)\b/iu;
const MONEY =
  /\b(?:paid|pay(?:ing)?|costs?|spen[dt]|spending|worth|price[ds]?|pric(?:e)?y|cheap(?:er)?|expensive|charged?|refund(?:ed)?|for only)\b|£/iu;

/** @returns amounts of money; the name is "49 EUR", with a point before cents */
export function findPrices(text: string): EntityMention[] {
  if (!/\d/u.test(text)) return [];
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const written = match.groups?.first ?? match.groups?.last ?? "";
    const sign = match.groups?.sign ?? match[0].slice(written.length).replace(/^[\s-]+/u, "");
    const code = CURRENCIES.find(([pattern]) => pattern.test(sign))?.[1];
    if (!code || (/^pounds?$/iu.test(sign) && (!MONEY.test(text) || BODY.test(text)))) return [];
    const name = `${amountOf(written)} ${code}`;
    return [{ kind: "price", name, start: match.index, end: match.index + match[0].length }];
  });
}

/** "1.299,00" and "1,299.00" are 1299: the last mark parts cents only when one or two digits follow it. */
function amountOf(written: string): string {
  const [, whole = written, cents = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written) ?? [];
  const digits = whole.replace(/\D/gu, "");
  return /[1-9]/u.test(cents) ? `${digits}.${cents.padEnd(2, "0")}` : digits;
}
