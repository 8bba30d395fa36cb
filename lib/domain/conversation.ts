import type { Answer } from "./answer";
import type { ProblemCode } from "./problem";
import type { QuotedText } from "./review";
import type { SegmentBasis } from "./segment";

/** The longest question (UTF-16 units): the encoder reads 512 tokens, and a person does not ask more. */
export const LONGEST_QUESTION = 1_000;

/** Voices a focus group has. */
export const GROUP_SIZE = { fewest: 3, most: 8 } as const;

/** One question and what was answered. Stored before it is answered, so that nothing is lost when the engine is ended. */
export interface Turn {
  id: string;
  question: string;
  /** ISO 8601. */
  asked: string;
  /** `answering` without a running engine means that it broke off. */
  state: "answering" | "answered" | "stopped" | "failed";
  answer?: Answer;
  /** Answers it had before it was asked for again, oldest first. */
  earlier?: Answer[];
  /** Why it failed. */
  problem?: ToldProblem;
  /** Kept in Notes. */
  pinned?: boolean;
}

/** A problem as it is stored: told in the reader's language by its code where it has one, else in the English sentence. */
export interface ToldProblem {
  code?: ProblemCode;
  values?: { name?: string; other?: string };
  message: string;
}

/** Who speaks, as it was when the talk began: a talk stays readable when its persona is made anew or goes. */
export interface Speaker {
  personaId: string;
  basis: SegmentBasis;
  name?: string;
  voice: number;
  voices: number;
  reviewers: number;
  /** Made from a description, not from reviewers. */
  description?: string;
}

/** A talk with one persona. */
export interface Conversation {
  id: string;
  subjectId: string;
  personaId: string;
  speaker: Speaker;
  turns: Turn[];
  updated: string;
}

/** One point of a discussion guide. */
export interface GuideTopic {
  question: string;
  /** Planned time, in minutes. */
  minutes?: number;
  /** Time spent on it by the moderator's clock, in seconds; it runs only while the group is open. */
  spent?: number;
}

/** A focus group: three to eight personas, each answering in a context of its own before it hears the others. */
export interface GroupTalk {
  id: string;
  subjectId: string;
  speakers: Speaker[];
  guide: GuideTopic[];
  rounds: GroupRound[];
  summary?: GroupSummary;
  /** When time was last added to a topic, ISO 8601. */
  timed?: string;
  created: string;
  updated: string;
}

export interface GroupRound {
  id: string;
  question: string;
  asked: string;
  state: "answering" | "answered" | "stopped" | "failed";
  /** In the order in which they spoke. */
  turns: GroupTurn[];
  /** Where the voices stand, beside where all reviewers of the subject stand who speak of it. */
  split?: { voices: Standing; reviewers: Standing };
  problem?: ToldProblem;
}

export interface Standing {
  positive: number;
  negative: number;
  neutral: number;
  /** Do not speak of it. */
  silent: number;
}

export interface GroupTurn {
  personaId: string;
  answer?: Answer;
  /** What it says after it heard the others. */
  reaction?: Reaction;
}

/** To whom a voice agrees and with whom it does not, from what its own reviewers wrote about the same matter. */
export interface Reaction {
  agrees: string[];
  dissents: string[];
  /** The same matter by matter, in the order in which they were raised; without `topic` the question itself. */
  matters?: ReactionMatter[];
  /** What its own reviewers say about what the others raised. */
  answer?: Answer;
}

export interface ReactionMatter {
  topic?: string;
  agrees: string[];
  dissents: string[];
}

/** What a group came to, counted: topics on which its voices agree, and on which they do not. */
export interface GroupSummary {
  agreed: GroupPoint[];
  disputed: GroupPoint[];
  /** Said by one voice only. */
  alone: GroupPoint[];
}

export interface GroupPoint {
  topic: string;
  /** Persona ids by side. */
  positive: string[];
  negative: string[];
  /** Reviewers behind them by side, in all of the subject. */
  reviewers: { positive: number; negative: number };
  quotes: QuotedText[];
}

/** An answer kept in Notes. */
export interface Pin {
  id: string;
  subjectId: string;
  conversationId: string;
  turnId: string;
  speaker: Speaker;
  question: string;
  answer: Answer;
  pinned: string;
}
