/** What codes learn from: passages a person coded. Kept in step with the annotations, so that what is taken away is forgotten. */
import type { Annotation, Code, CodeExample, Quote, Sentence } from "../domain";
import type { ChangeDraft } from "./changes";
import type { EarshotDatabase } from "./db";

/** A longer passage, such as a whole review, says nothing about its single sentences. */
const MOST_SENTENCES = 3;

/**
 * Takes the examples along with a coding that came, went or moved. Only this person's codings of reviews teach.
 * @param own id of the person
 */
export async function followCoding(
  db: EarshotDatabase,
  draft: ChangeDraft,
  own: string,
  { before, after }: { before?: Annotation; after?: Annotation },
): Promise<void> {
  const was = taught(before, own);
  const is = taught(after, own);
  const codeIds = new Set([...was.codeIds, ...is.codeIds]);
  for (const codeId of codeIds) {
    const code = await db.codes.get(codeId);
    if (!code) continue;
    let examples = code.examples;
    if (was.place && was.codeIds.includes(codeId)) examples = await forgetting(db, code, was.place, after?.id);
    if (is.place && is.codeIds.includes(codeId)) examples = await learning(db, examples, is.place);
    if (examples !== code.examples) await draft.put("codes", { ...code, examples });
  }
}

function taught(annotation: Annotation | undefined, own: string): { codeIds: string[]; place?: Quote } {
  if (!annotation?.review || annotation.coderId !== own) return { codeIds: [] };
  return { codeIds: annotation.codeIds, place: annotation.review };
}

/** Sentences that are still covered by another passage of the code stay. */
async function forgetting(db: EarshotDatabase, code: Code, place: Quote, except?: string): Promise<CodeExample[]> {
  const others = await db.annotations.where("review.reviewId").equals(place.reviewId).toArray();
  const places = others.flatMap(({ id, codeIds, review }) =>
    id !== except && codeIds.includes(code.id) && review && !isSame(review, place) ? [review] : [],
  );
  return code.examples.filter(
    (example) => !example.yes || !covers(place, example) || places.some((other) => covers(other, example)),
  );
}

async function learning(db: EarshotDatabase, examples: CodeExample[], place: Quote): Promise<CodeExample[]> {
  const sentences = (await db.sentences.where("reviewId").equals(place.reviewId).toArray()).filter((sentence) =>
    covers(place, sentence),
  );
  if (sentences.length === 0 || sentences.length > MOST_SENTENCES) return examples;
  const body = (await db.reviews.get(place.reviewId))?.body ?? "";
  const others = examples.filter((example) => !sentences.some((sentence) => touches(example, sentence)));
  return [...others, ...sentences.map((sentence) => exampleOf(sentence, body, true))];
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
