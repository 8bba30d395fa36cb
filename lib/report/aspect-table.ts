import type { AspectCategory, AspectMention, Polarity } from "../domain";
import { isUnsure } from "./confidence";
import { type Evidence, type EvidenceReview, isQuotable } from "./evidence";

/** Mentions by how they feel; they add up to `mentions`. `unsure` ones are among them, and said beside them. */
export interface AspectFigures {
  mentions: number;
  positive: number;
  negative: number;
  /** Neutral and mixed. */
  between: number;
  /** Mentions whose feeling is a guess. */
  unsure: number;
}

/** `whole`: the reviewed thing itself; `other`: things in no category of the general list. */
export type AspectMatter = AspectCategory | "whole" | "other";

/** What is said about one matter, over all reviews. */
export interface AspectRow extends AspectFigures {
  matter: AspectMatter;
  /** Reviews with at least one mention. */
  reviewers: number;
  /** The commonest words for it, at most `TERMS`. */
  terms: readonly AspectTerm[];
}

/** One thing by its words; `term` is the spelling used most. */
export interface AspectTerm extends AspectFigures {
  term: string;
  reviewers: number;
}

/** @returns the matter a mention belongs to */
export function matterOf({ category, whole }: Pick<AspectMention, "category" | "whole">): AspectMatter {
  return category ?? (whole ? "whole" : "other");
}

/** Terms listed in a matter. */
const TERMS = 6;

interface Tally extends AspectFigures {
  reviewIds: Set<string>;
}
interface TermTally extends Tally {
  spellings: Map<string, number>;
}
interface MatterTally extends Tally {
  terms: Map<string, TermTally>;
}

/**
 * Matters with their commonest terms, over quotable reviews. Linear in the number of mentions.
 * @returns rows by number of reviewers, the whole and what is in no category last; empty without aspects
 */
export function aspectTable(evidence: Evidence): AspectRow[] {
  const matters = new Map<AspectMatter, MatterTally>();
  const folded = new Map<string, string>();
  for (const review of evidence.reviews) {
    if (isQuotable(review)) tallyReview(matters, review, evidence, folded);
  }
  return [...matters].map(([matter, tally]) => rowOf(matter, tally)).sort(byReviewers);
}

function tallyReview(
  matters: Map<AspectMatter, MatterTally>,
  review: EvidenceReview,
  evidence: Evidence,
  folded: Map<string, string>,
): void {
  for (const { aspects = [] } of evidence.statements.get(review.id) ?? []) {
    for (const aspect of aspects) {
      const tally = entry(matters, matterOf(aspect), () => ({ ...empty(), terms: new Map() }));
      count(tally, aspect, review.id);
      const key = aspect.term && foldTerm(aspect.term, folded);
      if (!key || !aspect.term) continue;
      const term = entry(tally.terms, key, () => ({ ...empty(), spellings: new Map() }));
      count(term, aspect, review.id);
      term.spellings.set(aspect.term, (term.spellings.get(aspect.term) ?? 0) + 1);
    }
  }
}

function empty(): Tally {
  return { mentions: 0, positive: 0, negative: 0, between: 0, unsure: 0, reviewIds: new Set() };
}

const SIDES: Record<Polarity, "positive" | "negative" | "between"> = {
  positive: "positive",
  negative: "negative",
  neutral: "between",
  mixed: "between",
};

function count(tally: Tally, { sentiment }: AspectMention, reviewId: string): void {
  tally.mentions += 1;
  tally[SIDES[sentiment.label]] += 1;
  if (isUnsure(sentiment)) tally.unsure += 1;
  tally.reviewIds.add(reviewId);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Case, width and spaces do not make another thing. @param known terms folded before: the same few come again and again */
function foldTerm(term: string, known: Map<string, string>): string {
  return entry(known, term, () => term.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim());
}

function figuresOf({ mentions, positive, negative, between, unsure }: AspectFigures): AspectFigures {
  return { mentions, positive, negative, between, unsure };
}

function rowOf(matter: AspectMatter, tally: MatterTally): AspectRow {
  const terms = [...tally.terms.values()]
    .map((term) => ({ ...figuresOf(term), term: commonest(term.spellings), reviewers: term.reviewIds.size }))
    .sort((a, b) => b.reviewers - a.reviewers || b.mentions - a.mentions || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS);
  return { ...figuresOf(tally), matter, reviewers: tally.reviewIds.size, terms };
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [spelling, times] of spellings) {
    if (times > most) [best, most] = [spelling, times];
  }
  return best;
}

/** Below what can be done something about. */
const LAST: readonly AspectMatter[] = ["whole", "other"];

function byReviewers(a: AspectRow, b: AspectRow): number {
  return LAST.indexOf(a.matter) - LAST.indexOf(b.matter) || b.reviewers - a.reviewers || b.mentions - a.mentions;
}
