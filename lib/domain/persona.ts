import type { Quote } from "./review";
import type { Segment } from "./segment";
import type { Polarity } from "./sentiment";

/** One line of a persona card and what it rests on. */
export interface EvidenceLine {
  /** Stable while the persona is made anew: what it is about, and on which part of the card. */
  id: string;
  /** A topic in the reviewers' own words. */
  topic: string;
  /** A person's own wording, shown instead of the topic and marked as theirs. */
  text?: string;
  /** Which way it is said, on parts that hold both (price). */
  polarity?: Polarity;
  /** How many of the persona's reviewers say it. */
  supporters: number;
  quotes: Quote[];
}

/** The parts of a card, in the order people read them. */
export const CARD_PARTS = ["goals", "likes", "dislikes", "dealbreakers", "wishes", "price"] as const;
export type CardPart = (typeof CARD_PARTS)[number];

/** Something the data itself says about who they are; nothing else is ever said about it. */
export interface PersonaFact {
  kind: "language" | "place" | "verified" | "experience" | "stars" | "dates";
  /** Code, place name in the reviewers' words, mean stars (`4.2`), or `2024-01/2024-06`. */
  value: string;
  /** Reviewers for whom it is known to be so, of those for whom it is known at all. */
  count: number;
  of: number;
}

/** A simulated voice made from reviewers of one segment. Never invents demographics. */
export interface Persona {
  id: string;
  subjectId: string;
  segment: Segment;
  /** The reviewers this voice is made of: all of the segment, or its own part where a segment has several voices. */
  reviewIds: string[];
  /** People behind those reviews. */
  reviewers?: number;
  /** Which of the segment's voices, from 1. */
  voice: number;
  voices: number;
  /** What this voice speaks of more than the other voices of its segment, in the reviewers' words. */
  focus?: string;
  /** Given by a person. */
  name?: string;
  /** A person's own note: shown as theirs, never evidence. */
  note?: string;
  /** Lines a person took off the card, to be put back. */
  hidden?: { part: CardPart; line: EvidenceLine }[];
  /** The persona this one is a copy of. */
  copyOf?: string;
  /** Made by a person (a copy, or from a description), so it stays when personas are made anew. */
  byHand?: boolean;
  /** From a file that somebody brought. */
  brought?: boolean;
  /** Not made from reviewers but from this description: marked as not grounded wherever it is shown. */
  description?: string;
  /** What they use it for and want of it. */
  goals: EvidenceLine[];
  likes: EvidenceLine[];
  dislikes: EvidenceLine[];
  /** Why they sent it back, stopped using it, or would not buy it again. */
  dealbreakers: EvidenceLine[];
  wishes: EvidenceLine[];
  /** What they say about price and worth. */
  price: EvidenceLine[];
  /** Topics that others speak of and these reviewers do not. */
  gaps: { topic: string; others: number }[];
  facts: PersonaFact[];
  /** Words these reviewers use more than the others do. */
  vocabulary: string[];
  check?: RealityCheck;
  created: string;
}

/** A change of a card by hand; kept in order and applied again when the persona is made anew. */
export type PersonaEdit =
  | { kind: "name"; name: string }
  /** An empty text gives back the reviewers' own words. */
  | { kind: "word"; lineId: string; text: string }
  | { kind: "hide"; lineId: string; hidden: boolean }
  /** A note of the person's own: shown as theirs, never used as evidence. */
  | { kind: "note"; text: string };

/** What came of a persona file. */
export interface PersonasBrought {
  personas: {
    personaId: string;
    name: string;
    /** Made from a stored reviewer's words; otherwise it stands on nothing but the file. */
    grounded: boolean;
    /** Quotes that stand in a stored review, and those left out since they do not. */
    found: number;
    lost: number;
  }[];
  /** Entries of the file that were not taken: no personas, or too many. */
  left: number;
}

/**
 * How well a persona built from a part of its reviewers foretells the part that was kept away from it.
 * Absent figures could not be computed; `checked` is false when there are too few reviewers to tell.
 */
export interface RealityCheck {
  checked: boolean;
  /** Reviewers it was built from, and kept away. */
  heldIn: number;
  heldOut: number;
  /** Rank agreement of what is spoken of (Spearman, −1..1) over `topics` topics. */
  topics?: { agreement: number; of: number };
  /** Topics on which the side (good or bad) is the same, of those both speak of; `anybody`: what a persona of anybody gets right of as many. */
  sides?: { same: number; of: number; anybody?: number };
  /** Mean of five, built and kept away. */
  stars?: { built: number; heldOut: number };
  /** 0–1, and what a persona of the same size made from anybody would score. */
  score?: number;
  baseline?: number;
}
