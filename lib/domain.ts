/**
 * What Earshot talks about. Plain data, structured-clone safe, no behaviour; this file imports nothing.
 * Offsets are UTF-16 positions in `Review.body`: `body.slice(start, end)` is the quoted text, always.
 */

/** How a statement feels. `mixed` exists for whole reviews and answers, never for a single class of a head. */
export type Polarity = "positive" | "negative" | "neutral" | "mixed";

/** A measured sentiment: `score` runs from −1 (bad) to 1 (good). */
export interface Sentiment {
  label: Polarity;
  score: number;
}

/** What a reading on a page is about: a product, a shop, a thread, an article. */
export interface Subject {
  /** Hash of the canonical address, so one product is one subject over pages and visits. */
  id: string;
  name: string;
  /** Canonical address without tracking parameters. */
  url: string;
  /** Host without `www.`. */
  site: string;
  brand?: string;
  /** Category path, outermost first, joined with " › ". */
  category?: string;
  /** As the site shows it; amount and currency apart where both could be read. */
  price?: string;
  priceAmount?: number;
  /** ISO 4217. */
  currency?: string;
  /** Average rating as the site states it, on `ratingScale`. */
  rating?: number;
  ratingScale?: number;
  /** How many reviews the site says exist. */
  ratingCount?: number;
  /** Interface language of the page, BCP 47. */
  language?: string;
  /** ISO 8601 time of the last reading. */
  lastRead?: string;
  /** How much of what the site announces the last reading saw. */
  coverage?: Coverage;
}

/** How far a reading came, and why no further. */
export interface Coverage {
  /** Records this reading saw. */
  read: number;
  /** How many the site says exist. */
  announced?: number;
  why: CoverageEnd;
  /** Texts of which the site shows only the beginning. */
  cut?: number;
  /** What the site answered, when it answered with an error (HTTP status). */
  status?: number;
  /** Seconds the site wants to be left alone. */
  wait?: number;
  /** ISO 8601. */
  when: string;
}

/**
 * `all`: as many as announced; `end`: the site shows no more; `page`: no more was asked for; `cap`: more than Earshot reads
 * in one go; `stopped`: by hand; `captcha`, `refused`, `login`: the site asks for something first; `slow`: it asked to slow
 * down again and again; `failed`: it did not answer; `stuck`: its controls brought nothing; `leaves`: more is shown only by
 * leaving the page; `left`: the page was left, or is being read still.
 */
export type CoverageEnd =
  | "all"
  | "end"
  | "page"
  | "cap"
  | "stopped"
  | "captcha"
  | "refused"
  | "login"
  | "slow"
  | "failed"
  | "stuck"
  | "leaves"
  | "left";

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

/** A verbatim passage: `reviews[reviewId].body.slice(start, end)`. */
export interface Quote {
  reviewId: string;
  start: number;
  end: number;
}

/** A quote together with the text it must be equal to. */
export interface QuotedText extends Quote {
  text: string;
}

/** One sentence of a review with its vector (int8, L2-normalised before quantisation). */
export interface Sentence extends Quote {
  /** `${reviewId}:${index}` */
  id: string;
  subjectId: string;
  index: number;
  language: string;
  sentiment: Sentiment;
  vector: Int8Array;
  /** Set by the latest clustering; absent while unassigned. */
  themeId?: string;
}

/** What was understood about a whole review. */
export interface Finding {
  sentiment: Sentiment;
  /** Rating the text suggests, 1–5. */
  stars: number;
  language: string;
  /** Stars and words disagree by at least two points of five. */
  contradicts: boolean;
  /** A question was asked somewhere in the text. */
  question: boolean;
  /** Machine-made or advertising text, a text without words, instructions aimed at a machine. */
  flags: ReviewFlag[];
  /** Version of the heads that made this; an older one is understood again. */
  version: number;
}

export type ReviewFlag = "spam" | "no-words" | "instructions" | "duplicate";

/** Something several reviewers talk about. */
export interface Theme {
  id: string;
  subjectId: string;
  label: string;
  keywords: string[];
  /** Reviews that touch it, and their share of all understood reviews (0–1). */
  size: number;
  share: number;
  positive: number;
  neutral: number;
  negative: number;
  /** Mean sentence score, −1..1. */
  score: number;
  quotes: Quote[];
}

/** A group of real reviewers with something in common. */
export interface Segment {
  id: string;
  subjectId: string;
  /** What they share; the name people read is phrased from it in their language. */
  basis: SegmentBasis;
  reviewIds: string[];
  /** Share of all reviews with words (0–1). */
  share: number;
  /** Fewer than eight reviewers. */
  thin: boolean;
  /** How much more often the segment shows the basis than all others do (1 = the same). */
  lift?: number;
}

export type SegmentBasis =
  | { kind: "theme"; themeId: string; topic: string; polarity: Polarity }
  | { kind: "situation"; topic: string }
  | { kind: "satisfied" }
  | { kind: "dissatisfied" }
  /** Satisfied on the whole, yet they name a flaw. */
  | { kind: "reserved" }
  /** They wrote the longest reviews: what is left when nothing else tells reviewers apart. */
  | { kind: "detailed" }
  | { kind: "language"; language: string };

/** One line of a persona card and what it rests on. */
export interface EvidenceLine {
  /** A topic in the reviewers' own words. */
  topic: string;
  /** How many of the segment say it. */
  supporters: number;
  quotes: Quote[];
}

/** A simulated voice made from one segment. Never invents demographics. */
export interface Persona {
  id: string;
  subjectId: string;
  segment: Segment;
  likes: EvidenceLine[];
  dislikes: EvidenceLine[];
  /** Words this segment uses more than the others do. */
  vocabulary: string[];
  created: string;
}

/** One checked statement of an answer. `say` names the phrase, `values` fill it; people read it in their language. */
export interface Claim {
  say: ClaimPhrase;
  topic?: string;
  polarity: Polarity;
  /** Reviewers of the segment who say it, of how many. */
  supporters: number;
  of: number;
  quotes: QuotedText[];
  /** Every quote was found verbatim in its stored review. */
  verified: boolean;
}

export type ClaimPhrase = "most" | "many" | "some" | "one" | "otherSide";

/** What a question was taken to ask for; `self` is small talk, `nothing` a question without words. */
export type Asked = "topic" | "overall" | "likes" | "dislikes" | "wishes" | "loyalty" | "self" | "nothing";

/** What a persona answers. Always marked simulated where it is shown. */
export interface Answer {
  question: string;
  /** False: these reviewers do not talk about that; `claims` is then empty. */
  covered: boolean;
  asked?: Asked;
  /** Those who bear on the question, by how they judge: they add up to `supporters`. */
  standing?: { positive: number; negative: number; neutral: number };
  /** When it is not covered: how many reviewers outside the segment do speak about it. */
  elsewhere?: number;
  claims: Claim[];
  /** Reviewers of the segment who bear on the question at all. */
  supporters: number;
  of: number;
  engine: string;
  manifest: Record<string, string | number>;
}

export interface Turn {
  question: string;
  asked: string;
  answer?: Answer;
}

/** A talk with one persona. */
export interface Conversation {
  id: string;
  subjectId: string;
  personaId: string;
  turns: Turn[];
  updated: string;
}
