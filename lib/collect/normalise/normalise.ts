/** Turns what a page said into reviews: parsed, cleaned, told apart. Pure; runs in the engine and in Node. */
import type { Review, Subject } from "../../domain";
import { BROUGHT } from "../files/address";
import { Merger } from "../read/merge";
import type { Capture, RawReview } from "../site";
import { authorName } from "./author";
import { cleanText, saysSomething } from "./clean";
import type { WrittenDate } from "./date";
import { fieldContext, fieldsOf } from "./fields";
import { hash, identityOf, nativeKey } from "./identity";
import { readDates } from "./reading-dates";
import { subjectOf } from "./subject";
import { titleOf } from "./words";

export interface Normalised {
  subject: Subject;
  reviews: Review[];
  /** Sentences for people: what was read but could not be understood. */
  warnings: string[];
}

/**
 * @returns the subject and its reviews; records with neither words nor stars are left out, records told twice are one.
 * Never throws on what a page says; language is left to measurement unless the markup states it.
 */
export async function normalise(capture: Capture): Promise<Normalised> {
  const subject = await subjectOf(capture);
  const records = distinct(capture.reviews);
  const dates = readDates(capture, records);
  const context = fieldContext(capture, records);
  const keys = identities(records, (record) => dates.of(record));
  const ids = new Map<string, string>();
  const answered = new Map<string, string>();
  const reviews = new Map<string, Review>();
  for (const record of records) {
    // The same words under two products are a review of each: shops show one text for several variants.
    const id = await hash(subject.id, ...(keys.get(record) ?? []));
    // A record without an id of its own is answered by its place.
    for (const handle of [nativeKey(record.nativeId), record.selector])
      if (handle && !ids.has(handle)) ids.set(handle, id);
    if (record.replyTo) answered.set(id, record.replyTo);
    if (reviews.has(id)) continue;
    const fields = fieldsOf(record, dates.of(record), context);
    reviews.set(id, { ...fields, id, subjectId: subject.id, ...placeOf(capture, record) });
  }
  for (const review of reviews.values()) linkReply(review, ids, answered.get(review.id));
  return { subject, reviews: [...reviews.values()], warnings: dates.warnings };
}

/** Cleaned records that say something; the same one told twice is merged, richest fields win. */
function distinct(raw: RawReview[]): RawReview[] {
  const merger = new Merger();
  const brought: RawReview[] = [];
  for (const record of raw) {
    const text = cleanText(record.body);
    const body = saysSomething(text) ? text : "";
    const title = titleOf(record.title, body);
    const author = authorName(record.author);
    if (!body && !(title && saysSomething(title)) && !hasStarsOnly({ ...record, author })) continue;
    const cleaned = { ...record, body, title, author };
    // Each row of a file is a review of its own, however alike two of them are.
    if (BROUGHT.has(record.how)) brought.push(cleaned);
    else merger.add(cleaned);
  }
  return [...merger.reviews, ...brought];
}

/** Stars without a word, of which it is known who gave them, or when. */
function hasStarsOnly({ rating, author, date, kind }: RawReview): boolean {
  return kind === "review" && rating !== undefined && Boolean(author || date);
}

/** What identifies each record. Two records of one capture are two: what both claim alone identifies neither. */
function identities(
  records: RawReview[],
  dateOf: (record: RawReview) => WrittenDate | undefined,
): Map<RawReview, string[]> {
  const claims = new Map<string, RawReview[]>();
  for (const record of records) {
    const claim = JSON.stringify(identityOf(record, dateOf(record), false));
    claims.set(claim, [...(claims.get(claim) ?? []), record]);
  }
  return new Map(
    [...claims.values()].flatMap((claimants) =>
      claimants.map((record) => [record, identityOf(record, dateOf(record), claimants.length > 1)] as const),
    ),
  );
}

function placeOf(capture: Capture, { selector, url }: RawReview): Pick<Review, "place" | "collected"> {
  return {
    place: { url: url ?? capture.url, ...(selector ? { selector } : {}) },
    collected: universal(capture.readAt),
  };
}

/** In universal time, so that times of reading can be compared as texts. */
function universal(time: string): string {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? time : moment.toISOString();
}

/** `replyTo` becomes the id of the answered review where that is known; a post or thread that is none is left out. */
function linkReply(review: Review, ids: Map<string, string>, told: string | undefined): void {
  const parent = ids.get(review.replyTo ?? "") ?? ids.get(told ?? "");
  if (parent && parent !== review.id) review.replyTo = parent;
  else delete review.replyTo;
}
