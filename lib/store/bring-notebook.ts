/** Another notebook brought into this one: all of it or nothing, and one change that can be taken back. */
import { cleanName, isColour, ordered, sameName, shortcutOf } from "../annotate/codebook";
import { annotationFinder, contentKey, type Matched, matchCodes, matchDocuments } from "../annotate/exchange/match";
import { codeFields, expectTree, memoFields } from "../annotate/exchange/merge-plan";
import { placeInBody } from "../annotate/in-review";
import type {
  Annotation,
  Code,
  Coder,
  ConflictChoice,
  Memo,
  Notebook,
  NotebookAnnotation,
  NotebookCode,
  NotebookDocument,
  NotebookFormat,
} from "../domain";
import { type ChangeDraft, change } from "./changes";
import { ownCoder } from "./coders";
import { overlaps } from "./codes";
import type { EarshotDatabase } from "./db";
import { followCodings } from "./learning";
import { notebookOf } from "./notebook";
import { keepCopy } from "./page-copies";

export interface Bringing {
  notebook: Notebook;
  format: NotebookFormat;
  /** By the id of what is here; what has none stays as it is. */
  choices: Readonly<Record<string, ConflictChoice>>;
  /** The subject in view: where passages go of which nothing else says where they belong. */
  subjectId?: string;
}

export interface Brought {
  codes: number;
  annotations: number;
  memos: number;
}

/**
 * @param now ISO 8601
 * @throws Problem code_cycle
 */
export async function bringNotebook(db: EarshotDatabase, bringing: Bringing, now: string): Promise<Brought> {
  const { notebook: theirs, format } = bringing;
  expectTree(theirs.codes);
  const copies = await keepDocuments(db, bringing, now);
  return change(
    db,
    now,
    ({ codes, annotations, memos }: Brought) => ({
      kind: "import",
      name: theirs.title,
      subjectId: bringing.subjectId,
      count: codes + annotations + memos,
    }),
    async (draft) => {
      const mine = await notebookOf(db, {}, now);
      const coders = await bringCoders(db, draft, theirs, format);
      const { matched, count } = await bringCodes(db, draft, mine, bringing, now);
      const annotations = await bringAnnotations(db, draft, { mine, bringing, coders, codes: matched, copies, now });
      const memos = await bringMemos(draft, mine, bringing, { coders, codes: matched });
      return { codes: count, annotations, memos };
    },
  );
}

/** Texts that are no review here are kept as copies, so that their passages keep what stands around them. @returns their ids by document */
async function keepDocuments(db: EarshotDatabase, { notebook, subjectId }: Bringing, now: string): Promise<Matched> {
  const reviews = await db.reviews.bulkGet(notebook.documents.map(({ id }) => id));
  const kept = new Map<string, string>();
  for (const [i, document] of notebook.documents.entries()) {
    if (reviews[i] || document.id.startsWith("page:") || document.text === "") continue;
    const { url = `notebook:${document.id}`, name, date = now, text } = document;
    kept.set(document.id, await keepCopy(db, { url, title: name, taken: date, text }, subjectId));
  }
  return kept;
}

/** Their own coder becomes another one here, unless it is the same person. @returns their ids → ids here */
async function bringCoders(
  db: EarshotDatabase,
  draft: ChangeDraft,
  { coders, ownCoderId }: Notebook,
  format: NotebookFormat,
): Promise<Map<string, string>> {
  const own = await ownCoder(db);
  const stored = new Map((await db.coders.toArray()).map((coder) => [coder.id, coder]));
  const ids = new Map<string, string>();
  for (const { id, name, kind } of coders) {
    ids.set(id, id);
    const known = stored.get(id);
    const told = cleanName(name) || known?.name || (id === ownCoderId ? format : id.slice(0, 8));
    const coder: Coder = { ...known, id, name: known?.own ? known.name : told, kind: known?.kind ?? kind };
    if (!known || (known.name !== coder.name && !known.own)) await draft.put("coders", coder);
  }
  ids.set("", own.id);
  return ids;
}

