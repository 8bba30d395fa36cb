/** What short texts and pictures of a record tell besides its words: purchase, votes, variant, place, photos. */
import { FROM_TEXT, HELPFUL_COUNT, VARIANT_TEXT, VERIFIED_TEXT } from "../document/phrases";
import { line } from "../document/text";
import { wordsOf } from "../document/vocabulary";
import type { RawReview } from "../site";
import { isCountryName } from "./countries";
import { ownText } from "./marks";
import { photosIn } from "./photos";
import { inOther } from "./within";

type IsOther = (element: Element) => boolean;
export type Details = Pick<RawReview, "verified" | "helpful" | "variant" | "location" | "photos">;

const MOST = 300;
const LONGEST = 100;

/** @returns what is said; a vote count stays in its words */
export function readDetails(record: Element, isOther: IsOther, body: Element | undefined): Details {
  const out: Details = { ...extras(record, { isOther }) };
  let seen = 0;
  for (const element of record.querySelectorAll("*")) {
    if (seen++ > MOST) break;
    if (inOther(element, record, isOther) || (body !== record && body?.contains(element))) continue;
    const text = element.childElementCount < 6 ? line(element.textContent) : "";
    if (text && text.length <= LONGEST) note(element, text, out);
  }
  const photos = photosIn(record, isOther);
  return photos ? { ...out, photos } : out;
}

function note(element: Element, text: string, out: Details): void {
  const own = ownText(element);
  const words = element.hasAttributes() ? wordsOf(element) : [];
  if (!out.variant && (VARIANT_TEXT.test(text) || words.some((word) => VARIANT_WORD.test(word)))) out.variant = text;
  if (out.location || text === out.variant) return;
  const place = own.match(FROM_TEXT)?.[1];
  if (place) out.location = place;
  else if (own && isCountryName(own)) out.location = own;
  else if (own && text.length <= 60 && words.some((word) => PLACE_WORD.test(word))) out.location = text;
}

const VARIANT_WORD = /^(?:variant|variants|variation|purchasedvariant)$/;
const PLACE_WORD = /^(?:location|country|hometown|userlocation|reviewerlocation)$/;

/** What short texts of a record say of the purchase and of votes. */
export function extras(record: Element, { isOther }: { isOther: IsOther }): Pick<RawReview, "verified" | "helpful"> {
  const out: Pick<RawReview, "verified" | "helpful"> = {};
  let seen = 0;
  for (const element of record.querySelectorAll("*")) {
    if (seen++ > MOST) break;
    const text = ownText(element);
    const label = text || line(element.getAttribute("aria-label") ?? element.getAttribute("alt"));
    if (!label || label.length > LONGEST || inOther(element, record, isOther)) continue;
    if (VERIFIED_TEXT.test(label)) out.verified = true;
    out.helpful ??= votesIn(element, text);
  }
  if (record.hasAttribute("verified") && record.getAttribute("verified") !== "false") out.verified = true;
  return out;
}

function votesIn(element: Element, text: string): string | undefined {
  const label = line(element.getAttribute("aria-label"));
  return [text, label].find((words) => words && /\d|\p{L}/u.test(words) && HELPFUL_COUNT.test(words));
}
