import type { AspectMention, EmotionMark, EntityMention, IntentMark } from "./marks";
import type { Quote, Span } from "./review";
import type { Sentiment } from "./sentiment";

/** One sentence of a review with its vector (int8, L2-normalised before quantisation). */
export interface Sentence extends Quote {
  /** `${reviewId}:${index}` */
  id: string;
  subjectId: string;
  index: number;
  language: string;
  sentiment: Sentiment;
  vector: Int8Array;
  /** The words that decided its sentiment, heaviest first; places in the body. */
  because?: Span[];
  /** What it says about single things; absent when nothing was found, like the three below. */
  aspects?: AspectMention[];
  intents?: IntentMark[];
  emotion?: EmotionMark;
  entities?: EntityMention[];
  /** Theme of the first level, set by the latest making of themes; absent while none was made. */
  themeId?: string;
  /** The part of that theme it belongs to; absent when the theme has none or none of them fits. */
  subthemeId?: string;
  /** Both as they were made, before changes by hand: what those are applied to again. */
  found?: { themeId: string; subthemeId?: string };
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
  /** What keeps it from being taken as one person's honest opinion of the subject. */
  flags: ReviewFlag[];
  /** Chance that the writer is satisfied (would give four or five of five), from the text alone. */
  satisfied?: number;
  /** 0–10, what the writer would answer to "would you recommend it?", as far as the text tells. */
  recommends?: number;
  /** Version of the heads that made this; an older one is understood again. */
  version: number;
}

/**
 * `spam`: advertising; `no-words`; `instructions`: aimed at a machine; `duplicate`: the text stands elsewhere already, word for word or
 * nearly; `incentivised`: written for a reward or a free sample, as it says itself; `off-topic`: about something else than the subject
 * (the weather, politics, another product); the shop and the courier belong to it. It is told when a subject is settled, by its other reviews.
 */
export type ReviewFlag = "spam" | "no-words" | "instructions" | "duplicate" | "incentivised" | "off-topic";
