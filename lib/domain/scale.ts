/** Points of every scale; 1 is the least of what is asked about, 5 the most. */
export const SCALE_POINTS = 5;

/** Scales that come with Earshot. Uniqueness is known to tell products apart badly (arXiv 2510.08338). */
export const SCALE_NAMES = [
  "purchase-intent",
  "satisfaction",
  "relevance",
  "clarity",
  "recommend",
  "price",
  "trust",
  "uniqueness",
] as const;
export type ScaleName = (typeof SCALE_NAMES)[number];

/** Anchor statements of a scale: for each point what somebody there would say, in several sets of other words. */
export interface Scale {
  /** A {@link ScaleName} while it is as it came, else an id of its own. */
  id: string;
  /** Given by a person; those that come with Earshot are named in the reader's language. */
  name?: string;
  /** The built-in scale it was made from. */
  basedOn?: ScaleName;
  /** 1 as it came, one more with each change. */
  version: number;
  /** Known to tell products apart badly. */
  weak?: boolean;
  /** Per language (BCP 47) one set or more of five statements, from the least to the most. */
  anchors: { language: string; sets: string[][] }[];
  /** ISO 8601; absent on built-in ones. */
  updated?: string;
}

/** Whether statements do what they should, seen before any survey rests on them. */
export interface AnchorCheck {
  scaleId: string;
  version: number;
  language: string;
  sets: AnchorSetCheck[];
  /** Statements of one set rated by the others: how many came to their own point, and how many within one point of it. */
  paraphrases: { tried: number; landed: number; near: number };
  /** `good`: in order, and wordings agree; `weak`: only roughly so; `bad`: not to be used; `reversed`: points 1 and 5 seem exchanged. */
  verdict: "good" | "weak" | "bad" | "reversed";
}

export interface AnchorSetCheck {
  /** Kendall's τ between the points and where the statements lie between the first and the last, −1..1. */
  order: number;
  /** Mean point the other sets (or, alone, its own ends) give each of its statements, 1–5. */
  means: number[];
  /** The two statements hardest to tell apart, as points, with their cosine. */
  closest: { points: [number, number]; similarity: number };
}
