/** Which reviews a person's own segment holds now: filters are looked through anew whenever reviews were added. */
import type { HandGroup } from "../../lib/ask/segments";
import type { FilterChoice, HandSegment, Persona, Review, Sentence, Theme } from "../../lib/domain";
import { type Evidence, type EvidenceReview, isQuotable, type Statement } from "../../lib/report/evidence";
import { applyFilter, FACETS, type Facet, facetReviews } from "../../lib/report/facets";
import { matcherOf } from "../../lib/report/words";

/** @param personas by whose segments a filter of segments is read */
export function evidenceOf(
  reviews: readonly EvidenceReview[],
  sentences: readonly Sentence[],
  themes: readonly Theme[],
  personas: readonly Persona[],
): Evidence {
  const statements = new Map<string, Statement[]>();
  for (const { vector: _, ...statement } of sentences) {
    const list = statements.get(statement.reviewId);
    if (list) list.push(statement);
    else statements.set(statement.reviewId, [statement]);
  }
  return { reviews, statements, themes, personas };
}

/** @returns each with the reviews that its filters leave or that were picked and are still there */
export function handGroupsOf(hand: readonly HandSegment[], evidence: Evidence): HandGroup[] {
  const stored = new Set(evidence.reviews.map(({ id }) => id));
  return hand.map((segment) => {
    const { basis, reviewIds = [] } = segment;
    if (basis.kind === "filter")
      return { segment, reviewIds: reviewsLeft(basis.choices, evidence).map(({ id }) => id) };
    return { segment, reviewIds: reviewIds.filter((id) => stored.has(id)) };
  });
}

/** @returns reviews that may speak and pass every choice; facets nobody knows are passed over, no choice leaves all */
export function reviewsLeft(choices: readonly FilterChoice[], evidence: Evidence): Review[] {
  const filter = new Map<Facet, string[]>();
  const queries: string[][] = [];
  for (const { facet, values } of choices) {
    const known = FACETS.find((one) => one === facet);
    if (facet === "query") queries.push(values);
    else if (known) filter.set(known, [...(filter.get(known) ?? []), ...values]);
  }
  const wanted = queries.map((values) => values.filter((value) => value.trim() !== "").map(matcherOf));
  const spoken = (review: Review) => wanted.every((any) => any.length === 0 || any.some((matches) => matches(review)));
  const { passing } = applyFilter(facetReviews(evidence), filter);
  return passing.map(({ review }) => review).filter((review) => isQuotable(review) && spoken(review));
}
