/**
 * The contract of reading: what the page script sends. Raw strings with their context, as found;
 * parsing that needs a library (dates, languages, identity) happens in the engine, so the page stays light.
 */
import type { ReviewKind } from "../domain";

/** A record as the page shows it, before parsing. */
export interface RawReview {
  kind: ReviewKind;
  body: string;
  title?: string;
  /** A number already found in data, or words such as "4.0 out of 5 stars". */
  rating?: number | string;
  ratingScale?: number;
  author?: string;
  /** As written: "Reviewed in the UK on 8 June 2016", "vor 2 Monaten", an ISO time. */
  date?: string;
  /** BCP 47, only when the markup states it for this record. */
  language?: string;
  verified?: boolean;
  helpful?: number;
  location?: string;
  variant?: string;
  nativeId?: string;
  replyTo?: string;
  depth?: number;
  /** CSS path to the record's element. */
  selector?: string;
  how: string;
}

export interface RawSubject {
  name?: string;
  /** Canonical address when the page names one. */
  url?: string;
  brand?: string;
  category?: string;
  price?: string;
  rating?: number | string;
  ratingScale?: number;
  ratingCount?: number;
}

/** Everything one reading of one document gave. */
export interface Capture {
  /** Address of the document read. */
  url: string;
  /** `document.title`. */
  title: string;
  /** `<html lang>` when present. */
  language?: string;
  subject: RawSubject;
  reviews: RawReview[];
  /** ISO time of reading; relative dates count from here, or from the page's own date when it is a saved page. */
  readAt: string;
  /** Address of the next page of reviews, when there is one. */
  nextPage?: string;
  /** Sentences for people: what could not be read, and where. */
  warnings: string[];
}

/** Where a field stands: `selector`, `selector@attribute`, or `@attribute` of the record itself, tried in order. */
export type FieldRule = readonly string[];

/** What the generic readers cannot know about one site: data, no code. Fields not named are found generically. */
export interface SiteRules {
  name: string;
  /** Matches the host names of the site. */
  hosts: RegExp;
  /** An element only this site has: saved pages without an address are known by it. */
  mark: string;
  /** One element per record, nested ones included. */
  record: string;
  kind: ReviewKind;
  body: FieldRule;
  title?: FieldRule;
  rating?: FieldRule;
  author?: FieldRule;
  date?: FieldRule;
  id?: FieldRule;
  replyTo?: FieldRule;
  depth?: FieldRule;
  helpful?: FieldRule;
  verified?: FieldRule;
  variant?: FieldRule;
  location?: FieldRule;
  /** The answer of the shop inside a record. */
  reply?: { record: string; body: FieldRule; author?: FieldRule; date?: FieldRule };
  /** Name of the subject and how many records exist, when the page says it only here. */
  subjectName?: FieldRule;
  total?: FieldRule;
  /** Link to the next page of records. */
  nextPage?: FieldRule;
}
