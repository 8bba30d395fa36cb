/** The whole notebook of this person, ready to be written to a file. */
import type {
  Annotation,
  Code,
  Notebook,
  NotebookAnnotation,
  NotebookDocument,
  NotebookScope,
  PageCopy,
} from "../domain";
import { codersOf, ownCoder } from "./coders";
import type { EarshotDatabase, StoredReview } from "./db";

/**
 * Annotations within the scope with the texts they stand in, the codes in use there and the memos about it. Authors are left out.
 * @param now ISO 8601
 */
export async function notebookOf(db: EarshotDatabase, scope: NotebookScope, now: string): Promise<Notebook> {
  const own = await ownCoder(db);
  const annotations = await annotationsIn(db, scope);
  const { reviews, copies } = await textsOf(db, annotations);
  const subjects = new Map((await db.subjects.toArray()).map((subject) => [subject.id, subject]));
  const whole = scope.subjectId === undefined && scope.pageKey === undefined;
  const codes = await codesIn(db, scope, annotations);
  const subjectName = scope.subjectId === undefined ? undefined : subjects.get(scope.subjectId)?.name;
  const documents = new Map<string, NotebookDocument>();
  const placed = annotations.map((annotation): NotebookAnnotation => {
    const document = documentOf(annotation, reviews, copies, subjects);
    if (!document) return annotation;
    const kept = documents.get(document.id) ?? document;
    documents.set(kept.id, kept);
    return { ...annotation, ...placeIn(kept, annotation) };
  });
  const memos = await db.memos.filter(
    ({ subjectId }) => whole || subjectId === undefined || subjectId === scope.subjectId,
  );
  const involved = new Set([own.id, ...annotations.map(({ coderId }) => coderId)]);
  return {
    title: subjectName ?? annotations[0]?.target?.title ?? "Earshot",
    made: now,
    ownCoderId: own.id,
    coders: (await codersOf(db)).filter(({ id }) => whole || involved.has(id)),
    codes: codes.map(({ examples: _, ...code }) => code),
    documents: [...documents.values()],
    annotations: placed,
    memos: await memos.toArray(),
  };
}

async function annotationsIn(db: EarshotDatabase, { subjectId, pageKey }: NotebookScope): Promise<Annotation[]> {
  const found =
    subjectId !== undefined
      ? db.annotations.where("subjectId").equals(subjectId)
      : pageKey !== undefined
        ? db.annotations.where("target.pageKey").equals(pageKey)
        : db.annotations.toCollection();
  return (await found.toArray()).sort((a, b) => a.created.localeCompare(b.created) || (a.id < b.id ? -1 : 1));
}

/** Codes that can be used there, and those under which they stand. */
async function codesIn(db: EarshotDatabase, scope: NotebookScope, annotations: readonly Annotation[]): Promise<Code[]> {
  const codes = await db.codes.toArray();
  if (scope.subjectId === undefined && scope.pageKey === undefined) return codes;
  const used = new Set(annotations.flatMap(({ codeIds }) => codeIds));
  const own = codes.filter(
    ({ id, subjectId }) => used.has(id) || subjectId === undefined || subjectId === scope.subjectId,
  );
  return own.map((code) => (own.some(({ id }) => id === code.parentId) ? code : { ...code, parentId: undefined }));
}

async function textsOf(db: EarshotDatabase, annotations: readonly Annotation[]) {
  const reviewIds = [...new Set(annotations.flatMap(({ review }) => review?.reviewId ?? []))];
  const copyIds = [...new Set(annotations.flatMap(({ copyId }) => copyId ?? []))];
  const [reviews, copies] = await Promise.all([db.reviews.bulkGet(reviewIds), db.pageCopies.bulkGet(copyIds)]);
  return {
    reviews: new Map(reviews.flatMap((review) => (review ? [[review.id, review] as const] : []))),
    copies: new Map(copies.flatMap((copy) => (copy ? [[copy.id, copy] as const] : []))),
  };
}

type Subjects = ReadonlyMap<string, { name: string; site: string }>;

function documentOf(
  { review, target, copyId, text, subjectId }: Annotation,
  reviews: ReadonlyMap<string, StoredReview>,
  copies: ReadonlyMap<string, PageCopy>,
  subjects: Subjects,
): NotebookDocument | undefined {
  const stored = review && reviews.get(review.reviewId);
  if (stored) return reviewDocument(stored, subjects);
  const copy = copyId === undefined ? undefined : copies.get(copyId);
  const about = subjectId === undefined ? {} : { subjectId };
  if (copy) {
    const { id, title, url, taken, text: words } = copy;
    return { id, kind: "page", name: title || url, url, date: taken, text: words, variables: {}, ...about };
  }
  if (!target) return undefined;
  // without a copy the words themselves, with what stood around them, are all there is of the page
  const quote = target.selectors.find((selector) => selector.type === "TextQuoteSelector");
  const words = quote ? quote.prefix + text + quote.suffix : text;
  const id = `page:${target.pageKey}:${quote ? `${quote.prefix.length}:` : ""}${words}`;
  return { id, kind: "page", name: target.title || target.url, url: target.url, text: words, variables: {}, ...about };
}

/** A review as a source of a notebook. Its author is no part of it. */
export function reviewDocument(review: StoredReview, subjects: Subjects): NotebookDocument {
  const { id, subjectId, body, title, date, rating, ratingScale, language, place } = review;
  const subject = subjects.get(subjectId);
  return {
    id,
    kind: "review",
    name: title || `${subject?.name ?? ""} ${id.slice(0, 8)}`.trim(),
    subjectId,
    text: body,
    variables: {
      ...(subject?.name && { product: subject.name }),
      ...(subject?.site && { site: subject.site }),
      ...(rating !== undefined && { stars: rating }),
      ...(ratingScale !== undefined && { scale: ratingScale }),
      ...(language !== undefined && { language }),
    },
    ...(date !== undefined && { date }),
    ...(place.url && { url: place.url }),
  };
}

/** Where the words stand in the document; nothing where they do not, or stand several times without saying which. */
function placeIn({ id, text: body, kind }: NotebookDocument, { review, text, target }: Annotation) {
  if (kind === "review" && review) return { documentId: id, start: review.start, end: review.end };
  const quote = target?.selectors.find((selector) => selector.type === "TextQuoteSelector");
  const within = quote ? body.indexOf(quote.prefix + text + quote.suffix) : -1;
  const start = quote && within >= 0 ? within + quote.prefix.length : onlyPlace(body, text);
  return start === undefined ? { documentId: id } : { documentId: id, start, end: start + text.length };
}

function onlyPlace(body: string, text: string): number | undefined {
  const at = body.indexOf(text);
  return at >= 0 && body.indexOf(text, at + 1) < 0 ? at : undefined;
}
