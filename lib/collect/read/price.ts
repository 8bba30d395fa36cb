/** The price beside the head line of a page, where its data does not tell it. */
import { PRICE_TEXT } from "../document/phrases";
import { line } from "../document/text";
import { ELSEWHERE_WORD, wordsOf } from "../document/vocabulary";

const INSTEAD = /^\W{0,4}(?:statt|instead of|au lieu de|en lugar de|invece di|em vez de|вместо)(?!\p{L})/iu;
const REACH = 4;
const LONGEST = 40;
const OLD =
  /^(?:old|was|strike|strikethrough|regular|list|rrp|uvp|crossed|before|compare|original|installment|saving|savings|shipping)$/;

/** @returns the price as shown, of the nearest element that is named after one; one price before several in a line */
export function readPrice(document: Document): string | undefined {
  const headings = document.querySelectorAll("h1");
  let at = headings.length === 1 ? (headings[0]?.parentElement ?? null) : null;
  for (let level = 0; at && level < REACH && at.localName !== "body"; level += 1, at = at.parentElement) {
    const within = at;
    const prices = [...at.querySelectorAll(PRICES)].slice(0, 40).filter((element) => !isOld(element, within));
    const texts = prices.map(({ textContent }) => line(textContent)).filter((text) => isPrice(text));
    const single = texts.find((text) => !PRICE_TEXT.test(text.replace(PRICE_TEXT, "")));
    if (texts.length) return single ?? texts[0];
  }
  return undefined;
}

const PRICES = '[class*="price" i], [itemprop="price"], [class*="preis" i], [data-testid*="price" i]';

function isPrice(text: string): boolean {
  return text !== "" && text.length <= LONGEST && PRICE_TEXT.test(text);
}

/** What it cost before, what is saved, or what another product costs. */
function isOld(element: Element, within: Element): boolean {
  for (let at: Element | null = element; at && at !== within; at = at.parentElement) {
    if (/^(?:del|s|strike|li)$/.test(at.localName) || at.querySelector("h2 a, h3 a, h4 a, h5 a")) return true;
    if (wordsOf(at).some((word) => OLD.test(word) || ELSEWHERE_WORD.test(word))) return true;
  }
  // An old price is often worded: "instead of 8,99 €".
  return (
    element.querySelector("del, s, strike") !== null ||
    INSTEAD.test(element.parentElement?.textContent?.slice(0, 80) ?? "")
  );
}
