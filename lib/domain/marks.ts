import type { Span } from "./review";
import type { Sentiment } from "./sentiment";

/** Matters that people judge in anything they buy or use; a subject's own themes come on top of them. */
export const ASPECT_CATEGORIES = [
  "price",
  "quality",
  "fit",
  "delivery",
  "service",
  "packaging",
  "ease",
  "design",
  "performance",
  "durability",
] as const;
export type AspectCategory = (typeof ASPECT_CATEGORIES)[number];

/** One thing a sentence judges, at its place in the body. */
export interface AspectMention extends Span {
  /** The words as written; absent when the thing is implied ("died after two weeks"): start and end then hold what implies it. */
  term?: string;
  /** What is judged is the reviewed thing itself ("the phone"), not a part or property of it. */
  whole?: true;
  category?: AspectCategory;
  sentiment: Sentiment;
}

/** What a sentence does; one may do several things. */
export const INTENTS = [
  "praise",
  "complaint",
  "problem",
  "request",
  "question",
  "comparison",
  "motive",
  "situation",
  "user",
  "switching",
  "churn",
  "recommendation",
  "return",
] as const;

/**
 * `problem`: something does not work; `request`: a wish or an unmet need; `motive`: why it was bought; `situation`: when, where, for what it is
 * used; `user`: who uses it; `switching`: from or to something else; `churn`: leaving, cancelling, never again; `return`: sent back, refund.
 */
export type Intent = (typeof INTENTS)[number];

export interface IntentMark {
  intent: Intent;
  /** Chance that it is right, 0–1; absent where it is a rule's and was not measured. */
  confidence?: number;
  /** With whom it is compared, from or to what they switch, who uses it: place in the body. */
  about?: Span;
}

/** Ekman's six (1992) and none of them. */
export const EMOTIONS = ["anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral"] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Stored only when it is not neutral. */
export interface EmotionMark {
  emotion: Emotion;
  confidence?: number;
}

export type EntityKind = "brand" | "product" | "competitor" | "feature" | "place" | "price";

/** Something named in a sentence, at its place in the body. */
export interface EntityMention extends Span {
  kind: EntityKind;
  /** One spelling for all its mentions in a subject: "Sony", "WH-1000XM4", "49 EUR". */
  name: string;
}
