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
  #byHead = new Map<string, RawReview[]>();

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
    return headsOf(record)
      .flatMap((head) => this.#byHead.get(head) ?? [])
      .find((known) => sameReview(known, record));
  }

  #index(record: RawReview): void {
    const id = idKey(record);
    if (id && !this.#byId.has(id)) this.#byId.set(id, record);
    for (const head of headsOf(record)) {
      const list = this.#byHead.get(head) ?? [];
      if (!list.includes(record)) list.push(record);
      this.#byHead.set(head, list);
    }
  }
}

function headsOf(record: RawReview): string[] {
  const body = fold(record.body, HEAD);
  const title = fold(record.title ?? "", HEAD);
  return [...new Set([body, body.slice(0, TELLING), title].filter(Boolean))];
}

/** The last telling part of an id: `…/page#comment-75`, `comment-75` and `75` name one thing. */
function idKey(record: RawReview): string | undefined {
  const id = record.nativeId?.match(/[A-Za-z0-9]+$/)?.[0];
  return id && id.length >= 2 && /\d/.test(id) ? id : undefined;
}

function sameReview(a: RawReview, b: RawReview): boolean {
  if (!sameWords(a, b) || conflict(a, b)) return false;
  const short = Math.min(fold(a.body, TELLING).length, fold(b.body, TELLING).length) < TELLING;
  return !short || agree(a, b);
}

function sameWords(a: RawReview, b: RawReview): boolean {
  const [one, two] = [fold(a.body), fold(b.body)];
  if (!one && !two) return fold(a.title ?? "") === fold(b.title ?? "");
  if (one === two || !one || !two) return one === two;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (long.startsWith(short) && short.length >= TELLING) return true;
  return (isCut(a.body) || isCut(b.body)) && short.length >= HEAD && long.startsWith(short.slice(0, short.length - 12));
}

/** Different people, days or ids: two reviews, however alike their words. */
function conflict(a: RawReview, b: RawReview): boolean {
  if (a.author && b.author && !sameName(a.author, b.author)) return true;
  if (a.how !== b.how) return false;
  const differ = (one: string | undefined, two: string | undefined) => Boolean(one && two && one !== two);
  return differ(a.nativeId, b.nativeId) || (differ(a.date, b.date) && !isCut(a.body) && !isCut(b.body));
}

function agree(a: RawReview, b: RawReview): boolean {
  if (a.author && b.author) return sameName(a.author, b.author);
  return a.date !== undefined && b.date !== undefined && a.date.slice(0, 10) === b.date.slice(0, 10);
}

/** "Anna", "Anna K." and "Anna Kowalska" may be one person. */
function sameName(a: string, b: string): boolean {
  const [one, two] = [fold(a), fold(b)];
  return one.startsWith(two) || two.startsWith(one) || one.length === 0 || two.length === 0;
}

function combine(known: RawReview, other: RawReview): void {
  const body = betterBody(known, other);
  const merged: RawReview = { ...other, ...defined(known), body };
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
function betterBody(a: RawReview, b: RawReview): string {
  if (isCut(a.body) !== isCut(b.body)) return isCut(a.body) ? b.body || a.body : a.body || b.body;
  const [one, two] = [fold(a.body).length, fold(b.body).length];
  if (one === two) return a.body.split("\n").length >= b.body.split("\n").length ? a.body : b.body;
  return one > two ? a.body : b.body;
}

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
