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
