/**
 * The contract of reading: what a page gave, as raw strings with their context, before anything is parsed
 * (`normalise` turns it into reviews), and what a site file may say.
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
  /** A count, or words such as "12 people found this helpful", "1.2K". */
  helpful?: number | string;
  location?: string;
  variant?: string;
  /** Pictures and films the reviewer added. */
  photos?: number;
  /** The page shows only the beginning of the body. */
  cut?: boolean;
  nativeId?: string;
  /** Native id of the record this one answers, or its `selector` where the page gives it no id. */
  replyTo?: string;
  depth?: number;
  /** CSS path to the record's element. */
  selector?: string;
  /** Address of the page that shows it, when that is not the document read: a file can name one for each row. */
  url?: string;
  how: string;
}

export interface RawSubject {
  name?: string;
  /** What the site calls itself (`og:site_name`): taken off the ends of `name`. */
  siteName?: string;
  /** Canonical address when the page names one. */
  url?: string;
  brand?: string;
  /** Category path, outermost first. */
  category?: string[];
  /** As shown or stated: "€ 1.299,00", "24.99". */
  price?: string;
  /** ISO 4217 code or sign, when it stands apart from the price. */
  currency?: string;
  rating?: number | string;
  ratingScale?: number;
  /** How many ratings or reviews the page says exist, a count or words such as "1,204 reviews". */
  ratingCount?: number | string;
}

/** Something to press: where it is, and what stands on it, so that nothing else is ever pressed in its place. */
export interface Control {
  /** Path of `pathTo`. */
  path: string;
  /** Its words, or its accessible name. */
  label: string;
  /** The record it belongs to, by its first words: it stays the same when paths move. */
  of?: string;
}

/** What could be done on a page to see more of the same. */
export interface More {
  /** Address of the next page of records. */
  nextPage?: string;
  /** What turns the page in place, or leads to `nextPage`. */
  pager?: Control;
  /** Controls that show more records of the list when pressed, the likeliest first. */
  buttons: Control[];
  /** Controls that show the answers to one record. */
  replies?: Control[];
  /** Controls that complete a cut-off text. */
  expanders: Control[];
  /** Path of the element that holds the records. */
  list?: string;
  /** The page says that its list grows while it is scrolled. */
  endless?: boolean;
  /** Why going on would be wrong: the site asks for a proof, refuses, or wants a login. */
  obstacle?: "captcha" | "refused" | "login";
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
  /**
   * ISO time of reading; relative dates count from here, or from the page's own date when it is a saved page. An offset
   * ("…T08:00:00+10:00") says which day it was for the reader.
   */
  readAt: string;
  /** Set for a page that was saved earlier: `at` is the latest moment it proves itself, ISO 8601, where it does. */
  saved?: { at?: string };
  more: More;
  warnings: Warning[];
}

/**
 * What could not be read, while the rest was. The interface says it by its code (text `warning`); `message` is the English sentence for
 * logs and the command line.
 */
export interface Warning {
  code: "page_too_large" | "data_too_large" | "data_broken" | "part_failed";
  /** How many blocks of data. */
  count?: number;
  message: string;
}

export const DATA_TOO_LARGE: Warning = {
  code: "data_too_large",
  message: "A data block of this page is larger than 10 MB and was not read; what the page shows was read.",
};

/**
 * Where a field stands; steps are tried in order until one gives something.
 * `selector`: the text of the first match that has any; `selector@.`: only the words that stand directly in it;
 * `selector@*`: the texts of all matches, one below the other;
 * `selector@attribute`; `@attribute` of the record itself; `selector@attribute#key`: one value of the JSON in an attribute.
 * A `^` before the selector looks outwards: the nearest such element around the record, or the record itself.
 */
export type FieldRule = readonly string[];

/** One text that tells several fields: "J*** | 11 Feb 2026". */
export interface SplitRule {
  of: FieldRule;
  /** What stands between the parts. */
  at: string;
  /** The fields, in the order of the parts; `-` passes over one. They count where no rule of their own gave something. */
  into: readonly ("author" | "date" | "variant" | "location" | "-")[];
}

/**
 * What the generic readers cannot know about one site, or about a widget met on many: data, no code, and as JSON
 * exchangeable between people. Fields not named are found generically.
 */
export interface SiteRules {
  name: string;
  /** What the selectors were checked against, and when: a saved page, documentation, a public project by name. */
  evidence: string;
  /** Host names, subdomains included; `amazon.*` stands for every country. Left out: a widget, known by its mark alone. */
  hosts?: readonly string[];
  /** An element only this site has: saved pages without an address are known by it. */
  mark: string;
  /** One element per record, nested ones included. */
  record: string;
  kind: ReviewKind;
  /** Selector of what stands in a record without being anybody's words: controls, labels for screen readers. */
  omit?: string;
  /** Empty where nothing lasting marks the body: then it is found generically among the record's texts. */
  body: FieldRule;
  title?: FieldRule;
  rating?: FieldRule;
  /** Selector of the filled stars; they are counted where no step of `rating` says how many there are. */
  stars?: string;
  /** Best rating of the site's scale, where the rating itself does not say it. */
  ratingScale?: number;
  split?: SplitRule;
  author?: FieldRule;
  date?: FieldRule;
  language?: FieldRule;
  id?: FieldRule;
  replyTo?: FieldRule;
  depth?: FieldRule;
  helpful?: FieldRule;
  /** A badge that says so; its being there is enough. */
  verified?: FieldRule;
  variant?: FieldRule;
  location?: FieldRule;
  /** Selector of the pictures a reviewer added; they are counted. */
  photos?: string;
  /** The answer of the shop inside a record. */
  reply?: { record: string; body: FieldRule; author?: FieldRule; date?: FieldRule };
  /** The subject, where the page says it only here. */
  subject?: SubjectRules;
  more?: MoreRules;
}

export interface SubjectRules {
  name?: FieldRule;
  brand?: FieldRule;
  /** Selector of the links of the category path, outermost first. */
  category?: string;
  price?: FieldRule;
  rating?: FieldRule;
  /** How many records exist. */
  total?: FieldRule;
}

export interface MoreRules {
  /** Link to the next page of records. */
  nextPage?: FieldRule;
  /** Selector of the control that shows more records. */
  button?: string;
  /** Selector of the controls that complete a cut-off text. */
  expander?: string;
}
