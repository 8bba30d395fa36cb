/**
 * Every write to the database. Called by the engine only; each function is one transaction, so a context killed at any
 * moment leaves either all of a step or nothing of it.
 */
import type { Coverage, Review, Sentence, Subject } from "../domain";
import type { Understood } from "../understand/understand";
import { keepWords } from "./annotated-words";
import { forgetChangesOf } from "./changes";
import { forgetCodesOf } from "./codes";
import type { EarshotDatabase, StoredReview } from "./db";
import { learnFromReviews } from "./learning";
import { forgetReadingsOf } from "./readings";

export interface CommitCount {
  found: number;
  added: number;
}

/**
 * Stores a reading. A review that is already there keeps what was understood; fields it lacked are filled in, and a longer
 * body (a cut-off text that was completed) replaces the shorter one and is understood again.
 */
export async function commitReading(db: EarshotDatabase, subject: Subject, reviews: Review[]): Promise<CommitCount> {
  return db.transaction("rw", db.subjects, db.reviews, db.sentences, db.annotations, async () => {
    const earlier = await db.subjects.get(subject.id);
    await db.subjects.put({ settled: 0, ...earlier, ...withoutBlanks(subject) });
    const ids = reviews.map((review) => review.id);
    const stored = new Map((await db.reviews.bulkGet(ids)).flatMap((review) => (review ? [[review.id, review]] : [])));
    const changes = reviews.flatMap((review) => mergeReview(stored.get(review.id), review) ?? []);
    await db.reviews.bulkPut(changes);
    await keepWords(
      db,
      changes.filter((review) => stored.has(review.id) && stored.get(review.id)?.body !== review.body),
    );
    const reread = changes.filter((review) => review.understood === 0 && stored.has(review.id));
    if (reread.length > 0) {
      const outdated = reread.map((review) => review.id);
      await db.sentences.where("reviewId").anyOf(outdated).delete();
      await unsettle(db, [subject.id]);
    }
    return { found: reviews.length, added: new Set(ids).size - stored.size };
  });
}

/** Keeps how far a reading of a subject came; a subject that was deleted meanwhile stays deleted. */
export async function saveCoverage(db: EarshotDatabase, subjectId: string, coverage: Coverage): Promise<void> {
  await db.subjects.update(subjectId, { coverage });
}

/** @returns what to store, or undefined when nothing new was learnt about the review */
function mergeReview(stored: StoredReview | undefined, seen: Review): StoredReview | undefined {
  if (!stored) return { ...seen, understood: 0 };
  const completed = seen.body.length > stored.body.length;
  const merged: StoredReview = { ...seen, ...withoutBlanks(stored), place: freshPlace(stored, seen) };
  if (completed)
    Object.assign(merged, { body: seen.body, cut: seen.cut, understood: 0, finding: undefined, failure: undefined });
  return JSON.stringify(merged) === JSON.stringify(stored) ? undefined : merged;
}

/** The latest page that shows the record wins, since markup moves; a reading without a path never erases one. */
function freshPlace(stored: StoredReview, seen: Review) {
  return seen.place.selector || !stored.place.selector ? seen.place : stored.place;
}

function withoutBlanks<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

/** Themes made from texts that were read anew are out of date, however many reviews there are. */
async function unsettle(db: EarshotDatabase, subjectIds: Iterable<string>): Promise<void> {
  for (const id of new Set(subjectIds)) await db.subjects.update(id, { settled: -1 });
}

/** Stores findings and sentences, and marks the reviews as understood by this version of the heads. */
export async function saveUnderstood(db: EarshotDatabase, results: readonly Understood[]): Promise<void> {
  const tables = [db.subjects, db.reviews, db.sentences, db.annotations, db.codes, db.coders];
  await db.transaction("rw", tables, async () => {
    const ids = results.map((result) => result.review.id);
    const earlier = await db.sentences.where("reviewId").anyOf(ids).toArray();
    await db.sentences.where("reviewId").anyOf(ids).delete();
    const stored = (await db.reviews.bulkGet(ids)).flatMap((review) => review ?? []);
    const bodies = new Map(stored.map((review) => [review.id, review.body]));
    const again = stored.filter((review) => review.understood > 0);
    await unsettle(
      db,
      again.map((review) => review.subjectId),
    );
    // A review that was deleted or completed meanwhile keeps its place in the queue instead.
    const current = results.filter((result) => bodies.get(result.review.id) === result.review.body);
    await db.sentences.bulkPut(
      inTheirThemes(
        current.flatMap((result) => result.sentences),
        earlier,
      ),
    );
    await db.reviews.bulkUpdate(
      current.map(({ review, finding }) => ({
        key: review.id,
        changes: {
          finding,
          understood: finding.version,
          language: review.language ?? finding.language,
          failure: undefined,
        },
      })),
    );
    await learnFromReviews(
      db,
      current.map(({ review }) => review.id),
    );
  });
}

/** A sentence that is read again stays in its theme until themes are made anew, or what was changed by hand would lose its sentences. */
function inTheirThemes(sentences: readonly Sentence[], earlier: readonly Sentence[]): Sentence[] {
  const before = new Map(earlier.map((sentence) => [sentence.id, sentence]));
  return sentences.map((sentence) => {
    const same = before.get(sentence.id);
    if (!same?.found || same.start !== sentence.start || same.end !== sentence.end) return sentence;
    const { themeId, subthemeId, found } = same;
    return { ...sentence, themeId, found, ...(subthemeId === undefined ? {} : { subthemeId }) };
  });
}

/** Sets a review aside that could not be understood, so that it does not hold up the others. */
export async function setAside(db: EarshotDatabase, reviewId: string, version: number, failure: string): Promise<void> {
  await db.reviews.update(reviewId, { understood: version, failure });
}

/** Lets reviews that were set aside wait again, for a new try. */
export async function takeUpAgain(db: EarshotDatabase): Promise<void> {
  const aside = db.reviews.filter((review) => review.failure !== undefined);
  await aside.modify({ understood: 0, failure: undefined });
}

/** Deletes a subject and everything made from it. */
export async function forgetSubject(db: EarshotDatabase, subjectId: string): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const reviewIds = await db.reviews.where("subjectId").equals(subjectId).primaryKeys();
    await forgetChangesOf(db, subjectId, new Set(reviewIds));
    await forgetCodesOf(db, subjectId);
    await forgetReadingsOf(db, subjectId);
    const made = [db.reviews, db.sentences, db.themes, db.themeEdits, db.segments, db.segmentNames, db.personas];
    for (const table of [
      ...made,
      db.personaEdits,
      db.conversations,
      db.groups,
      db.pins,
      db.surveys,
      db.surveyResponses,
      db.surveyAnswers,
      db.surveyMaterials,
      db.annotations,
      db.memos,
      db.pageCopies,
      db.secondCodings,
    ])
      await table.where("subjectId").equals(subjectId).delete();
    await db.subjects.delete(subjectId);
  });
}

/** Deletes everything Earshot keeps. */
export async function forgetAll(db: EarshotDatabase): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}
