export type ReviewKind = "review" | "comment" | "reply";

/** A way back to the words on their page. */
export interface Place {
  /** Address of the page that showed it. */
  url: string;
  /** CSS path to the record's element in that page, when it was read from the DOM. */
  selector?: string;
}

/** One review or comment as a person wrote it. `body` is verbatim, paragraphs kept as `\n`. */
export interface Review {
  /** Hash of what identifies it at its source: native id, or text + author + date. */
  id: string;
  subjectId: string;
  kind: ReviewKind;
  body: string;
  title?: string;
  /** On its own scale: `rating` of `ratingScale`. */
  rating?: number;
  ratingScale?: number;
  author?: string;
  /** ISO 8601; its length tells the precision known (`2024`, `2024-03`, `2024-03-09`, full time). */
  date?: string;
  /** BCP 47 primary language of the body, as measured. */
  language?: string;
  verified?: boolean;
  helpful?: number;
  /** Where the reviewer says they are, and which variant they bought. */
  location?: string;
  variant?: string;
  /** Pictures and films they added. */
  photos?: number;
  /** The site shows only the beginning of the text. */
  cut?: boolean;
  /** Id at the site, and of the record answered. */
  nativeId?: string;
  replyTo?: string;
  depth?: number;
  place: Place;
  /** Which evidence gave it: `json-ld`, `microdata`, `embedded-json`, `structure`, `site:amazon`… */
  how: string;
  /** ISO 8601 time of collection. */
  collected: string;
}

/** A passage of the text at hand: UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A verbatim passage: `reviews[reviewId].body.slice(start, end)`. */
export interface Quote extends Span {
  reviewId: string;
}

/** A quote together with the text it must be equal to. */
export interface QuotedText extends Quote {
  text: string;
}
