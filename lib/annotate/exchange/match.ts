/** What of a notebook that comes is here already: used to show what bringing it would do, and to bring it. */
import type { Code, Notebook, NotebookAnnotation, NotebookCode, NotebookDocument } from "../../domain";
import { sameName } from "../codebook/names";
import { ordered } from "../codebook/tree";

/** Ids of theirs → ids of mine. */
export type Matched = ReadonlyMap<string, string>;

/**
 * Codes are the same by id, else by their name under the same code.
 * @param theirs without cycles
 */
export function matchCodes(mine: readonly NotebookCode[], theirs: readonly NotebookCode[]): Matched {
  const byId = new Map(mine.map((code) => [code.id, code]));
  const matched = new Map<string, string>();
  for (const { code } of ordered(theirs)) {
    const parent = code.parentId === undefined ? undefined : matched.get(code.parentId);
    const known = code.parentId === undefined || parent !== undefined;
    const same = byId.get(code.id) ?? (known ? mine.find((one) => isNamed(one, code, parent)) : undefined);
    if (same) matched.set(code.id, same.id);
  }
  return matched;
}

function isNamed(one: NotebookCode, { name }: Pick<Code, "name">, parent: string | undefined): boolean {
  return one.parentId === parent && sameName(one.name, name);
}

/** Reviews are the same when they say the same, and no other says it, too; pages when they are the same copy. */
export function matchDocuments(mine: readonly NotebookDocument[], theirs: readonly NotebookDocument[]): Matched {
  const byId = new Map(mine.map((document) => [document.id, document]));
  const byText = new Map<string, NotebookDocument[]>();
  for (const document of mine) byText.set(document.text, [...(byText.get(document.text) ?? []), document]);
  const matched = new Map<string, string>();
  for (const document of theirs) {
    const same = byId.get(document.id);
    const found = same && holds(same.text, document.text) ? same : onlyOne(byText.get(document.text) ?? [], document);
    if (found) matched.set(document.id, found.id);
  }
  return matched;
}

/** "Great!" is written about many things: then the subject decides, else nobody. */
function onlyOne(
  same: readonly NotebookDocument[],
  { text, subjectId }: NotebookDocument,
): NotebookDocument | undefined {
  const there = same.filter((one) => one.subjectId === subjectId);
  const [only, ...others] = there.length > 0 ? there : same;
  return text !== "" && others.length === 0 ? only : undefined;
}

/** A review may have been read to its end since. */
function holds(mine: string, theirs: string): boolean {
  return mine === theirs || (theirs !== "" && mine.startsWith(theirs)) || theirs.startsWith(mine);
}

/** What makes an annotation what it is, whoever gave it an id: its coder, its words and where they stand. */
export function placeKey(annotation: NotebookAnnotation, documents: Matched): string {
  const { coderId, text, documentId, start, target } = annotation;
  const document = documentId === undefined ? target?.pageKey : (documents.get(documentId) ?? documentId);
  return JSON.stringify([coderId, document ?? "", start ?? -1, text]);
}

/** Codes, note and tags: all that a person adds. */
export function contentKey({ note, codeIds, tags }: NotebookAnnotation, codes: Matched): string {
  return JSON.stringify([note, codeIds.map((id) => codes.get(id) ?? id).sort(), tags.toSorted()]);
}

const NONE: Matched = new Map();

/** @returns the annotation of mine that theirs is, by place and content or by id */
export function annotationFinder(mine: Notebook, codes: Matched, documents: Matched) {
  const byId = new Map(mine.annotations.map((one) => [one.id, one]));
  const byPlace = new Map(mine.annotations.map((one) => [`${placeKey(one, NONE)}${contentKey(one, NONE)}`, one]));
  return (theirs: NotebookAnnotation): NotebookAnnotation | undefined =>
    byPlace.get(`${placeKey(theirs, documents)}${contentKey(theirs, codes)}`) ?? byId.get(theirs.id);
}
