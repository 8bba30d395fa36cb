/** Personal numbers and addresses of the net: shape first, then the check digits each standard has, then the words before it. */
import type { Span } from "../domain";
import { ID_SHAPES, MAIL_HOSTS, NUMBERED, PHONE_SHAPES, PHONE_WORDS } from "./personal-shapes";

const EMAIL =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}._%+-])[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_][\p{Script=Latin}\p{Script=Cyrillic}\p{N}._%+-]{0,63}@(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{N}-]{1,63}\.){1,4}[\p{Script=Latin}\p{Script=Cyrillic}]{2,24}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu;
/** "anna (at) example (dot) org": what people write so that machines do not see it. */
const SPELT_EMAIL =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}._%+-])[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_][\p{Script=Latin}\p{Script=Cyrillic}\p{N}._%+-]{0,63}\s?[([{<]\s?(?:at|ät|@|arroba|chiocciola|собака|собачка)\s?[)\]}>]\s?[\p{Script=Latin}\p{Script=Cyrillic}\p{N}-]{1,63}(?:\s?(?:\.|[([{<]\s?(?:dot|punkt|point|punto|ponto|точка|\.)\s?[)\]}>]|\s(?:dot|punkt|point|punto|ponto|точка)\s)\s?[\p{Script=Latin}\p{Script=Cyrillic}\p{N}-]{2,63}){1,3}/giu;
const SPOKEN_EMAIL = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}._%+-])[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}_][\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}._%+-]{1,63} (?:at|ät|arroba|chiocciola|собака) ${MAIL_HOSTS}\\s?(?:\\.|\\s(?:dot|punkt|point|punto|ponto|точка)\\s)\\s?\\p{L}{2,6}(?!\\p{L})`,
  "giu",
);

/** @returns places of e-mail addresses (RFC 5321 in the shape people use it, and spelt out) */
export function findEmails(text: string): Span[] {
  return [EMAIL, SPELT_EMAIL, SPOKEN_EMAIL].flatMap((pattern) => places(text, pattern));
}

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu;

/** @returns places of account numbers whose check digits hold (ISO 13616: modulo 97 of the rearranged number is 1) */
export function findIbans(text: string): Span[] {
  return places(text, IBAN).filter((span) => remainder97(text.slice(span.start, span.end).replace(/[ -]/gu, "")) === 1);
}

function remainder97(iban: string): number {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4))
    for (const digit of Number.parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

const LONG_NUMBER = /(?<![\p{L}\p{N}.,/+-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu;
/** Issuers' ranges with their lengths (ISO/IEC 7812); a serial number that passes Luhn by chance seldom lies in one. */
const ISSUERS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|220[0-4]\d{12}|6(?:011|5\d\d|4[4-9]\d)\d{12}|62\d{14,17}|35(?:2[89]|[3-8]\d)\d{12}|(?:50|5[6-8]|6304|67)\d{14})$/u;

/** @returns places of payment card numbers: an issuer's range and Luhn's check digit (ISO/IEC 7812-1), not called an order or a serial number */
export function findCards(text: string): Span[] {
  return places(text, LONG_NUMBER).filter(({ start, end }) => {
    const digits = text.slice(start, end).replace(/\D/gu, "");
    return (
      ISSUERS.test(digits) && !/^(\d)\1+$/u.test(digits) && luhn(digits) && !NUMBERED.test(before(text, start, 30))
    );
  });
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** @returns places of numbers that stand for one person or one purchase: national numbers, passports, orders, bookings */
export function findIds(text: string): Span[] {
  return ID_SHAPES.flatMap(({ pattern, valid }) =>
    places(text, pattern).filter(({ start, end }) => valid?.(text.slice(start, end)) ?? true),
  );
}

const PHONE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,:/#$€£¥₽+-])(?:\+|00)?\(?\d(?:[ ().\-–/\u00a0]{0,3}\d){6,14}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}%]|[.,:/-]\d|\s?[$€£¥₽°元円块원])/gu;
const AFTER_NUMBER_OF =
  /(?:version|firmware|model|modell|serial|sn|isbn|ean|asin|imei|sku|art|item|part|order|tracking)\W{0,4}(?:n[or°º]?\.?|number|nummer|#)?\W{0,3}$/iu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?: \d{1,2}(?: ?\d{2})?)?$/u;

/** @returns places of telephone numbers: international (E.164), of a country's own shape, or after a word that announces one */
export function findPhones(text: string): Span[] {
  return places(text, PHONE).filter(({ start, end }) => {
    const written = text.slice(start, end);
    const digits = written.replace(/\D/gu, "");
    if (DATE.test(written) || /^(\d)\1+$/u.test(digits)) return false;
    const lead = before(text, start, 40);
    if (PHONE_WORDS.test(lead)) return digits.length >= 7;
    if (AFTER_NUMBER_OF.test(lead)) return false;
    if (/^(?:\+|00[1-9])/u.test(written)) return digits.length >= 9 && !/^\+\d{1,3}[.–-]\d{1,4}$/u.test(written);
    return PHONE_SHAPES.some((shape) => shape.test(written));
  });
}

/** @returns all matches of a global pattern */
export function places(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function before(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at);
}
