import type { ProblemCode } from "./problem";
import type { QuotedText } from "./review";
import type { Polarity } from "./sentiment";

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
  /** Kind of engine that wrote it; "evidence" has no language model. */
  engine: EngineKind;
  /**
   * Prose of a language model, statement by statement, each checked; absent in evidence mode. Those supported are shown instead of the phrased
   * claims; with none of them (`fallback` unsupported) the claims stand, and all of these are what was left out.
   */
  statements?: Statement[];
  /** Why evidence mode answers although a language model was chosen. */
  fallback?: Fallback;
  /** What the writing took; absent in evidence mode. */
  usage?: Usage;
  manifest: Record<string, string | number>;
}

/** evidence: no language model; webllm: @mlc-ai/web-llm; wllama: llama.cpp in WebAssembly; browser: its built-in model; server: OpenAI-compatible. */
export const ENGINE_KINDS = ["evidence", "webllm", "wllama", "browser", "server"] as const;
export type EngineKind = (typeof ENGINE_KINDS)[number];

/** One statement as a language model wrote it. Plain text: never HTML, never instructions. */
export interface Statement {
  text: string;
  /** Verbatim passages it named; empty when it named none that exist. */
  quotes: QuotedText[];
  /**
   * supported: its quotes are about the same and judge it the same way; unsupported: they are not, or there are none;
   * contradicted: they judge it the other way. Only supported ones count; the others are shown as what they are, or not at all.
   */
  support: "supported" | "unsupported" | "contradicted";
  /** Cosine to its best quote (centred, −1..1), for whoever looks closely. */
  likeness?: number;
}

/** `unsupported`: nothing it wrote stands on the reviews; `failed`: it could not be run, `problem` says why; `notCovered`: these reviewers do not say. */
export interface Fallback {
  why: "unsupported" | "failed" | "notCovered";
  problem?: ProblemCode;
  /** What the problem's sentence names. */
  values?: { name?: string; other?: string };
  /** What the machine says about it. */
  detail?: string;
}

export interface Usage {
  model: string;
  promptTokens?: number;
  completionTokens?: number;
  /** Milliseconds until the first word and in all. */
  first?: number;
  total: number;
}
