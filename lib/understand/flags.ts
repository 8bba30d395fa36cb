/** Texts that are not a reviewer's opinion: advertising, nothing but symbols, instructions aimed at a machine, words paid for. Rule-based. */
import type { ReviewFlag } from "../domain";
import { CONTACTS, INSTRUCTIONS, LINK, OFFERS } from "./flag-rules";
import { isGibberish } from "./gibberish";
import { saysIncentivised } from "./incentive-rules";

/** Direction overrides, tag characters and chat-template marks have no place in a review (docs: OWASP LLM01). */
const HIDDEN = /[\u202a-\u202e\u2066-\u2069]|[\u{e0020}-\u{e007f}]{3,}|<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>/iu;
const EVERY_LINK = new RegExp(LINK.source, "giu");

/** @returns the flags a text earns by itself; "duplicate" needs the other texts, see `duplicates.ts` */
export function flagsOf(body: string): ReviewFlag[] {
  if (!/[\p{L}\p{N}]/u.test(body) || isGibberish(body)) return ["no-words"];
  const flags: ReviewFlag[] = [];
  if (isAdvertising(body)) flags.push("spam");
  if (givesInstructions(body)) flags.push("instructions");
  if (saysIncentivised(body)) flags.push("incentivised");
  return flags;
}

/** Words that try to steer a language model rather than tell a reader something. */
export function givesInstructions(body: string): boolean {
  if (HIDDEN.test(body)) return true;
  // Characters that show nothing are put between letters to get past filters.
  const text = body
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/\s+/gu, " ");
  return INSTRUCTIONS.some((pattern) => pattern.test(text));
}

/** Two different signs of advertising, or one sign many times over. */
function isAdvertising(body: string): boolean {
  const links = body.match(EVERY_LINK)?.length ?? 0;
  const contact = CONTACTS.some((pattern) => pattern.test(body));
  const offers = OFFERS.filter((pattern) => pattern.test(body)).length;
  if (links >= 3) return true;
  return Number(links > 0) + Number(contact) + Math.min(offers, 2) >= 2 && (links > 0 || contact || offers >= 2);
}

/** True when something is asked: a question mark that does not belong to an address. */
export function asksQuestion(sentence: string): boolean {
  return (
    /[?？؟;](?:["'”’)\]\s!?？]|\p{Extended_Pictographic})*$/u.test(sentence.replace(EVERY_LINK, "")) &&
    !/;$/u.test(sentence)
  );
}
