/** The whole notebook of this person, ready to be written to a file. */
import { ReviewWords } from "../annotate/in-review";
import type {
  Annotation,
  Code,
  Memo,
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
  const subjects = new Map((await db.subjects.toArray()).map((subject) => [subject.id, subject]));
  const codes = await codesIn(db, scope);
  const { annotations, documents } = await placedIn(db, scope, subjects, new Set(codes.map(({ id }) => id)));
  const uncoded = scope.allReviews ? await reviewsIn(db, scope) : [];
  for (const review of uncoded)
    if (!documents.has(review.id)) documents.set(review.id, reviewDocument(review, subjects));
  const about = new Set([...codes, ...annotations, ...documents.values()].map(({ id }) => id));
  const memos = (await db.memos.toArray()).filter((memo) => isWithin(memo, scope, about));
  const involved = new Set([
    own.id,
    ...annotations.map(({ coderId }) => coderId),
    ...memos.map(({ coderId }) => coderId),
  ]);
  return {
    title: titleOf(scope, annotations, subjects),
    made: now,
    ownCoderId: own.id,
    coders: (await codersOf(db)).filter(({ id }) => isWhole(scope) || involved.has(id)),
    codes: codes.map(({ examples: _, ...code }) => code),
    documents: [...documents.values()],
    annotations,
    memos,
  };
}

function isWhole({ subjectId, pageKey }: NotebookScope): boolean {
  return subjectId === undefined && pageKey === undefined;
}

function titleOf({ subjectId }: NotebookScope, annotations: readonly Annotation[], subjects: Subjects): string {
  const subject = subjectId === undefined ? undefined : subjects.get(subjectId)?.name;
  return subject ?? annotations[0]?.target?.title ?? "Earshot";
}

/** What is about nothing in particular belongs everywhere. */
function isWithin({ kind, about, subjectId }: Memo, scope: NotebookScope, within: ReadonlySet<string>): boolean {
  if (isWhole(scope)) return true;
  if (subjectId !== undefined && subjectId === scope.subjectId) return true;
  if (about !== undefined) return within.has(about) || about === scope.pageKey || about === scope.subjectId;
  return subjectId === undefined && (kind === "project" || kind === "journal");
}

async function placedIn(
  db: EarshotDatabase,
  scope: NotebookScope,
  subjects: Subjects,
  codes: ReadonlySet<string>,
): Promise<{ annotations: NotebookAnnotation[]; documents: Map<string, NotebookDocument> }> {
  const found = await annotationsIn(db, scope);
  const { reviews, copies } = await textsOf(db, found);
  const documents = new Map<string, NotebookDocument>();
  const words = new Map<string, ReviewWords>();
  const annotations = found.map((annotation): NotebookAnnotation => {
    // a code that is gone may come back with its change; until then nobody else can know what it meant
    const told = { ...annotation, codeIds: annotation.codeIds.filter((id) => codes.has(id)) };
    const document = documentOf(annotation, reviews, copies, subjects);
    if (!document) return told;
    const kept = documents.get(document.id) ?? document;
    documents.set(kept.id, kept);
    return { ...told, ...placeIn(kept, annotation, words) };
  });
  return { annotations, documents };
}

async function reviewsIn(db: EarshotDatabase, { subjectId, pageKey }: NotebookScope): Promise<StoredReview[]> {
  if (subjectId !== undefined) return db.reviews.where("subjectId").equals(subjectId).toArray();
  return pageKey === undefined ? db.reviews.toArray() : [];
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

/** Codes that can be used there or are used there, and those under which they stand. */
async function codesIn(db: EarshotDatabase, scope: NotebookScope): Promise<Code[]> {
  const codes = await db.codes.toArray();
  if (isWhole(scope)) return codes;
  const used = new Set((await annotationsIn(db, scope)).flatMap(({ codeIds }) => codeIds));
  const byId = new Map(codes.map((code) => [code.id, code]));
  const wanted = new Set<string>();
  for (const { id, subjectId } of codes) {
    if (!used.has(id) && subjectId !== undefined && subjectId !== scope.subjectId) continue;
    for (let next: string | undefined = id; next !== undefined && !wanted.has(next); next = byId.get(next)?.parentId)
      wanted.add(next);
  }
  return codes.filter(({ id }) => wanted.has(id));
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
function placeIn(document: NotebookDocument, { review, text, target }: Annotation, known: Map<string, ReviewWords>) {
  const { id, text: body, kind } = document;
  if (kind === "review" && review) return { documentId: id, start: review.start, end: review.end };
  const quote = target?.selectors.find((selector) => selector.type === "TextQuoteSelector");
  const { prefix, suffix } = quote ?? { prefix: "", suffix: "" };
  const within = quote ? body.indexOf(prefix + text + suffix) : -1;
  const start = within >= 0 ? within + prefix.length : onlyPlace(body, text);
  if (start !== undefined) return { documentId: id, start, end: start + text.length };
  // the copy and the selection may be set otherwise: lines, spaces, quotation marks
  const words = known.get(id) ?? new ReviewWords([{ id, body }]);
  known.set(id, words);
  const place = words.placeOf({ text, prefix, suffix });
  return place ? { documentId: id, start: place.start, end: place.end } : { documentId: id };
}

function onlyPlace(body: string, text: string): number | undefined {
  const at = body.indexOf(text);
  return at >= 0 && body.indexOf(text, at + 1) < 0 ? at : undefined;
}
