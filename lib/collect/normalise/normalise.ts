/** Turns what a page said into reviews: parsed, cleaned, told apart. Pure; runs in the engine and in Node. */
import type { Review, Subject } from "../../domain";
import { Merger } from "../read/merge";
import type { Capture, RawReview } from "../site";
import { canonicalUrl, siteOfUrl } from "./address";
import { cleanLine, cleanText, saysSomething } from "./clean";
import { type DateContext, orderOf, parseDate } from "./date";
import { hash, identityOf, nativeKey } from "./identity";
import { parseRating } from "./rating";

/**
 * @returns the subject and its reviews; records with neither words nor stars are left out, records told twice are one.
 * Never throws on what a page says; language is left to measurement unless the markup states it.
 */
export async function normalise(capture: Capture): Promise<{ subject: Subject; reviews: Review[] }> {
  const subject = await subjectOf(capture);
  const records = distinct(capture.reviews);
  const contested = contestedIds(records);
  const context = dateContext(capture, records);
  const ids = new Map<string, string>();
  const answers = new Map<string, string>();
  const reviews = new Map<string, Review>();
  for (const record of records) {
    const native = nativeKey(record.nativeId) ?? "";
    const date = record.date ? parseDate(record.date, context) : undefined;
    // The same words under two products are a review of each: shops show one text for several variants.
    const id = await hash(subject.id, ...identityOf(record, date, contested.has(native)));
    for (const name of [native, record.selector ?? ""]) if (name && !ids.has(name)) ids.set(name, id);
    if (record.replyTo) answers.set(id, record.replyTo);
    if (!reviews.has(id))
      reviews.set(id, { ...fieldsOf(record, date), id, subjectId: subject.id, ...placeOf(capture, record) });
  }
  for (const review of reviews.values()) linkReply(review, ids, answers.get(review.id));
  return { subject, reviews: [...reviews.values()] };
}

async function subjectOf({ url, title, language, subject, readAt }: Capture): Promise<Subject> {
  const address = canonicalUrl(sameSite(subject.url, url) ?? url);
  const rating = parseRating(subject.rating, subject.ratingScale);
  const site = siteOfUrl(url) || siteOfUrl(address);
  return defined({
    id: await hash("subject", address),
    name: cleanLine(subject.name) ?? cleanLine(title) ?? (site || address),
    url: address,
    site,
    brand: cleanLine(subject.brand, 120),
    category: cleanLine(subject.category?.join(" › "), 240),
    price: cleanLine(subject.price, 60),
    ...rating,
    ratingCount: countIn(subject.ratingCount),
    language: cleanLine(language, 35),
    lastRead: readAt,
  });
}

/** A canonical address of another site, or of the front page seen from a deeper one, is a mistake of the page. */
function sameSite(canonical: string | undefined, url: string): string | undefined {
  if (!canonical || !URL.canParse(canonical) || !URL.canParse(url)) return undefined;
  const [named, actual] = [new URL(canonical), new URL(url)];
  const front = named.pathname === "/" && !named.search && actual.pathname !== "/";
  return siteOfUrl(canonical) === siteOfUrl(url) && !front ? canonical : undefined;
}

/** Cleaned records that say something; the same one told twice is merged, richest fields win. */
function distinct(raw: RawReview[]): RawReview[] {
  const merger = new Merger();
  for (const record of raw) {
    const body = cleanText(record.body);
    const title = cleanLine(record.title);
    if (!saysSomething(body) && !(title && saysSomething(title)) && !hasStarsOnly(record)) continue;
    merger.add({
      ...record,
      body: saysSomething(body) ? body : "",
      title: title === body ? undefined : title,
      author: authorName(record.author),
    });
  }
  return merger.reviews;
}

/** Stars without a word, of which it is known who gave them, or when. */
function hasStarsOnly({ rating, author, date, kind }: RawReview): boolean {
  return kind === "review" && rating !== undefined && Boolean(author || date);
}

const NO_NAME = /^(?:undefined|null|none|n\/a|\[object object\])$/i;

function authorName(raw: string | undefined): string | undefined {
  const name = cleanLine(raw, 120);
  return name && !NO_NAME.test(name) ? name : undefined;
}

/** Native ids that several records of one capture claim with different words: none of them may lose its own. */
function contestedIds(records: RawReview[]): Set<string> {
  const seen = new Set<string>();
  const contested = new Set<string>();
  for (const record of records) {
    const key = nativeKey(record.nativeId);
    if (key && seen.has(key)) contested.add(key);
    if (key) seen.add(key);
  }
  return contested;
}

function dateContext(capture: Capture, records: RawReview[]): DateContext {
  const dates = records.flatMap(({ date }) => date ?? []);
  return { now: new Date(capture.readAt), order: orderOf(dates, capture.language) };
}

type Fields = Omit<Review, "id" | "subjectId" | "place" | "collected">;

function fieldsOf(record: RawReview, date: string | undefined): Fields {
  const { kind, body, title, author, verified, helpful, photos, cut, depth, how, nativeId, replyTo } = record;
  return defined({
    kind,
    body,
    title,
    ...parseRating(record.rating, record.ratingScale),
    author,
    date,
    language: record.language?.match(/^[a-z]{2,3}\b/i)?.[0].toLowerCase(),
    verified,
    helpful: countIn(helpful),
    photos: photos || undefined,
    cut: cut || undefined,
    location: cleanLine(record.location, 120),
    variant: cleanLine(record.variant, 200),
    nativeId: nativeKey(nativeId),
    replyTo: nativeKey(replyTo),
    depth,
    how,
  });
}

/** A count, or the first number in words such as "12 people found this helpful". */
function countIn(raw: number | string | undefined): number | undefined {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined;
  const found = raw?.match(/-?\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?!\d)|-?\d+/)?.[0];
  return found === undefined ? undefined : Number(found.replace(/[^\d-]/g, ""));
}

function placeOf(capture: Capture, { selector }: RawReview): Pick<Review, "place" | "collected"> {
  return { place: { url: capture.url, ...(selector ? { selector } : {}) }, collected: capture.readAt };
}

/** `replyTo` becomes the id of the answered review where that is known; a post or thread that is none is left out. */
function linkReply(review: Review, ids: Map<string, string>, named: string | undefined): void {
  const parent = ids.get(review.replyTo ?? "") ?? ids.get(named ?? "");
  if (parent && parent !== review.id) review.replyTo = parent;
  else delete review.replyTo;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
