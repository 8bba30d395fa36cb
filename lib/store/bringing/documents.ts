import type { Matched } from "../../annotate/exchange/match";
import type { Notebook, NotebookDocument, PageCopy } from "../../domain";
import type { ChangeDraft } from "../changes";
import type { EarshotDatabase, StoredReview } from "../db";
import { notebookOf, reviewDocument } from "../notebook";
import { pageCopy } from "../page-copies";
import type { Bringing } from "./bring-notebook";

/**
 * The notebook here, with the reviews that theirs may speak of: those of the same id, and those that say the same though they were read
 * elsewhere. The same goes into the plan and into the bringing.
 */
export async function mineBeside(db: EarshotDatabase, theirs: Notebook, now: string): Promise<Notebook> {
  const mine = await notebookOf(db, {}, now);
  const subjects = new Map((await db.subjects.toArray()).map((subject) => [subject.id, subject]));
  const known = new Set(mine.documents.map(({ id }) => id));
  const reviews = (await reviewsLike(db, theirs.documents, subjects.keys())).filter(({ id }) => !known.has(id));
  return { ...mine, documents: [...mine.documents, ...reviews.map((review) => reviewDocument(review, subjects))] };
}

async function reviewsLike(
  db: EarshotDatabase,
  documents: readonly NotebookDocument[],
  subjectIds: Iterable<string>,
): Promise<StoredReview[]> {
  const byId = (await db.reviews.bulkGet(documents.map(({ id }) => id))).filter((review) => review !== undefined);
  const found = new Map(byId.map((review) => [review.id, review]));
  const wanted = new Set(documents.flatMap(({ id, kind, text }) => (kind === "review" && !found.has(id) ? text : [])));
  if (wanted.size === 0) return byId;
  for (const subjectId of subjectIds)
    for (const review of await db.reviews.where("subjectId").equals(subjectId).toArray())
      if (wanted.has(review.body)) found.set(review.id, review);
  return [...found.values()];
}

/**
 * Texts that are no review here are kept as copies, so that their passages keep what stands around them: pages, and reviews in which something
 * was marked.
 * @returns ids of copies by the document's id
 */
export async function bringDocuments(
  db: EarshotDatabase,
  draft: ChangeDraft,
  { notebook, subjectId }: Bringing,
  documents: Matched,
  now: string,
): Promise<Matched> {
  const here = new Set(documents.values());
  const stored = new Set((await db.pageCopies.bulkGet([...here])).flatMap((copy) => copy?.id ?? []));
  const copies = new Map([...documents].filter(([, id]) => stored.has(id)));
  const isNeeded = neededOf(notebook);
  const fresh: PageCopy[] = [];
  for (const document of notebook.documents) {
    if (documents.has(document.id) || document.text === "" || !isNeeded(document)) continue;
    const { id, url = `notebook:${id}`, name, date, text } = document;
    const copy = pageCopy({ url, title: name, taken: date || now, text }, subjectId);
    copies.set(id, copy.id);
    fresh.push(copy);
  }
  const known = await db.pageCopies.bulkGet(fresh.map(({ id }) => id));
  await draft.bulkPut(
    "pageCopies",
    fresh.filter((_, i) => known[i] === undefined),
  );
  return copies;
}

/** @returns whether a text has to be kept for what is said about it */
function neededOf({ annotations }: Notebook): (document: NotebookDocument) => boolean {
  const marked = new Set(annotations.map(({ documentId }) => documentId));
  const bare = new Set(annotations.flatMap(({ documentId, target }) => (target ? [] : documentId)));
  // what is called "page:" is words with what stood around them, which the selectors of its notes say, too
  return ({ id, kind }) => (id.startsWith("page:") ? bare.has(id) : kind === "page" || marked.has(id));
}
