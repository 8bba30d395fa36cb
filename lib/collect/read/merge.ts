/** One list out of several kinds of evidence: the same review told twice is one review with the richest fields. */
import { fold, isCut } from "../document/fold";
import type { RawReview } from "../site";

/** Letters that must agree at the start of two tellings of one text. */
const HEAD = 48;
/** Shorter texts ("Great!") are the same only when somebody or some day agrees too. */
const TELLING = 24;

export class Merger {
  readonly reviews: RawReview[] = [];
  #byId = new Map<string, RawReview>();
  #byHead = new Map<string, Set<RawReview>>();

  /** Adds what a record says to one that is known to be the same; its words replace the others when they are the original. */
  unite(known: RawReview, record: RawReview): void {
    combine(known, record);
    known.body = record.body || known.body;
    this.#index(known);
  }

  /** Adds a record, or what it knows more to the one already there. */
  add(record: RawReview): RawReview {
    const known = this.#find(record);
    const kept = known ?? { ...record };
    if (known) combine(known, record);
    else this.reviews.push(kept);
    this.#index(kept);
    return kept;
  }

  #find(record: RawReview): RawReview | undefined {
    const id = idKey(record);
    const sameId = id ? this.#byId.get(id) : undefined;
    if (sameId && (sameWords(sameId, record) || !sameId.body || !record.body)) return sameId;
    for (const head of wantedHeads(record))
      for (const known of this.#byHead.get(head) ?? []) if (sameReview(known, record)) return known;
    return undefined;
  }

  #index(record: RawReview): void {
    const id = idKey(record);
    if (id && !this.#byId.has(id)) this.#byId.set(id, record);
    for (const head of headsOf(record)) this.#byHead.set(head, (this.#byHead.get(head) ?? new Set()).add(record));
  }
}

/** Beginnings by which a text is found again; short ones, which many share, together with who wrote them and when. */
function headsOf(record: RawReview): string[] {
  const { body, author } = foldsOf(record);
  const text = shortText(record);
  if (!text) return [body.slice(0, HEAD), body.slice(0, TELLING)];
  const heads = author ? [`${text} by ${firstName(record)}`] : [`${text} nobody ${dayOf(record)}`];
  return [...heads, `${text} on ${dayOf(record)}`];
}

/** Where the same review may be found: a short text of somebody among those of the same name, or of nobody that day. */
function wantedHeads(record: RawReview): string[] {
  const text = shortText(record);
  if (!text) return headsOf(record);
  const { author } = foldsOf(record);
  return author
    ? [`${text} by ${firstName(record)}`, `${text} nobody ${dayOf(record)}`]
    : [`${text} on ${dayOf(record)}`];
}

/** The words of a record that are too few to tell it from others; none when there are enough. */
function shortText(record: RawReview): string {
  const { body, title } = foldsOf(record);
  return body.length >= TELLING ? "" : body || title || "-";
}

function firstName({ author }: RawReview): string {
  return fold(author?.trim().split(/\s/)[0] ?? "").slice(0, 3);
}

function dayOf({ date }: RawReview): string {
  return date?.slice(0, 10) ?? "";
}

interface Folds {
  of: RawReview;
  body: string;
  title: string;
  author: string;
}

/** Every text is folded once: a record is compared with many. */
const folds = new WeakMap<RawReview, Folds>();

function foldsOf(record: RawReview): Folds {
  const known = folds.get(record);
  const { body, title, author } = record;
  if (known && known.of.body === body && known.of.title === title && known.of.author === author) return known;
  const made = { of: { ...record }, body: fold(body), title: fold(title ?? ""), author: fold(author ?? "") };
  folds.set(record, made);
  return made;
}

/** The last telling part of an id: `…/page#comment-75`, `comment-75` and `75` name one thing. */
function idKey(record: RawReview): string | undefined {
  const id = record.nativeId?.match(/[A-Za-z0-9]+$/)?.[0];
  return id && id.length >= 2 && /\d/.test(id) ? id : undefined;
}

