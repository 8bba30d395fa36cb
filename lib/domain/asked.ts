import type { Quote, QuotedText } from "./review";
import type { Polarity } from "./sentiment";

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
