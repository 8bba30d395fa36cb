/** Which sentences of a persona's reviewers bear on a question, and whether they are enough to answer it. */
import type { Sentence } from "../domain";
import type { Room } from "./evidence-room";
import { type Match, searchByMeaning } from "./retrieve";
import { coverage, scoreByExample } from "./scores";

/** Probability from which a question counts as talked about; see `npm run eval:ask`. */
const COVERED = 0.5;
/** Probability from which a sentence counts as evidence, once one of the same reviewers is certain. */
const RELEVANT = 0.4;
const CERTAIN = 0.5;

export interface TopicEvidence {
  /** Of the persona's reviewers, those that bear on the question; empty when these reviewers do not say. */
  sentences: Sentence[];
  /** Sentence id → probability that it is about the question; absent for those of a theme the question names. */
  scores: ReadonlyMap<string, number>;
  /** Probability that the question is talked about at all, 0–1. */
  confidence: number;
  /** People outside who do speak of it, counted only when the persona's own do not. */
  others: number;
}

/** @returns what bears on the question; nothing when no sentence of these reviewers is certain to */
export function evidenceOn(room: Room): TopicEvidence {
  const { interview, known } = room;
  const matches = searchByMeaning({
    queryVector: interview.questionVector,
    queryText: room.question.text,
    reviews: interview.reviews,
    sentences: interview.sentences,
    index: room.index,
  });
  const confidence = coverage(matches);
  const evidence = confidence < COVERED ? [] : scoreByExample(matches).filter((match) => match.score >= RELEVANT);
  const own = evidence.filter((match) => known.has(match.sentence.reviewId));
  const named = sentencesOfNamedTheme(room);
  const scores = new Map(own.map((match) => [match.sentence.id, match.score]));
  if (named.length === 0 && !own.some((match) => match.score >= CERTAIN)) {
    const others = evidence.filter((match) => !known.has(match.sentence.reviewId));
    return { sentences: [], scores, confidence, others: peopleSaying(others) };
  }
  const sentences = [...new Set([...named, ...own.map((match) => match.sentence)])];
  return { sentences, scores, confidence, others: 0 };
}

/** @returns what an answer says about how it was found */
export function manifest(confidence: number): Record<string, number> {
  return { coverage: Math.round(confidence * 1000) / 1000, covered: COVERED, relevant: RELEVANT };
}

/** A question that quotes a theme by its name, as the suggested ones do, in whatever language, asks for that theme. */
function sentencesOfNamedTheme({ question, sentences, interview }: Room): Sentence[] {
  const text = question.text.toLowerCase();
  const quotedNames = interview.themes.filter(
    ({ label }) => /[“«"「]/u.test(text) && text.includes(label.toLowerCase()),
  );
  const ids = new Set(quotedNames.map((theme) => theme.id));
  return sentences.filter(({ themeId = "", subthemeId = "" }) => ids.has(themeId) || ids.has(subthemeId));
}

/** Those sure to say it: a number that is shown must not rest on resemblance. */
function peopleSaying(matches: readonly Match[]): number {
  return new Set(matches.filter((match) => match.score >= CERTAIN).map((match) => match.entry.reviewer)).size;
}
