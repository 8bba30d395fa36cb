/** Sentences that stand for a group: near its centre, and showing what it was made by. */
import type { Polarity, Quote, Sentence } from "../../domain";
import { clarity, pickQuotes } from "../quotes";
import type { Crowd } from "./crowd";
import { normalise, type SentenceSpace } from "./space";

const QUOTES = 3;
/** A sentence far from the centre may still stand for the group when nothing nearer is readable. */
const FLOOR = 0.2;

/**
 * @param own the group's sentences
 * @param shows whether a sentence shows what the group shares; where none does, all of them are taken
 * @param polarity of what it shares, where it has one
 * @returns at most three verbatim places, each of another person
 */
export function typicalQuotes(
  own: readonly Sentence[],
  crowd: Crowd,
  space: SentenceSpace,
  shows: (sentence: Sentence) => boolean,
  polarity?: Polarity,
): Quote[] {
  const showing = own.filter(shows);
  const candidates = showing.length > 0 ? showing : own;
  const centre = new Float32Array(space.dimensions);
  for (const sentence of candidates) space.add(sentence, centre);
  normalise(centre);
  const weight = (sentence: Sentence) =>
    (FLOOR + Math.max(0, space.cosine(sentence, centre))) * (polarity ? clarity(sentence, polarity) : 1);
  return pickQuotes(candidates, crowd.known, QUOTES, weight).map(({ reviewId, start, end }) => ({
    reviewId,
    start,
    end,
  }));
}
