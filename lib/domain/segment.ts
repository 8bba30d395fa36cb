import type { Quote } from "./review";
import type { Polarity } from "./sentiment";

/** A group of real reviewers with something in common. */
export interface Segment {
  id: string;
  subjectId: string;
  /** What they share; the name people read is phrased from it in their language. */
  basis: SegmentBasis;
  /** Given by a person; read instead of the phrased one. */
  name?: string;
  /** Made by a person, so it stays when segments are found anew. */
  byHand?: boolean;
  /** Ids of parts of a merged segment that are no longer there; it is made of the others. */
  gone?: string[];
  /** Where it stands among the segments of its subject, from 0. */
  place?: number;
  /** Sorted. */
  reviewIds: string[];
  /** People behind those reviews. */
  reviewers: number;
  /** Share of all reviews with words (0–1). */
  share: number;
  /** Fewer than eight reviewers. */
  thin: boolean;
  /** What sets it apart from everybody else, most telling first. */
  traits: Trait[];
  /** Sentences typical of it, each of another person. */
  quotes: Quote[];
}

export type SegmentBasis =
  | { kind: "theme"; themeId: string; topic: string; polarity: Polarity }
  /** For whom, where or when they use it. */
  | { kind: "situation"; topic: string }
  /** What they say they need it for, or need of it. */
  | { kind: "need"; topic: string }
  /** How long or how well they know it, or things of its kind. */
  | { kind: "experience"; level: ExperienceLevel }
  | { kind: "satisfied" }
  | { kind: "dissatisfied" }
  /** Satisfied on the whole, yet they name a flaw. */
  | { kind: "reserved" }
  /** They wrote the longest reviews: what is left when nothing else tells reviewers apart. */
  | { kind: "detailed" }
  | { kind: "language"; language: string }
  /** Where they say they are. */
  | { kind: "place"; place: string }
  | { kind: "verified"; verified: boolean }
  /** They write alike; `words` are what they use more than others do. */
  | { kind: "cluster"; words: string[] }
  /** By a person's own filters. */
  | { kind: "filter"; choices: FilterChoice[] }
  /** Two or more segments taken together. */
  | { kind: "merged"; of: string[] }
  /** Reviews picked one by one. */
  | { kind: "chosen" };

/** `new`: their first; `long`: used for months; `expert`: they know such things by trade or by years; `switched`: from another product. */
export type ExperienceLevel = "new" | "long" | "expert" | "switched";

/** Values of one facet of the review list that a person chose: any of them. `query`: words that occur in the text. */
export interface FilterChoice {
  facet: string;
  values: string[];
}

/** What a person may make of reviewers by hand; the rest of a segment is computed from it whenever reviews are added. */
export interface HandSegment {
  id: string;
  subjectId: string;
  name: string;
  basis: Extract<SegmentBasis, { kind: "filter" | "merged" | "chosen" }>;
  /** Only with `chosen`. */
  reviewIds?: string[];
  created: string;
}

/** Something said or given more often inside a segment than outside. */
export interface Trait {
  kind:
    | "theme"
    | "matter"
    | "situation"
    | "need"
    | "experience"
    | "intent"
    | "emotion"
    | "sentiment"
    | "language"
    | "place"
    | "verified"
    | "word";
  /** In the reviewers' own words, or a code the interface has a text for (matter, intent, emotion, sentiment, experience, verified). */
  topic: string;
  polarity?: Polarity;
  /** Reviewers who show it and all of them, inside and outside. */
  inside: number;
  of: number;
  outside: number;
  ofOutside: number;
  /** Share inside over share outside, one half added to each count so that few people do not give wild numbers. */
  lift: number;
  /** Chance of a difference this large among all traits looked at if there were none: Fisher's exact test, adjusted by Benjamini and Hochberg. */
  q: number;
}
