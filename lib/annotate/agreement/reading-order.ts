/** What a person coded, review by review, in the order in which they first came to each. */
import type { Annotation, SecondCoding } from "../../domain";

interface Coded {
  reviewId: string;
  codeIds: readonly string[];
  /** ISO 8601. */
  at: string;
}

/**
 * Reviews with a code, and those in which a sample was coded even without one; a review somebody only read leaves no trace and is not counted.
 * @returns codes of each review, in the order of coding
 */
export function codesInReadingOrder(
  annotations: readonly Annotation[],
  codings: readonly SecondCoding[],
  coderId: string,
): string[][] {
  const coded = [...fromAnnotations(annotations, coderId), ...fromSamples(codings, coderId)];
  coded.sort((a, b) => a.at.localeCompare(b.at));
  const reviews = new Map<string, Set<string>>();
  for (const { reviewId, codeIds } of coded) {
    const codes = reviews.get(reviewId) ?? new Set();
    reviews.set(reviewId, codes);
    for (const code of codeIds) codes.add(code);
  }
  return [...reviews.values()].map((codes) => [...codes]);
}

function fromAnnotations(annotations: readonly Annotation[], coderId: string): Coded[] {
  return annotations.flatMap(({ review, codeIds, created, ...one }) =>
    review && one.coderId === coderId && codeIds.length > 0
      ? [{ reviewId: review.reviewId, codeIds, at: created }]
      : [],
  );
}

function fromSamples(codings: readonly SecondCoding[], coderId: string): Coded[] {
  return codings.flatMap(({ human, units, ...coding }) =>
    coding.coderId === coderId
      ? human.flatMap(({ unit, codeIds, at }) => {
          const reviewId = units[unit]?.reviewId;
          return reviewId === undefined ? [] : [{ reviewId, codeIds, at }];
        })
      : [],
  );
}
