import type { Polarity, QuotedText } from "../domain";
import { type ConfidenceSplit, confidenceSplit } from "./confidence";
import { type Evidence, type EvidenceReview, isQuotable, quoteOf, type Statement, starsOfFive } from "./evidence";

/** What the overview says in figures; every id in it leads back to a review. */
export interface Overview {
  reviews: number;
  understood: number;
  /** Mean of the stars given (1–5), how many gave them, and how many gave 1, 2, 3, 4, 5. Absent without ratings. */
  stars?: { mean: number; of: number; histogram: readonly number[] };
  /**
   * What the texts say: mean of the stars they suggest (1–5), and reviews by how they feel, which add up to `of`. `mixed` weigh both sides,
   * `neutral` judge nothing. Absent until one is understood.
   */
  words?: { mean: number; of: number } & Readonly<Record<Polarity, number>>;
  /** How sure the labels counted in `words` are. */
  confidence: ConfidenceSplit;
  contradicting: readonly EvidenceReview[];
  questions: readonly QuotedText[];
  loved: readonly QuotedText[];
  disliked: readonly QuotedText[];
}

/** Quotes shown on each side. */
const QUOTES = 2;
/** A quote is worth showing between these lengths, in units of reading (a CJK character counts for three). */
const SHORTEST = 20;
const LONGEST = 200;

/** @returns the figures of the overview; empty evidence gives zeros and no stars */
export function overviewOf(evidence: Evidence): Overview {
  const understood = evidence.reviews.filter((review) => review.finding);
  return {
    reviews: evidence.reviews.length,
    understood: understood.length,
    stars: starFigures(evidence.reviews),
    words: wordFigures(understood),
    confidence: confidenceSplit(evidence),
    contradicting: understood.filter((review) => review.finding?.contradicts),
    questions: questionsOf(evidence),
    loved: strongest(evidence, "positive"),
    disliked: strongest(evidence, "negative"),
  };
}

function starFigures(reviews: readonly EvidenceReview[]): Overview["stars"] {
  const given = reviews.map(starsOfFive).filter((stars) => stars !== undefined);
  if (given.length === 0) return undefined;
  const histogram = [0, 0, 0, 0, 0];
  for (const stars of given) {
    const step = Math.min(5, Math.max(1, Math.round(stars))) - 1;
    histogram[step] = (histogram[step] ?? 0) + 1;
  }
  return { mean: mean(given), of: given.length, histogram };
}

function wordFigures(understood: readonly EvidenceReview[]): Overview["words"] {
  const findings = understood.flatMap((review) => review.finding ?? []);
  const spoken = findings.filter((finding) => !finding.flags.includes("no-words"));
  if (spoken.length === 0) return undefined;
  const count = (label: Polarity) => spoken.filter((finding) => finding.sentiment.label === label).length;
  return {
    mean: mean(spoken.map((finding) => finding.stars)),
    of: spoken.length,
    positive: count("positive"),
    mixed: count("mixed"),
    neutral: count("neutral"),
    negative: count("negative"),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Reading length: a CJK character carries about as much as three letters. */
function weight(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  return text.length + dense * 2;
}

function questionsOf(evidence: Evidence): QuotedText[] {
  const seen = new Set<string>();
  const questions: QuotedText[] = [];
  for (const review of evidence.reviews) {
    if (!review.finding?.question || !isQuotable(review)) continue;
    for (const statement of evidence.statements.get(review.id) ?? []) {
      const quote = quoteOf(review, statement);
      const key = quote.text.trim().toLowerCase();
      if (!/[?？؟]["'»”’)\]]*\s*$/.test(quote.text) || seen.has(key)) continue;
      seen.add(key);
      questions.push(quote);
    }
  }
  return questions;
}

interface Candidate {
  review: EvidenceReview;
  statement: Statement;
  strength: number;
}

/** The clearest statements of one polarity, each from another review and, while there are enough, about another theme. */
function strongest(evidence: Evidence, polarity: Polarity): QuotedText[] {
  const candidates = statementsOf(evidence, polarity).sort((a, b) => b.strength - a.strength);
  const chosen: (Candidate & { quote: QuotedText })[] = [];
  for (const fresh of [true, false]) {
    for (const candidate of candidates) {
      if (chosen.length === QUOTES) break;
      const isTaken = chosen.some(
        (other) =>
          other.review.id === candidate.review.id || (fresh && other.statement.themeId === candidate.statement.themeId),
      );
      if (isTaken) continue;
      const quote = quoteOf(candidate.review, candidate.statement);
      const isNew = chosen.every((other) => other.quote.text !== quote.text);
      if (isNew && weight(quote.text) >= SHORTEST && weight(quote.text) <= LONGEST)
        chosen.push({ ...candidate, quote });
    }
  }
  return chosen.map(({ quote }) => quote);
}

/** A sentence counts for less when the stars or the rest of its review point the other way. */
function strengthOf({ sentiment: { score } }: Statement, leaning: number): number {
  return Math.abs(score) * (2 + leaning * Math.sign(score));
}

/** Where the stars and the whole of a review point, −1..1. */
function leaningOf(review: EvidenceReview): number {
  const stars = starsOfFive(review);
  return ((stars === undefined ? 0 : (stars - 3) / 2) + (review.finding?.sentiment.score ?? 0)) / 2;
}

function statementsOf(evidence: Evidence, polarity: Polarity): Candidate[] {
  return evidence.reviews.filter(isQuotable).flatMap((review) => {
    const leaning = leaningOf(review);
    return (evidence.statements.get(review.id) ?? [])
      .filter((statement) => statement.sentiment.label === polarity)
      .map((statement) => ({ review, statement, strength: strengthOf(statement, leaning) }));
  });
}
