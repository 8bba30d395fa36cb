/** Which sentences bear on a text, searched once over the whole subject and shared by all respondents. */
import type { Evidence } from "../answering";
import type { EvidenceIndex, IndexedSentence } from "../evidence-index";
import { type Match, searchByMeaning } from "../retrieve";
import { coverage, scoreByExample } from "../scores";
import type { Vector } from "../vectors";

/** Probability from which a text counts as talked about, and from which a sentence then counts as evidence; see topic-evidence.ts. */
const COVERED = 0.5;
const RELEVANT = 0.4;
/** Where a text is hardly talked about, single sentences still may be about it: those that say it in its own language, surely. */
const SURE = 0.5;
/** Queries remembered of one subject: more than the largest survey has, so that none is searched once per respondent. */
const REMEMBERED = 1024;

/** A sentence with the probability (0–1) that it bears on what was looked for. */
export interface Bearing {
  entry: IndexedSentence;
  weight: number;
}

/** By review id; within a review in the order of the text. */
export type BearingByReview = ReadonlyMap<string, readonly Bearing[]>;

const searched = new WeakMap<EvidenceIndex, Map<string, { vector: Vector; found: BearingByReview }>>();

/** @returns nobody's sentences when the reviewers do not talk about it */
export function bearingOn(text: string, vector: Vector, evidence: Evidence): BearingByReview {
  const known = searched.get(evidence.index) ?? new Map();
  searched.set(evidence.index, known);
  const before = known.get(text);
  if (before?.vector === vector) return before.found;
  const found = search(text, vector, evidence);
  known.set(text, { vector, found });
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return found;
}

function search(queryText: string, queryVector: Vector, { reviews, sentences, index }: Evidence): BearingByReview {
  const matches = searchByMeaning({ queryText, queryVector, reviews, sentences, index });
  const found = new Map<string, Bearing[]>();
  for (const { entry, score } of relevant(matches)) {
    const own = found.get(entry.review.id);
    if (own) own.push({ entry, weight: score });
    else found.set(entry.review.id, [{ entry, weight: score }]);
  }
  for (const own of found.values()) own.sort((a, b) => a.entry.sentence.start - b.entry.sentence.start);
  return found;
}

/** One sentence among thousands may speak of an option: to those who wrote it, it is an answer. */
function relevant(matches: readonly Match[]): Match[] {
  const known = coverage(matches) < COVERED ? [] : scoreByExample(matches).filter(({ score }) => score >= RELEVANT);
  return known.length > 0 ? known : matches.filter(({ score, sameLanguage }) => sameLanguage && score >= SURE);
}

/** @returns each sentence once, with the highest weight any of the searches gave it, in order of review and place */
export function joined(searches: readonly BearingByReview[], reviewIds: readonly string[]): Bearing[] {
  const best = new Map<string, Bearing>();
  for (const found of searches)
    for (const id of reviewIds)
      for (const bearing of found.get(id) ?? []) {
        const before = best.get(bearing.entry.sentence.id);
        if (!before || before.weight < bearing.weight) best.set(bearing.entry.sentence.id, bearing);
      }
  return [...best.values()].sort(
    ({ entry: { sentence: a } }, { entry: { sentence: b } }) =>
      (a.reviewId < b.reviewId ? -1 : Number(a.reviewId > b.reviewId)) || a.start - b.start,
  );
}
