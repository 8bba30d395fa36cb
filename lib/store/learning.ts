/** What codes learn from: passages a person coded. Kept in step with the annotations, so that what is taken away is forgotten. */
import type { Annotation, Code, CodeExample, Quote, Sentence } from "../domain";
import { byReview } from "./by-review";
import type { ChangeDraft } from "./changes";
import { ownCoder } from "./coders";
import type { EarshotDatabase } from "./db";

/** A longer passage, such as a whole review, says nothing about its single sentences. */
const MOST_SENTENCES = 3;

/** An annotation that came (no `before`), went (no `after`) or was changed. */
export interface Coding {
  before?: Annotation;
  after?: Annotation;
}

/**
 * Takes the examples along with codings that came, went or moved; the annotations are stored as they are now. Only this person's codings of
 * reviews teach.
 */
export async function followCodings(
  db: EarshotDatabase,
  draft: ChangeDraft,
  codings: readonly Coding[],
): Promise<void> {
  const own = (await ownCoder(db)).id;
  const left = codings.flatMap(({ before, after }) => taughtBy(before, after, own));
  const given = codings.flatMap(({ before, after }) => taughtBy(after, before, own));
  if (left.length + given.length === 0) return;
  const material = await materialOf(db, own, [...left, ...given]);
  for (const before of await codesNamed(db, [...left, ...given])) {
    const of = (taught: Taught[]) => taught.filter(({ codeId }) => codeId === before.id);
    const examples = learn(forget(before.examples, of(left), material), of(given), material);
    if (examples !== before.examples) await draft.put("codes", { ...before, examples });
  }
}

/**
 * Teaches what was coded before its review was understood: only then are there sentences to learn from. It is nothing a person did, and no
 * change. Runs inside the transaction that stores the sentences.
 */
export async function learnFromReviews(db: EarshotDatabase, reviewIds: readonly string[]): Promise<void> {
  const marked = await db.annotations.where("review.reviewId").anyOf(reviewIds).toArray();
  if (!marked.some(({ codeIds }) => codeIds.length > 0)) return;
  const own = (await ownCoder(db)).id;
  const given = marked.flatMap((after) => taughtBy(after, undefined, own));
  const material = await materialOf(db, own, given);
  for (const code of await codesNamed(db, given)) {
    // what was judged since stays: nobody coded anything now
    const known = (place: Quote) => code.examples.some((example) => touches(example, place));
    const unknown = new Map([...material.sentences].map(([id, list]) => [id, list.filter((one) => !known(one))]));
    const fresh = given.filter((place) => place.codeId === code.id && fits(place, material));
    const examples = fresh.flatMap((place) => examplesIn(place, { ...material, sentences: unknown }));
    if (examples.length > 0) await db.codes.update(code.id, { examples: united(code.examples, examples) });
  }
}

interface Taught extends Quote {
  codeId: string;
}

/** What one of two states taught that the other does not. */
function taughtBy(one: Annotation | undefined, other: Annotation | undefined, own: string): Taught[] {
  if (!one?.review || one.coderId !== own) return [];
  const { reviewId, start, end } = one.review;
  const stays = other?.review && isSame(one.review, other.review) ? other.codeIds : [];
  return one.codeIds.flatMap((codeId) => (stays.includes(codeId) ? [] : { codeId, reviewId, start, end }));
}

interface Material {
  sentences: ReadonlyMap<string, readonly Sentence[]>;
  bodies: ReadonlyMap<string, string>;
  /** This person's codings as they are now, by review. */
  codings: ReadonlyMap<string, readonly Taught[]>;
}

async function materialOf(db: EarshotDatabase, own: string, taught: readonly Taught[]): Promise<Material> {
  const ids = [...new Set(taught.map(({ reviewId }) => reviewId))];
  const [sentences, reviews, annotations] = await Promise.all([
    db.sentences.where("reviewId").anyOf(ids).toArray(),
    db.reviews.bulkGet(ids),
    db.annotations.where("review.reviewId").anyOf(ids).toArray(),
  ]);
  const codings = annotations.flatMap((one) => taughtBy(one, undefined, own));
  return {
    sentences: byReview(sentences),
    bodies: new Map(reviews.flatMap((review) => (review ? [[review.id, review.body] as const] : []))),
    codings: byReview(codings),
  };
}

async function codesNamed(db: EarshotDatabase, taught: readonly Taught[]): Promise<Code[]> {
  const ids = [...new Set(taught.map(({ codeId }) => codeId))];
  return (await db.codes.bulkGet(ids)).filter((code) => code !== undefined);
}

/** Sentences that another passage of the code covers stay. */
function forget(examples: CodeExample[], left: readonly Taught[], { codings }: Material): CodeExample[] {
  const goes = (example: CodeExample) =>
    example.yes &&
    left.some((place) => {
      if (!covers(place, example)) return false;
      const others = codings.get(example.reviewId) ?? [];
      return !others.some((other) => other.codeId === place.codeId && covers(other, example));
    });
  return examples.some(goes) ? examples.filter((example) => !goes(example)) : examples;
}

function learn(examples: CodeExample[], given: readonly Taught[], material: Material): CodeExample[] {
  const fresh = given.flatMap((place) => (fits(place, material) ? examplesIn(place, material) : []));
  return fresh.length > 0 ? united(examples, fresh) : examples;
}

function fits(place: Quote, { sentences }: Material): boolean {
  const covered = (sentences.get(place.reviewId) ?? []).filter((sentence) => covers(place, sentence));
  return covered.length <= MOST_SENTENCES;
}

function examplesIn(place: Quote, { sentences, bodies }: Material): CodeExample[] {
  const covered = (sentences.get(place.reviewId) ?? []).filter((sentence) => covers(place, sentence));
  return covered.map((sentence) => exampleOf(sentence, bodies.get(place.reviewId) ?? "", true));
}

/** The later word on a sentence counts. */
function united(examples: readonly CodeExample[], fresh: readonly CodeExample[]): CodeExample[] {
  const once = [...new Map(fresh.map((example) => [placeKey(example), example])).values()];
  const groups = byReview(once);
  const others = examples.filter((one) => !groups.get(one.reviewId)?.some((example) => touches(example, one)));
  return [...others, ...once];
}

function placeKey({ reviewId, start, end }: Quote): string {
  return `${reviewId} ${start} ${end}`;
}

/** At least half of it. */
export function covers(place: Quote, { reviewId, start, end }: Quote): boolean {
  if (reviewId !== place.reviewId) return false;
  return Math.min(place.end, end) - Math.max(place.start, start) >= (end - start) / 2;
}

export function touches(one: Quote, other: Quote): boolean {
  return one.reviewId === other.reviewId && one.start < other.end && other.start < one.end;
}

export function isSame(one: Quote, other: Quote): boolean {
  return one.reviewId === other.reviewId && one.start === other.start && one.end === other.end;
}

/** Words and vector are kept, since sentences may be made anew. */
export function exampleOf(sentence: Sentence, body: string, yes: boolean): CodeExample {
  const { reviewId, start, end, vector, language } = sentence;
  return { reviewId, start, end, text: body.slice(start, end), vector, language, yes };
}
