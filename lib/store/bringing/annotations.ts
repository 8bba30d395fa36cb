import { annotationFinder, contentKey, type Matched } from "../../annotate/exchange/match";
import { placeInBody } from "../../annotate/in-review";
import { subjectKey } from "../../collect/normalise/address";
import type { Annotation, Notebook, NotebookAnnotation, NotebookDocument, PageTarget } from "../../domain";
import { cleanFields } from "../annotations";
import type { ChangeDraft } from "../changes";
import type { EarshotDatabase, StoredReview } from "../db";
import { followCodings } from "../learning";
import { type Placed, Placing } from "../placing";
import type { Bringing } from "./bring-notebook";
import { choiceFor, freeId } from "./choices";

export interface AnnotationParts {
  mine: Notebook;
  documents: Matched;
  copies: Matched;
  coders: ReadonlyMap<string, string>;
  codes: Matched;
}

/** @returns how many came or changed, and their ids → ids here */
export async function bringAnnotations(
  db: EarshotDatabase,
  draft: ChangeDraft,
  bringing: Bringing,
  parts: AnnotationParts,
  now: string,
): Promise<{ count: number; ids: Map<string, string> }> {
  const { mine, documents, codes } = parts;
  const find = annotationFinder(mine, codes, documents);
  const stored = new Map((await db.annotations.toArray()).map((one) => [one.id, one]));
  const places = await placesFor(db, bringing, parts);
  const ids = new Map<string, string>();
  const pairs: { before?: Annotation; after: Annotation }[] = [];
  for (const theirs of bringing.notebook.annotations) {
    const same = stored.get(find(theirs)?.id ?? "");
    const equal = same && contentKey(same, codes) === contentKey(theirs, codes);
    const choice = same && !equal ? choiceFor(bringing, same.id) : "mine";
    const id = same && choice !== "both" ? same.id : freeId(theirs.id, stored);
    ids.set(theirs.id, id);
    if ((same && choice === "mine") || !theirs.text.trim()) continue;
    const after = { ...contentHere(theirs, bringing, parts), ...places(theirs), id, updated: now };
    stored.set(id, after);
    pairs.push({ ...(same && choice === "theirs" && { before: same }), after });
  }
  await draft.bulkPut(
    "annotations",
    pairs.map(({ after }) => after),
  );
  await followCodings(db, draft, pairs);
  return { count: pairs.length, ids };
}

/** Field by field: what else a file may hold is not kept. */
function contentHere(
  theirs: NotebookAnnotation,
  { format }: Bringing,
  { coders, codes }: AnnotationParts,
): Omit<Annotation, "id" | "updated" | "text"> {
  const { coderId, note, tags, created, origin, id } = theirs;
  const codeIds = theirs.codeIds.flatMap((codeId) => codes.get(codeId) ?? []);
  return {
    ...cleanFields({ note, codeIds, tags }),
    coderId: coders.get(coderId) ?? coderId,
    created,
    origin: origin ?? { format, id },
  };
}

type Where = Pick<Annotation, "text" | "subjectId" | "target" | "review" | "copyId">;

/** Where the words of annotations stand here: in a review, else on their page, else in the copy of their text. */
async function placesFor(
  db: EarshotDatabase,
  { notebook, subjectId: inView }: Bringing,
  { documents, copies }: AnnotationParts,
): Promise<(theirs: NotebookAnnotation) => Where> {
  const byId = new Map(notebook.documents.map((document) => [document.id, document]));
  const reviews = new Map<string, StoredReview>();
  for (const review of await db.reviews.bulkGet([...new Set(documents.values())]))
    if (review) reviews.set(review.id, review);
  const subjects = new Set(await db.subjects.toCollection().primaryKeys());
  const placing = new Placing(db);
  await placing.read(notebook.annotations.flatMap(({ target }) => target ?? []));
  return (theirs) => {
    const document = byId.get(theirs.documentId ?? "");
    const stored = reviews.get(documents.get(document?.id ?? "") ?? "");
    const within = stored && placeOfWords(stored.body, theirs);
    const copyId = document && copies.get(document.id);
    const target = theirs.target ? targetHere(theirs.target) : copyId && document && targetIn(document, theirs);
    const about = stored?.subjectId ?? (subjects.has(theirs.subjectId ?? "") ? theirs.subjectId : undefined);
    const where: Where = {
      text: theirs.text,
      ...(target && { target }),
      ...(copyId !== undefined && { copyId }),
      ...(stored && within && { review: { reviewId: stored.id, ...within } }),
    };
    // a note on a page may lie in a review that was read there
    const found: Partial<Placed> =
      !where.review && theirs.target && target ? placing.placeOf({ target, text: theirs.text }) : {};
    const subjectId = about ?? found.subjectId ?? inView;
    return { ...where, ...found, ...(subjectId !== undefined && { subjectId }) };
  };
}

function placeOfWords(body: string, { text, start, end }: NotebookAnnotation) {
  if (start !== undefined && end !== undefined && body.slice(start, end) === text) return { start, end };
  return placeInBody(text, body);
}

/** Pages are named as here, whatever the file calls them. */
function targetHere({ url, title, frame, selectors, repeats }: PageTarget): PageTarget {
  const part = frame === undefined ? {} : { frame };
  return { url, pageKey: subjectKey(url), title, selectors, ...part, ...(repeats && { repeats }) };
}

const AROUND = 64;

/** A passage of a text that is on no page: its copy is where it is found. */
function targetIn({ id, url = `notebook:${id}`, name, text: body }: NotebookDocument, annotation: NotebookAnnotation) {
  const { start, end, text } = annotation;
  const at = start !== undefined && end !== undefined && body.slice(start, end) === text ? start : body.indexOf(text);
  const prefix = at < 0 ? "" : body.slice(Math.max(0, at - AROUND), at);
  const suffix = at < 0 ? "" : body.slice(at + text.length, at + text.length + AROUND);
  const quote = { type: "TextQuoteSelector" as const, exact: text, prefix, suffix };
  return { url, pageKey: subjectKey(url), title: name, selectors: [quote] };
}
