/**
 * What still waits to be understood. `understood` is a property of the stored review and not of a job, so whatever was
 * killed, a fresh engine finds the rest here.
 */
import type { EarshotDatabase, StoredReview } from "./db";

/**
 * @param version of the heads: reviews understood by an older one wait too
 * @param wishes subjects to be served before all others, the most urgent first
 * @returns at most `limit` reviews, all of one subject
 */
export async function nextWaiting(
  db: EarshotDatabase,
  version: number,
  limit: number,
  wishes: readonly string[] = [],
): Promise<StoredReview[]> {
  for (const subjectId of wishes) {
    const urgent = await waitingOf(db, subjectId, version, limit);
    if (urgent.length > 0) return urgent;
  }
  const next = await db.reviews.where("understood").below(version).first();
  return next ? waitingOf(db, next.subjectId, version, limit) : [];
}

function waitingOf(db: EarshotDatabase, subjectId: string, version: number, limit: number): Promise<StoredReview[]> {
  return db.reviews
    .where("[subjectId+understood]")
    .between([subjectId, 0], [subjectId, version], true, false)
    .limit(limit)
    .toArray();
}

/** Reviews understood and waiting, over all subjects. */
export async function countWaiting(db: EarshotDatabase, version: number): Promise<{ done: number; waiting: number }> {
  const [waiting, all] = await Promise.all([db.reviews.where("understood").below(version).count(), db.reviews.count()]);
  return { done: all - waiting, waiting };
}

/** Subjects whose themes were made from fewer reviews than are understood by now. */
export async function unsettledSubjects(db: EarshotDatabase, version: number): Promise<string[]> {
  const subjects = await db.subjects.toArray();
  const counts = await Promise.all(subjects.map((subject) => countUnderstood(db, subject.id, version)));
  return subjects.filter((subject, index) => subject.settled !== counts[index]).map((subject) => subject.id);
}

/** Reviews of a subject that this version of the heads has read. */
export async function countUnderstood(db: EarshotDatabase, subjectId: string, version: number): Promise<number> {
  return db.reviews
    .where("[subjectId+understood]")
    .between([subjectId, version], [subjectId, Number.MAX_SAFE_INTEGER], true, true)
    .count();
}
