/** The sentences that say most plainly what people love, what they dislike and what they ask, in their own words. */
import type { Quote, Review, Sentence } from "../domain";
import { DuplicateIndex } from "./duplicates";
import { asksQuestion, flagsOf } from "./flags";
import { type Candidate, chooseQuotes } from "./quotes";

export interface Excerpts {
  loved: Quote[];
  disliked: Quote[];
  /** Questions to other people; a reviewer's rhetorical "why?" in the middle of a complaint is not one. */
  questions: Quote[];
}

/** Sentences about a theme say what is loved; sentences about nothing in particular only that something is. */
const HAS_THEME = 0.25;
/** A theme gives at most this many quotes, so that three loved things are three things. */
const PER_THEME = 1;
const CLEAR = 0.35;

/**
 * @param assignments sentence id to theme id, from `discoverThemes`; absent before the first run
 * @param count quotes of each kind at most, each by another reviewer
 */
export function chooseExcerpts(
  reviews: readonly Review[],
  sentences: readonly Sentence[],
  assignments: ReadonlyMap<string, string> = new Map(),
  count = 3,
): Excerpts {
  const seen = new DuplicateIndex();
  const usable = reviews.filter((review) => flagsOf(review.body).length === 0 && !seen.add(review.id, review.body));
  const byId = new Map(usable.map((review) => [review.id, review]));
  const candidates = sentences.flatMap((sentence): Candidate[] => {
    const text = byId.get(sentence.reviewId)?.body.slice(sentence.start, sentence.end);
    return text ? [{ sentence, text, weight: assignments.has(sentence.id) ? HAS_THEME : 0 }] : [];
  });
  const feeling = (sign: 1 | -1) =>
    oneOfEach(
      candidates
        .filter(({ sentence }) => sign * sentence.sentiment.score >= CLEAR)
        .map((one) => ({ ...one, weight: one.weight + Math.abs(one.sentence.sentiment.score) })),
      assignments,
    );
  const questions = candidates.filter(({ text, sentence }) => asksQuestion(text) && sentence.sentiment.score > -0.6);
  return {
    loved: chooseQuotes(feeling(1), byId, count),
    disliked: chooseQuotes(feeling(-1), byId, count),
    questions: chooseQuotes(questions, byId, count),
  };
}

function oneOfEach(candidates: Candidate[], assignments: ReadonlyMap<string, string>): Candidate[] {
  const given = new Map<string, number>();
  return candidates
    .sort((a, b) => b.weight - a.weight || (a.sentence.id < b.sentence.id ? -1 : 1))
    .filter(({ sentence, text }) => {
      if (text.length < 25 || text.length > 220) return false;
      const theme = assignments.get(sentence.id);
      if (!theme) return true;
      const before = given.get(theme) ?? 0;
      given.set(theme, before + 1);
      return before < PER_THEME;
    });
}