function sameReview(a: RawReview, b: RawReview): boolean {
  if (!sameWords(a, b)) return false;
  if (isCopy(a, b)) return true;
  if (conflict(a, b)) return false;
  const short = Math.min(foldsOf(a).body.length, foldsOf(b).body.length) < TELLING;
  return !short || agree(a, b);
}

function sameWords(a: RawReview, b: RawReview): boolean {
  const [one, two] = [foldsOf(a).body, foldsOf(b).body];
  if (!one && !two) return foldsOf(a).title === foldsOf(b).title;
  if (one === two || !one || !two) return one === two;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (long.startsWith(short) && short.length >= TELLING) return true;
  return (isCut(a.body) || isCut(b.body)) && short.length >= HEAD && long.startsWith(short.slice(0, short.length - 12));
}

/** Pages show a review again in a digest or a dialog: the same person with the same telling words on the same day. */
function isCopy(a: RawReview, b: RawReview): boolean {
  const [one, two] = [foldsOf(a), foldsOf(b)];
  if (!one.author || one.author !== two.author) return false;
  if (a.date && b.date && a.date !== b.date) return false;
  return Math.min(one.body.length, two.body.length) >= TELLING;
}

/** Different people, days or ids: two reviews, however alike their words. */
function conflict(a: RawReview, b: RawReview): boolean {
  if (a.author && b.author && !sameName(a, b)) return true;
  if (a.how !== b.how) return false;
  const differ = (one: string | undefined, two: string | undefined) => Boolean(one && two && one !== two);
  return differ(a.nativeId, b.nativeId) || (differ(a.date, b.date) && !isCut(a.body) && !isCut(b.body));
}

function agree(a: RawReview, b: RawReview): boolean {
  if (a.author && b.author) return sameName(a, b);
  return a.date !== undefined && b.date !== undefined && a.date.slice(0, 10) === b.date.slice(0, 10);
}

/** "Anna", "Anna K." and "Anna Kowalska" may be one person; "user1" and "user12" are two. */
function sameName(a: RawReview, b: RawReview): boolean {
  const [short = "", long = ""] = [foldsOf(a).author, foldsOf(b).author].sort((one, two) => one.length - two.length);
  return long.startsWith(short) && !(/\d$/.test(short) && /^\d/.test(long.slice(short.length)));
}

function combine(known: RawReview, other: RawReview): void {
  const better = betterBody(known, other);
  const merged: RawReview = { ...other, ...defined(known), body: better.body };
  if (known.cut || other.cut) merged.cut = better.cut;
  if (known.kind === "comment" && other.kind === "review") merged.kind = "review";
  if (isIso(other.date) && (!isIso(known.date) || isEarlier(other.date, known.date))) merged.date = other.date;
  if (typeof other.rating === "number" && (typeof known.rating === "string" || known.how === "structure")) {
    merged.rating = other.rating;
    merged.ratingScale = other.ratingScale;
  }
  if ((other.author?.length ?? 0) > (known.author?.length ?? 0) + 1 && known.how === "structure")
    merged.author = other.author;
  Object.assign(known, merged);
}

/** The uncut text; of two full ones the one with its paragraphs. */
function betterBody(a: RawReview, b: RawReview): RawReview {
  if (!a.body || !b.body) return a.body ? a : b;
  const [cutA, cutB] = [a.cut || isCut(a.body), b.cut || isCut(b.body)];
  const [one, two] = [fold(a.body).length, fold(b.body).length];
  if (cutA !== cutB && (cutA ? two >= one - CUT_MARK : one >= two - CUT_MARK)) return cutA ? b : a;
  if (one === two) return a.body.split("\n").length >= b.body.split("\n").length ? a : b;
  return one > two ? a : b;
}

/** Letters of "read more" and the like that a cut text may have more than the full one. */
const CUT_MARK = 24;

/** Pages show when a text was last changed; its data says when it was written. */
function isEarlier(date: string | undefined, than: string | undefined): boolean {
  return Date.parse(date ?? "") < Date.parse(than ?? "") - 86_400_000;
}

function isIso(date: string | undefined): boolean {
  return /^\d{4}-\d\d-\d\d/.test(date ?? "");
}

function defined(record: RawReview): RawReview {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as RawReview;
}
