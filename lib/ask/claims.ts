/** Turns evidence into statements: who says it, how many, in whose words. */
import type { Claim, ClaimPhrase, Polarity, Quote, Review, Sentence } from "../domain";
import { clarity, pickQuotes } from "./quotes";
import type { Stance } from "./topics";
import { verifyQuote } from "./verify";

const QUOTES = 3;

export interface ClaimSource {
  stances: readonly Stance[];
  polarity: Polarity;
  topic?: string;
  otherSide?: boolean;
  /** How well a sentence fits the question, 0–1; 1 when absent. */
  relevance?: (sentence: Sentence) => number;
}

/** @returns the key under which a quote counts as shown */
export function placeOf({ reviewId, start }: Pick<Quote, "reviewId" | "start">): string {
  return `${reviewId}:${start}`;
}

/**
 * Claims in the order of their sources, none of which repeats a quote of another; a source that has nothing of its own to show is left out.
 * @param said places of quotes that are not to be shown again
 */
export function makeClaims(
  sources: readonly ClaimSource[],
  of: number,
  reviews: ReadonlyMap<string, Review>,
  said: ReadonlySet<string> = new Set(),
): Claim[] {
  const shown = new Set(said);
  return sources.flatMap((source) => {
    const claim = makeClaim({ ...source, stances: source.stances.map((stance) => unsaid(stance, shown)) }, of, reviews);
    for (const quote of claim?.quotes ?? []) shown.add(placeOf(quote));
    return claim ?? [];
  });
}

/** The person still counts; only the sentences that were shown are not shown again. */
function unsaid(stance: Stance, shown: ReadonlySet<string>): Stance {
  return { ...stance, sentences: stance.sentences.filter((sentence) => !shown.has(placeOf(sentence))) };
}

/**
 * @param of reviewers in the segment
 * @returns nothing when nobody says it or no quote can be shown
 */
export function makeClaim(source: ClaimSource, of: number, reviews: ReadonlyMap<string, Review>): Claim | undefined {
  const { polarity, topic, relevance = () => 1 } = source;
  const agreeing = source.stances.filter((stance) => stance.polarity === polarity);
  const supporters = agreeing.length;
  const said = agreeing.flatMap((stance) => stance.sentences);
  const fitting = said.filter((sentence) => polarity === "mixed" || sentence.sentiment.label === polarity);
  const quotes = pickQuotes(fitting, reviews, QUOTES, (sentence) => clarity(sentence, polarity) * relevance(sentence));
  if (supporters === 0 || quotes.length === 0) return undefined;
  const say: ClaimPhrase = source.otherSide ? "otherSide" : sayHowMany(supporters, of);
  const verified = quotes.every((quote) => verifyQuote(quote, reviews));
  return { say, ...(topic === undefined ? {} : { topic }), polarity, supporters, of, quotes, verified };
}

/** Half of the segment is "most", a quarter "many"; a single voice is called one. */
export function sayHowMany(supporters: number, of: number): ClaimPhrase {
  if (supporters === 1) return "one";
  const share = supporters / of;
  return share >= 0.5 ? "most" : share >= 0.25 ? "many" : "some";
}
