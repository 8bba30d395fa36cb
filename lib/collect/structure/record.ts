/** Turns the element of a record into its fields. */
import { pathTo } from "../document/path";
import { readRating } from "../document/rating";
import { looksLikeDate, looksLikeRating } from "../document/signals";
import { line, readText } from "../document/text";
import { REPLY_WORD, TITLE_WORD, wordsOf } from "../document/vocabulary";
import type { RawReview } from "../site";
import { readAuthor } from "./author";
import { readBody, type Surroundings } from "./body";
import type { Chosen } from "./choose";
import { isDate, ownText } from "./marks";
import { nativeIdOf } from "./native-id";

export function readRecord(chosen: Chosen, around: Omit<Surroundings, "taken">): RawReview | undefined {
  const { element, evidence } = chosen;
  const taken = new Set<Element>();
  const inner: Surroundings = { ...around, taken };
  const author = readAuthor(element, inner);
  const date = readDate(element, inner);
  if (author && author.element !== element && (author.element.textContent?.length ?? 0) < 120)
    taken.add(author.element);
  if (date && date.element !== element && (date.element.textContent?.length ?? 0) < 80) taken.add(date.element);
  const title = readTitle(element, inner, author?.name);
  if (title) taken.add(title.element);
  const body = readBody(element, inner);
  const rating = evidence.rating >= 0.15 ? readRating(element, around.isOther) : undefined;
  // Stars without words are a review too, when it is known who gave them, or when.
  const starsOnly = rating !== undefined && (author !== undefined || date !== undefined);
  if ((!body && !title && !starsOnly) || isCountLabel(body?.text ?? "")) return undefined;
  return {
    how: "structure",
    kind: rating || evidence.reviewLike ? "review" : "comment",
    body: body?.text ?? "",
    ...(title ? { title: title.text } : {}),
    ...rating,
    ...(author ? { author: author.name } : {}),
    ...(date ? { date: date.text } : {}),
    ...extras(element, inner),
    nativeId: nativeIdOf(element, around.isOther),
    selector: pathTo(element),
  };
}

/** "9 reviews", "12 Kommentare (3)": the head line of a list that was taken for a record. */
function isCountLabel(text: string): boolean {
  return /^\(?\d[\d.,\s]*\)?\s*(?:\p{L}+\s)?(?:reviews?|ratings?|comments?|bewertung\p{L}*|rezension\p{L}*|kommentar\p{L}*|avis|commentaires?|opinion\p{L}*|reseñas?|comentarios?|recension\p{L}*|отзыв\p{L}*|комментари\p{L}*|条?评论|件のレビュー)\W*\d*\W*$/iu.test(
    text,
  );
}

interface Found {
  text: string;
  element: Element;
}

/** Machine-readable times first, then the first text that reads like a date. */
function readDate(record: Element, { isOther, marks }: Surroundings): Found | undefined {
  const dated = [record, ...record.querySelectorAll("*")].filter(
    (element) => marks.kinds.get(element)?.has("date") && !inOther(element, record, isOther),
  );
  for (const element of dated) {
    const stamp = element.getAttribute("datetime") ?? element.getAttribute("content");
    if (stamp && /\d{4}/.test(stamp)) return { text: stamp, element };
  }
  for (const element of dated) {
    const own = ownText(element);
    const whole = line(element.textContent);
    const title = line(element.getAttribute("title"));
    if (/\d{4}/.test(title) && looksLikeDate(title)) return { text: title, element };
    if (MEMBERSHIP.test(whole) && whole.length < 80) continue;
    const text = [own, whole].find((value) => value && looksLikeDate(value));
    if (text && isDate(element, text)) return { text, element };
  }
  return undefined;
}

function inOther(element: Element, record: Element, isOther: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at && at !== record; at = at.parentElement) if (isOther(at)) return true;
  return false;
}

/** Real headings come before elements that only look like one: class names call many things a heading. */
function readTitle(record: Element, around: Surroundings, author: string | undefined): Found | undefined {
  const headings = [...record.querySelectorAll("h1, h2, h3, h4, h5, h6, [itemprop=name], [itemprop=headline]")];
  const named = [
    ...record.querySelectorAll("[class*=title i], [class*=headline i], [class*=heading i], [data-hook*=title]"),
  ];
  for (const element of [
    ...headings,
    ...named.filter((other) => wordsOf(other).some((word) => TITLE_WORD.test(word))),
  ]) {
    if (!mayBeTitle(element, record, around)) continue;
    const text = readText(element, (inner) => around.marks.kinds.get(inner)?.has("rating") ?? false);
    if (text.length < 2 || text.length > 200 || text.includes("\n\n") || text === author) continue;
    if (around.boilerplate.has(text) || looksLikeDate(text) || looksLikeRating(text)) continue;
    return { text: line(text), element };
  }
  return undefined;
}

function mayBeTitle(element: Element, record: Element, { isOther, taken }: Surroundings): boolean {
  if (inOther(element, record, isOther) || taken.has(element)) return false;
  if ([...taken].some((other) => element.contains(other) || other.contains(element))) return false;
  const frame = element.closest("blockquote, [class*=product i], [class*=author i], [class*=user i]");
  return !frame || frame === record || !record.contains(frame);
}

/** When somebody joined, not when they wrote. */
const MEMBERSHIP = /regist|joined|member|mitglied|dabei seit|inscri|membre|miembro|регистрац|на сайте|注册|登録/i;

const VERIFIED =
  /^(?:✓|✔)?\s*(?:verified|verifizierte?r?|geprüft|achat vérifié|avis vérifié|compra verificada|acquisto verificato|проверен|подтвержд|已购|已购买|已購買|購入者|購入済|amazonで購入)/i;
const HELPFUL =
  /(\d[\d.,]*)\s+(?:people|person|users?|of \d+|personen|kunden|personnes|personas|persone|человек\S*|人)[^\n]{0,30}(?:helpful|useful|hilfreich|nützlich|utile|útil|полезн|参考|有用|有帮助)|^(?:helpful|hilfreich|utile|útil|useful|полезно|有用|参考になった)\s*[:(]?\s*(\d+)\)?$/i;

/** What short texts of a record say of the purchase and of votes, in the languages of the patterns above. */
export function extras(
  record: Element,
  { isOther }: Pick<Surroundings, "isOther">,
): Pick<RawReview, "verified" | "helpful"> {
  const out: Pick<RawReview, "verified" | "helpful"> = {};
  let seen = 0;
  for (const element of record.querySelectorAll("*")) {
    if (seen++ > 300) break;
    const text = ownText(element);
    if (!text || text.length > 80 || inOther(element, record, isOther)) continue;
    if (VERIFIED.test(text)) out.verified = true;
    const votes = text.match(HELPFUL);
    if (votes) out.helpful ??= Number((votes[1] ?? votes[2] ?? "").replace(/\D/g, ""));
  }
  return out;
}

/** A shop's or maker's answer below a review, by what it is called or how it begins. */
export function isShopReply(element: Element): boolean {
  const own = [element, element.parentElement].flatMap((at) => (at ? wordsOf(at) : []));
  if (own.some((word) => REPLY_WORD.test(word))) return true;
  return /^(?:response from|reply from|owner.s? response|antwort (?:von|des)|réponse d|respuesta d|risposta d|resposta d|ответ (?:от|компании|продавца|магазина)|商家回复|オーナーからの返信)/i.test(
    line(element.textContent).slice(0, 80),
  );
}
