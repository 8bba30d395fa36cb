import { matterOf } from "./aspect-table";
import { isUnsure } from "./confidence";
import { type Evidence, type EvidenceReview, isQuotable, type Statement, starsOfFive } from "./evidence";

/** The ways in which reviews can be narrowed down, in the order people meet them. */
export const FACETS = [
  "theme",
  "aspect",
  "sentiment",
  "confidence",
  "stars",
  "contradicts",
  "question",
  "intent",
  "emotion",
  "segment",
  "language",
  "kind",
  "flag",
] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values by facet: values of one facet widen each other, facets narrow each other. */
export type ReviewFilter = ReadonlyMap<Facet, readonly string[]>;

/** A review together with its value in every facet. */
export interface FacetedReview {
  review: EvidenceReview;
  values: ReadonlyMap<Facet, readonly string[]>;
}

/** How many reviews a value would leave, by facet. */
export type FacetCounts = ReadonlyMap<Facet, ReadonlyMap<string, number>>;

/** @returns every review with its facet values, in the order given */
export function facetReviews(evidence: Evidence): FacetedReview[] {
  const segments = segmentsByReview(evidence);
  return evidence.reviews.map((review) => ({ review, values: valuesOf(review, evidence, segments) }));
}

function segmentsByReview({ personas }: Evidence): Map<string, string[]> {
  const byReview = new Map<string, string[]>();
  for (const persona of personas) {
    for (const reviewId of persona.segment.reviewIds) {
      const ids = byReview.get(reviewId);
      if (ids) ids.push(persona.segment.id);
      else byReview.set(reviewId, [persona.segment.id]);
    }
  }
  return byReview;
}

function valuesOf(
  review: EvidenceReview,
  evidence: Evidence,
  segments: ReadonlyMap<string, string[]>,
): Map<Facet, readonly string[]> {
  const { finding } = review;
  const stars = starsOfFive(review);
  const statements = evidence.statements.get(review.id) ?? [];
  // what is no honest opinion is in no table, so neither does it pass for what the table counts
  const honest = isQuotable(review) ? statements : [];
  // without words there is no feeling to count, here as in the overview
  const spoken = finding?.flags.includes("no-words") ? undefined : finding?.sentiment;
  const language = finding?.language ?? review.language;
  return new Map<Facet, readonly string[]>([
    ["theme", gather(statements, themesIn)],
    ["aspect", gather(honest, aspectsIn)],
    ["sentiment", spoken ? [spoken.label] : []],
    ["confidence", spoken ? confidenceIn(spoken) : []],
    ["stars", stars === undefined ? [] : [String(Math.max(1, Math.round(stars)))]],
    ["contradicts", finding?.contradicts ? ["yes"] : []],
    ["question", finding?.question ? ["yes"] : []],
    ["intent", gather(honest, intentsIn)],
    ["emotion", gather(honest, emotionsIn)],
    ["segment", segments.get(review.id) ?? []],
    ["language", language ? [language] : []],
    ["kind", [review.kind]],
    ["flag", finding?.flags ?? []],
  ]);
}

function gather(statements: readonly Statement[], read: (statement: Statement) => readonly string[]): string[] {
  const values = new Set<string>();
  for (const statement of statements) for (const value of read(statement)) values.add(value);
  return [...values];
}

/** A sentence belongs to a theme and, where there is one, to a part of it. */
function themesIn({ themeId, subthemeId }: Statement): string[] {
  return [themeId, subthemeId].filter((id) => id !== undefined);
}

function aspectsIn({ aspects = [] }: Statement): string[] {
  return aspects.map(matterOf);
}

function intentsIn({ intents = [] }: Statement): string[] {
  return intents.map(({ intent }) => intent);
}

function emotionsIn({ emotion }: Statement): string[] {
  return emotion ? [emotion.emotion] : [];
}

function confidenceIn(sentiment: { confidence?: number }): string[] {
  if (sentiment.confidence === undefined) return [];
  return [isUnsure(sentiment) ? "unsure" : "sure"];
}

/** Facets of sentences: what was chosen in them stands out in the text. */
const SENTENCE_FACETS: readonly [Facet, (statement: Statement) => readonly string[]][] = [
  ["theme", themesIn],
  ["aspect", aspectsIn],
  ["intent", intentsIn],
  ["emotion", emotionsIn],
];

/** @returns starts of the sentences that have a value chosen in the filter; empty when nothing about sentences is chosen */
export function sentencesMeant(statements: readonly Statement[], filter: ReviewFilter): Set<number> {
  const starts = new Set<number>();
  for (const [facet, read] of SENTENCE_FACETS) {
    const wanted = filter.get(facet);
    if (!wanted || wanted.length === 0) continue;
    for (const statement of statements) {
      if (read(statement).some((value) => wanted.includes(value))) starts.add(statement.start);
    }
  }
  return starts;
}

/**
 * @returns the reviews that pass, and for every value how many reviews choosing it would add or leave: a value is
 * counted over the reviews that pass all *other* facets, so a second choice in the same facet shows what it would bring.
 */
export function applyFilter(
  faceted: readonly FacetedReview[],
  filter: ReviewFilter,
): { passing: FacetedReview[]; counts: FacetCounts } {
  const passing: FacetedReview[] = [];
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  for (const item of faceted) {
    const failing = FACETS.filter((facet) => !passes(item, facet, filter));
    if (failing.length === 0) passing.push(item);
    for (const facet of FACETS) {
      if (failing.some((other) => other !== facet)) continue;
      const tally = counts.get(facet);
      for (const value of item.values.get(facet) ?? []) tally?.set(value, (tally.get(value) ?? 0) + 1);
    }
  }
  return { passing, counts };
}

function passes(item: FacetedReview, facet: Facet, filter: ReviewFilter): boolean {
  const wanted = filter.get(facet);
  if (!wanted || wanted.length === 0) return true;
  return item.values.get(facet)?.some((value) => wanted.includes(value)) ?? false;
}

/** @returns a filter with the value chosen, or no longer chosen */
export function toggleValue(filter: ReviewFilter, facet: Facet, value: string): ReviewFilter {
  const chosen = filter.get(facet) ?? [];
  const next = new Map(filter);
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  if (values.length > 0) next.set(facet, values);
  else next.delete(facet);
  return next;
}

/** @returns a filter of one facet only */
export function onlyValues(facet: Facet, ...values: string[]): ReviewFilter {
  return new Map([[facet, values]]);
}
