/** @returns things of reviews by the id of their review */
export function byReview<T extends { reviewId: string }>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.reviewId);
    if (group) group.push(thing);
    else groups.set(thing.reviewId, [thing]);
  }
  return groups;
}
