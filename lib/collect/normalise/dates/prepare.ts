/** One spelling for the many ways of writing the same: digits, dashes, case, accents, dots behind short forms. */

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** Text as dates and counts are compared: Latin digits, lower case, no accents, single spaces. */
export function prepare(raw: string): string {
  return plainDigits(raw.normalize("NFKC").replace(INVISIBLE, ""))
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/ı/g, "i")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/[’ʼ´`]/g, "'")
    .replace(/(?<=[\p{L}\p{M}])\.(?=[\p{L}\p{M}])/gu, "")
    .replace(/(?<=[\p{L}\p{M}])[.॰]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Digits of any script as 0–9; each script has its ten in a row, beginning at …0 or …6 (https://www.unicode.org/charts/). */
export function plainDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const startsAtZero = /\p{Nd}/u.test(String.fromCodePoint(code - (code & 0xf)));
    return String((code & 0xf) - (startsAtZero ? 0 : 6));
  });
}

const HAN_DIGITS = "〇一二三四五六七八九";
const HAN_NUMBER =
  /[〇零一二两兩三四五六七八九十]{1,4}(?=\s?(?:年|月|日|号|天|周|週|个|個|か|ヶ|ヵ|カ|ケ|箇|小时|小時|時|时|分|秒|星期|礼拜|人|星|つ|名|位))/g;

/** Numbers written in Han characters, before the words that dates and counts use: 三天前, 二〇二四年, 十二月. */
export function hanNumbers(text: string): string {
  return text.replace(HAN_NUMBER, (word) => {
    const digits = word.replace(/[两兩]/g, "二").replace(/零/g, "〇");
    const at = digits.indexOf("十");
    if (at < 0) return [...digits].map((digit) => HAN_DIGITS.indexOf(digit)).join("");
    const tens = at === 0 ? 1 : HAN_DIGITS.indexOf(digits.charAt(at - 1));
    const ones = at === digits.length - 1 ? 0 : HAN_DIGITS.indexOf(digits.charAt(at + 1));
    return String(tens * 10 + ones);
  });
}

/** A text to be found as it is by a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** An alternation of texts, the longest first, so that no text hides a longer one. */
export function anyOf(texts: Iterable<string>): string {
  return [...new Set(texts)]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");
}
