/** Turns the element of a record into its fields. */
import { pathTo } from "../document/path";
import { PROMPT_TEXT } from "../document/phrases";
import { type RawRating, readRating, readSureRating } from "../document/rating";
import { line } from "../document/text";
import { REPLY_WORD, wordsOf } from "../document/vocabulary";
import type { RawReview } from "../site";
import { type Author, readAuthor } from "./author";
import { type Body, readBody, type Surroundings } from "./body";
import type { Chosen } from "./choose";
import { readDetails } from "./details";
import { nativeIdOf } from "./native-id";
import type { Roles } from "./roles";
import { readTitle } from "./title";
import { unitsOf } from "./units";
import { readDate } from "./written";

export { extras } from "./details";

export function readRecord(
  chosen: Chosen,
  around: Omit<Surroundings, "taken" | "about">,
  roles: Roles,
): RawReview | undefined {
  const { element, evidence } = chosen;
  const taken = new Set<Element>();
  const places = placesOf(element, around.isOther, roles);
  const inner: Surroundings = { ...around, taken, ...(roles.prose ? { about: places.about, main: places.main } : {}) };
  const author = readAuthor(element, inner, places);
  const date = readDate(element, inner);
  if (author && isApart(author.element, element, author.name.length + 60)) taken.add(author.element);
  if (date && isApart(date.element, element, 80)) taken.add(date.element);
  const title = readTitle(element, inner, author?.name, places.title);
  if (title) taken.add(title.element);
  const body = readBody(element, inner);
  const rating = (evidence.rating >= 0.15 ? readRating : readSureRating)(element, around.isOther);
  if (!saysSomething(body, title, rating, author ?? date)) return undefined;
  return {
    how: "structure",
    kind: rating || evidence.reviewLike ? "review" : "comment",
    body: body?.text ?? "",
    ...(title ? { title: title.text } : {}),
    ...rating,
    ...(author ? { author: author.name } : {}),
    ...(date ? { date: date.text } : {}),
    ...(body?.cut ? { cut: true } : {}),
    ...languageOf(body?.element, element),
    ...readDetails(element, around.isOther, body?.element),
    nativeId: nativeIdOf(element, around.isOther),
    selector: pathTo(element),
  };
}

export interface Places {
  author?: Element;
  title?: Element;
  /** Where most words stand: no byline is looked for there. */
  main?: Element;
  about: Set<Element>;
}

/** Where this record has what the others of its group have there. */
function placesOf(record: Element, isOther: (element: Element) => boolean, roles: Roles): Places {
  const places: Places = { about: new Set() };
  const units = unitsOf(record, (other) => other !== record && isOther(other));
  const worded = units.some(({ key }) => key === roles.main);
  for (const { key, element, loose } of units) {
    if (key === roles.main) places.main ??= element;
    if (loose) continue;
    if (key === roles.author) places.author ??= element;
    else if (key === roles.title) places.title ??= element;
    else if (roles.about.has(key) || (worded && roles.brief.has(key))) places.about.add(element);
  }
  return places;
}

/** Whether a field stands in an element of its own, not in one with the words of the review. */
function isApart(field: Element, record: Element, longest: number): boolean {
  return field !== record && (field.textContent?.trim().length ?? 0) < longest;
}

/** Stars without words are a review too, when it is known who gave them, or when. */
function saysSomething(
  body: Body | undefined,
  title: unknown,
  rating: RawRating | undefined,
  told: Author | unknown,
): boolean {
  if (!body && !(told && (rating || title))) return false;
  const text = body?.text ?? "";
  return !isCountLabel(text) && !(text.length < 100 && PROMPT_TEXT.test(text));
}

/** "9 reviews", "12 Kommentare (3)": the head line of a list that was taken for a record. */
function isCountLabel(text: string): boolean {
  return /^\(?\d[\d.,\s]{0,12}\)?\s*(?:\p{L}+\s)?(?:reviews?|ratings?|comments?|bewertung\p{L}*|rezension\p{L}*|kommentar\p{L}*|avis|commentaires?|opinion\p{L}*|reseñas?|comentarios?|recension\p{L}*|отзыв\p{L}*|комментари\p{L}*|条?评论|件のレビュー)\W*\d*\W*$/iu.test(
    text,
  );
}

/** The language that the markup states for the words of this record, not for the page. */
function languageOf(body: Element | undefined, record: Element): Pick<RawReview, "language"> {
  for (let at = body; at && record.contains(at); at = at.parentElement ?? undefined) {
    const lang = at.getAttribute("lang");
    if (lang && /^[a-z]{2,3}(?:-|$)/i.test(lang)) return { language: lang };
  }
  return {};
}

/** A shop's or maker's answer below a review, by what it is called or how it begins. */
export function isShopReply(element: Element): boolean {
  const own = [element, element.parentElement].flatMap((at) => (at ? wordsOf(at) : []));
  if (own.some((word) => REPLY_WORD.test(word))) return true;
  return SHOP_REPLY.test(line(element.textContent).slice(0, 80));
}

const SHOP_REPLY =
  /^(?:response from|reply from|owner.s? response|antwort (?:von|des)|réponse d|respuesta d|risposta d|resposta d|ответ (?:от|компании|продавца|магазина)|商家回复|オーナーからの返信|ショップからの)/i;
