/** Flags that only a whole subject can tell: written when it is settled. */
import type { EarshotDatabase, StoredReview } from "./db";

/**
 * Says of each review understood by this version whether it is off its subject's topic; one transaction, and only reviews whose flag changes
 * are written. A review that was deleted or is waiting to be read again meanwhile stays as it is.
 * @param ids of the reviews off the topic
 */
export async function saveOffTopic(
  db: EarshotDatabase,
  subjectId: string,
  version: number,
  ids: readonly string[],
): Promise<void> {
  const off = new Set(ids);
  await db.transaction("rw", db.reviews, async () => {
    const reviews = await db.reviews.where("subjectId").equals(subjectId).toArray();
    const changed = reviews.filter((review) => review.understood >= version && isOff(review) !== off.has(review.id));
    await db.reviews.bulkPut(changed.map((review) => withFlag(review, off.has(review.id))));
  });
}

function isOff({ finding }: StoredReview): boolean {
  return finding?.flags.includes("off-topic") ?? false;
}

function withFlag(review: StoredReview, off: boolean): StoredReview {
  if (!review.finding) return review;
  const flags = review.finding.flags.filter((flag) => flag !== "off-topic");
  return { ...review, finding: { ...review.finding, flags: off ? [...flags, "off-topic"] : flags } };
}
