/** Which sentences to show for a theme: typical, of a readable length, from different reviewers. */
import type { Quote, Review, Sentence } from "../domain";

export interface Candidate {
  sentence: Sentence;
  text: string;
  /** How typical it is, higher is better. */
  weight: number;
}

const SHOWN = 3;
const UNREADABLE = -0.3;
const READABLE = { from: 30, to: 200 };

/** @returns one to three places, best first, each by another reviewer while there are enough of them */
export function chooseQuotes(
  candidates: readonly Candidate[],
  reviews: ReadonlyMap<string, Review>,
  count = SHOWN,
): Quote[] {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, weight: candidate.weight + readability(candidate.text) }))
    .sort((a, b) => b.weight - a.weight || (a.sentence.id < b.sentence.id ? -1 : 1));
  const chosen: Candidate[] = [];
  const heard = new Set<string>();
  for (const candidate of ranked) {
    const who = reviews.get(candidate.sentence.reviewId)?.author ?? candidate.sentence.reviewId;
    if (chosen.length > 0 && readability(candidate.text) <= UNREADABLE) continue;
    if (heard.has(who) || chosen.some((one) => one.text === candidate.text)) continue;
    heard.add(who);
    chosen.push(candidate);
    if (chosen.length === count) break;
  }
  return chosen.map(({ sentence: { reviewId, start, end } }) => ({ reviewId, start, end }));
}

/** Too short says nothing, too long is not read, a question or a fragment does not stand alone. */
function readability(text: string): number {
  const length = [...text].length * (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul}/u.test(text) ? 2.5 : 1);
  const fitting = length < READABLE.from ? -0.4 : length > READABLE.to ? -0.4 : 0;
  const finished = /[.!。！…]["'”’)]*$/u.test(text) ? 0.03 : 0;
  const dependent = /^(?:it|this|that|they|and|but|so|also|which)\b/iu.test(text) ? -0.06 : 0;
  return fitting + finished + dependent;
}