async function bringCodes(
  db: EarshotDatabase,
  draft: ChangeDraft,
  mine: Notebook,
  { notebook, choices }: Bringing,
  now: string,
): Promise<{ matched: Map<string, string>; count: number }> {
  const known = matchCodes(mine.codes, notebook.codes);
  const stored = new Map((await db.codes.toArray()).map((code) => [code.id, code]));
  const matched = new Map(known);
  let count = 0;
  for (const { code: theirs } of ordered(notebook.codes)) {
    const same = stored.get(known.get(theirs.id) ?? "");
    const choice = same && differs(codeFields(same, theirs)) ? (choices[same.id] ?? "mine") : "mine";
    if (same && choice === "mine") continue;
    const id = same && choice === "theirs" ? same.id : freeId(theirs.id, stored);
    const parentId = theirs.parentId === undefined ? undefined : matched.get(theirs.parentId);
    const others = [...stored.values()].filter((code) => code.id !== id);
    const fresh = codeHere(theirs, { id, parentId, now }, others, same && choice === "theirs" ? same : undefined);
    matched.set(theirs.id, id);
    stored.set(id, fresh);
    await draft.put("codes", fresh);
    count += 1;
  }
  return { matched, count };
}

function codeHere(
  theirs: NotebookCode,
  { id, parentId, now }: { id: string; parentId?: string; now: string },
  others: readonly Code[],
  same: Code | undefined,
): Code {
  const { colour, shortcut, include, exclude, description, place, inVivo, created } = theirs;
  const key = shortcut === undefined ? undefined : shortcutOf(shortcut);
  const free = key !== undefined && !others.some((code) => code.shortcut === key);
  return {
    ...(same ?? { examples: [], created: created || now }),
    id,
    name: freeName(cleanName(theirs.name) || id.slice(0, 8), others),
    description,
    ...(parentId !== undefined && { parentId }),
    ...(colour !== undefined && isColour(colour) && { colour: colour.toLowerCase() }),
    ...(free && { shortcut: key }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(place !== undefined && { place }),
    ...(inVivo && { inVivo }),
    updated: now,
  };
}

/** Names are told apart in lists: a second one gets a number. */
function freeName(name: string, others: readonly Code[]): string {
  const taken = (wanted: string) => others.some((code) => overlaps(code, {}) && sameName(code.name, wanted));
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name} (${number})`;
  return free;
}

function freeId(id: string, stored: ReadonlyMap<string, unknown>): string {
  return stored.has(id) || id === "" ? crypto.randomUUID() : id;
}

function differs(fields: readonly [string, string, string][]): boolean {
  return fields.some(([, mine, theirs]) => mine !== theirs);
}

interface Placing {
  mine: Notebook;
  bringing: Bringing;
  coders: ReadonlyMap<string, string>;
  codes: Matched;
  copies: Matched;
  now: string;
}

async function bringAnnotations(db: EarshotDatabase, draft: ChangeDraft, placing: Placing): Promise<number> {
  const { mine, bringing, codes, now } = placing;
  const { notebook, choices } = bringing;
  const documents = matchDocuments(mine.documents, notebook.documents);
  const find = annotationFinder(mine, codes, documents);
  const byId = new Map(notebook.documents.map((document) => [document.id, document]));
  const stored = new Map((await db.annotations.toArray()).map((one) => [one.id, one]));
  const pairs: { before?: Annotation; after: Annotation }[] = [];
  for (const theirs of notebook.annotations) {
    const same = stored.get(find(theirs)?.id ?? "");
    const equal = same && contentKey(same, codes) === contentKey(theirs, codes);
    const choice = same && !equal ? (choices[same.id] ?? "mine") : "mine";
    if (same && choice === "mine") continue;
    const id = same && choice === "theirs" ? same.id : freeId(theirs.id, stored);
    const after = await annotationHere(db, { ...theirs, id }, byId.get(theirs.documentId ?? ""), placing);
    stored.set(id, after);
    pairs.push({ ...(same && choice === "theirs" && { before: same }), after: { ...after, updated: now } });
  }
  await draft.bulkPut(
    "annotations",
    pairs.map(({ after }) => after),
  );
  await followCodings(db, draft, pairs);
  return pairs.length;
}

/** With a place where its words stand here: in a review, else on its page, else in the copy of its text. */
async function annotationHere(
  db: EarshotDatabase,
  theirs: NotebookAnnotation,
  document: NotebookDocument | undefined,
  { bringing, coders, codes, copies }: Placing,
): Promise<Annotation> {
  const { documentId: _, start, end, review: __, subjectId: ___, copyId: ____, ...rest } = theirs;
  const stored = document && (await db.reviews.get(document.id));
  const within = stored && placeOfWords(stored.body, theirs.text, start, end);
  const copyId = document && copies.get(document.id);
  const target = rest.target ?? (document && copyId ? targetIn(document, theirs) : undefined);
  const subjectId = stored?.subjectId ?? (await knownSubject(db, theirs.subjectId)) ?? bringing.subjectId;
  return {
    ...rest,
    coderId: coders.get(theirs.coderId) ?? theirs.coderId,
    codeIds: [...new Set(theirs.codeIds.flatMap((id) => codes.get(id) ?? []))],
    origin: theirs.origin ?? { format: bringing.format, id: theirs.id },
    ...(subjectId !== undefined && { subjectId }),
    ...(target && { target }),
    ...(copyId !== undefined && { copyId }),
    ...(stored && within && { review: { reviewId: stored.id, ...within } }),
  };
}

function placeOfWords(body: string, text: string, start?: number, end?: number) {
  if (start !== undefined && end !== undefined && body.slice(start, end) === text) return { start, end };
  return placeInBody(text, body);
}

async function knownSubject(db: EarshotDatabase, id: string | undefined): Promise<string | undefined> {
  return id === undefined ? undefined : (await db.subjects.get(id))?.id;
}

const AROUND = 64;

/** A passage of a text that is on no page: its copy is where it is found. */
function targetIn({ id, url = `notebook:${id}`, name, text: body }: NotebookDocument, annotation: NotebookAnnotation) {
  const { start = 0, end = 0, text } = annotation;
  const prefix = body.slice(Math.max(0, start - AROUND), start);
  const suffix = body.slice(end, end + AROUND);
  const quote = { type: "TextQuoteSelector" as const, exact: text, prefix, suffix };
  return { url, pageKey: url, title: name, selectors: [quote] };
}

async function bringMemos(
  draft: ChangeDraft,
  mine: Notebook,
  { notebook, choices, subjectId }: Bringing,
  { coders, codes }: { coders: ReadonlyMap<string, string>; codes: Matched },
): Promise<number> {
  const byId = new Map(mine.memos.map((memo) => [memo.id, memo]));
  let count = 0;
  for (const theirs of notebook.memos) {
    const same = byId.get(theirs.id);
    const choice = same && differs(memoFields(same, theirs)) ? (choices[same.id] ?? "mine") : "mine";
    if (same && choice === "mine") continue;
    const id = same && choice === "both" ? crypto.randomUUID() : theirs.id;
    const about = theirs.kind === "code" ? (codes.get(theirs.about ?? "") ?? theirs.about) : theirs.about;
    const coderId = coders.get(theirs.coderId) ?? theirs.coderId;
    const memo: Memo = { ...theirs, id, coderId, ...(about !== undefined && { about }) };
    const free = theirs.kind === "project" || theirs.kind === "journal" || subjectId === undefined;
    await draft.put("memos", free ? withoutSubject(memo) : { ...memo, subjectId });
    count += 1;
  }
  return count;
}

function withoutSubject({ subjectId: _, ...memo }: Memo): Memo {
  return memo;
}
