/** What leaves the machine of a talk: one document, from which Markdown, Word and JSON are written. Plain data, in the order of reading. */
import type { EngineKind, QuotedText, RealityCheck, Review, Turn, Usage } from "../../domain";
import type { Phrase } from "../../locale";

/** Version 1. Fields may be added; none changes its meaning within a version. */
export interface TranscriptDocument {
  format: "earshot-transcript";
  version: 1;
  kind: "interview" | "group";
  /** Always: nobody of flesh and blood said this. */
  simulated: true;
  title: string;
  /** The mark of simulation in a sentence; stands first wherever the document is shown. */
  mark: string;
  subject: { name: string; url: string };
  voices: TranscriptVoice[];
  rounds: TranscriptRound[];
  /** Focus groups only: what it came to. */
  summary: TranscriptLine[];
  /** How it was made and what it is not. */
  method: string;
  /** Every quote once, numbered from 1. */
  sources: TranscriptSource[];
}

export interface TranscriptVoice {
  personaId: string;
  name: string;
  reviewers: number;
  grounded: boolean;
  check?: RealityCheck;
  /** The check in sentences. */
  checked?: string;
}

export interface TranscriptRound {
  question: string;
  /** ISO 8601. */
  asked: string;
  state: Turn["state"];
  answers: TranscriptAnswer[];
  /** Sentences about the round: that it broke off, where all stand. */
  notes: string[];
}

export interface TranscriptAnswer {
  personaId: string;
  kind: "answer" | "reaction";
  engine: EngineKind;
  usage?: Usage;
  manifest: Record<string, string | number>;
  /** Sentences about it: to whom a reaction agrees. */
  notes: string[];
  lines: TranscriptLine[];
  /** Sentences of a language model that are not shown, since the reviews do not bear them out. */
  leftOut: number;
}

export interface TranscriptLine {
  text: string;
  /** Numbers of its sources. */
  sources: number[];
}

export interface TranscriptSource {
  number: number;
  reviewId: string;
  /** Offsets in the review, UTF-16. */
  start: number;
  end: number;
  /** Verbatim but for masked personal data. */
  text: string;
  /** As precise as it is known; absent with reviews that are gone. */
  date?: string;
  url?: string;
}

/** What a transcript is made with; masking is the caller's, since personal data is found elsewhere. */
export interface TranscriptParts {
  subject: { name: string; url: string };
  phrase: Phrase;
  reviewOf(id: string): Review | undefined;
  checkOf?(personaId: string): RealityCheck | undefined;
  /** Text of a person or a model without personal data. */
  mask(text: string): string;
  /** A quote without personal data; the review where it is still there. */
  maskQuote(quote: QuotedText, review: Review | undefined): string;
}
