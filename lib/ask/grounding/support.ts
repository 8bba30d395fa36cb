/**
 * Whether a statement stands on its passages: they are about the same (cosine of vectors centred on their language) and
 * judge it the same way (sentiment of both, as the encoder's heads read it), and every number it tells is theirs.
 */
import type { QuotedText, Review, Sentence, Statement } from "../../domain";
import { guessLanguage } from "../language";
import { centre, dot, generalMean, type Vector } from "../vectors";
import { verifyQuote } from "../verify";
import { surfaces } from "../words";
import { givesEvidence } from "./hostile";
import { statesForeignNumber } from "./numbers";
import type { Passage } from "./passages";
import { saysAgain } from "./repetition";
import type { StatementDraft } from "./statements";
import { judge } from "./support-weights";

/** What the encoder and its heads say about a statement's text. */
export interface StatementReading {
  vector: Vector;
  sentiment: Sentence["sentiment"];
}

export interface SupportOptions {
  passages: readonly Passage[];
  /** By id: every quote is compared with its stored review once more. */
  reviews: ReadonlyMap<string, Review>;
  /** Mean vectors by language of the subject's evidence index; the general ones where absent. */
  means?: ReadonlyMap<string, Vector>;
  /**
   * Supported is only what a passage says nearly word for word: models of few parameters swap who did what ("the new one is lighter") and
   * weave their example in, which likeness and judgement do not notice.
   */
  close?: boolean;
}

type Support = Statement["support"];

/** Passages that a statement stands on are shown with it, the best first. */
const QUOTES = 3;

/**
 * @param readings one for each draft, in the same order
 * @returns one statement per draft. Passages that a draft names are looked at first; where none of them supports it, or it names
 * none, all are. Quotes of a supported statement are those that support it, of a contradicted one those that contradict it.
 */
export function verifyStatements(
  drafts: readonly StatementDraft[],
  readings: readonly StatementReading[],
  options: SupportOptions,
): Statement[] {
  return drafts.map((draft, i) => {
    const reading = readings[i];
    if (!reading) return { text: draft.text, quotes: [], support: "unsupported" };
    const named = options.passages.filter(({ id }) => draft.ids.includes(id));
    const first = verify(draft.text, reading, named, options);
    if (first.support === "supported") return first;
    const any = verify(draft.text, reading, options.passages, options);
    return any.support === "supported" || named.length === 0 ? any : first;
  });
}

function verify(
  text: string,
  reading: StatementReading,
  passages: readonly Passage[],
  options: SupportOptions,
): Statement {
  const read = readyOf(text, reading, options.means);
  const judged = passages
    .filter((passage) => givesEvidence(passage.text) && verifyQuote(quoteOf(passage), options.reviews))
    .map((passage) => ({ passage, ...compare(read, passage) }))
    .sort((a, b) => b.likeness - a.likeness);
  const by = (support: Support) =>
    judged.filter(({ passage, support: own }) => {
      if (own !== support || !holdsNumbers(text, passage)) return false;
      return support !== "supported" || options.close !== true || saysAgain(text, passage.text);
    });
  const support: Support =
    by("supported").length > 0 ? "supported" : by("contradicted").length > 0 ? "contradicted" : "unsupported";
  const quotes = (support === "unsupported" ? judged : by(support))
    .slice(0, QUOTES)
    .map(({ passage }) => quoteOf(passage));
  const likeness = judged[0]?.likeness;
  return { text, quotes, support, ...(likeness === undefined ? {} : { likeness: Math.round(likeness * 1000) / 1000 }) };
}

function holdsNumbers(statement: string, { text }: Passage): boolean {
  return !statesForeignNumber(statement, [text]);
}

interface ReadyStatement {
  /** Its words alone. */
  words: string;
  /** Centred. */
  vector: Float32Array;
  sentiment: Sentence["sentiment"];
}

function readyOf(
  text: string,
  { vector, sentiment }: StatementReading,
  means: SupportOptions["means"],
): ReadyStatement {
  const language = guessLanguage(text);
  const mean = means?.get(language) ?? generalMean("statements", language);
  return { words: surfaces(text).join(" "), vector: centre(vector, mean), sentiment };
}

/** Whoever says a passage again word for word cannot contradict it, though the stars of its review may have had a say in how it is read. */
function compare(
  { words, vector, sentiment }: ReadyStatement,
  passage: Passage,
): { likeness: number; support: Support } {
  const likeness = dot(vector, passage.vector);
  if (words !== "" && words === surfaces(passage.text).join(" ")) return { likeness, support: "supported" };
  const judged = { label: passage.polarity, score: passage.score };
  return { likeness, support: judge({ likeness, statement: sentiment, passage: judged }) };
}

function quoteOf({ reviewId, start, end, text }: Passage): QuotedText {
  return { reviewId, start, end, text };
}
