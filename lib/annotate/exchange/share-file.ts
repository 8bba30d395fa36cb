/** A notebook as a file for another Earshot: all of it, whole, with a checksum. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  type Annotation,
  type Coder,
  MEMO_KINDS,
  type Memo,
  type Notebook,
  type NotebookAnnotation,
  type NotebookCode,
  type NotebookDocument,
  Problem,
} from "../../domain";
import type { Read } from "./gathering";
import { readSelectors } from "./read-selectors";
import { type Fields, fieldsOf, listOf, textOf, timeOf } from "./reading";
import { cleanName, isColourText } from "./share-fields";

const FORMAT = "earshot-notebook";
const VERSION = 1;
const LONGEST_BODY = 2_000_000;

/** @returns JSON; the same notebook gives the same file */
export function toShareFile(notebook: Notebook): string {
  const content = JSON.stringify(notebook);
  return JSON.stringify({ format: FORMAT, version: VERSION, sha256: hashOf(content), notebook }, null, 1);
}

function hashOf(content: string): string {
  return bytesToHex(sha256(utf8ToBytes(content)));
}

export function isShareFile(value: unknown): boolean {
  return fieldsOf(value).format === FORMAT;
}

/**
 * @param value parsed JSON
 * @throws Problem notebook_file_newer, backup_damaged when it was changed on its way, notebook_file_empty
 */
export function fromShareFile(value: unknown, name: string, now: string): Read {
  const { version, sha256: hash, notebook } = fieldsOf(value);
  if (typeof version !== "number" || version > VERSION)
    throw new Problem("notebook_file_newer", `${name} was made by a newer Earshot. Update this one first.`, { name });
  if (hashOf(JSON.stringify(notebook)) !== hash) {
    const words = `${name} is not whole: its checksum does not fit. Nothing was changed. Use another copy of it.`;
    throw new Problem("backup_damaged", words, { name });
  }
  const read = readNotebook(fieldsOf(notebook), name, now);
  const { codes, annotations, memos } = read;
  if (codes.length + annotations.length + memos.length === 0)
    throw new Problem(
      "notebook_file_empty",
      `There is nothing in ${name} that can be brought: no code, no note, no memo.`,
      {
        name,
      },
    );
  return { notebook: read, warnings: [] };
}

function readNotebook(fields: Fields, name: string, now: string): Notebook {
  const documents = listOf(fields.documents).flatMap(readDocument);
  const ids = new Set(documents.map(({ id }) => id));
  return {
    title: cleanName(textOf(fields.title, 300)) || name,
    made: timeOf(fields.made, now),
    ...(typeof fields.ownCoderId === "string" && { ownCoderId: fields.ownCoderId }),
    coders: listOf(fields.coders).flatMap(readCoder),
    codes: listOf(fields.codes).flatMap((one) => readCode(one, now)),
    documents,
    annotations: listOf(fields.annotations).flatMap((one) => readAnnotation(one, ids, now)),
    memos: listOf(fields.memos).flatMap((one) => readMemo(one, now)),
  };
}

function readCoder(value: unknown): Coder[] {
  const { id, name, kind } = fieldsOf(value);
  if (typeof id !== "string" || id === "") return [];
  return [{ id, name: cleanName(textOf(name, 120)), kind: kind === "machine" ? "machine" : "person" }];
}

function readCode(value: unknown, now: string): NotebookCode[] {
  const { id, name, description, parentId, colour, shortcut, include, exclude, place, inVivo, created, updated } =
    fieldsOf(value);
  if (typeof id !== "string" || !cleanName(textOf(name, 300))) return [];
  const lines = (list: unknown) =>
    listOf(list)
      .map((line) => textOf(line, 2_000))
      .filter(Boolean);
  return [
    {
      id,
      name: cleanName(textOf(name, 300)),
      description: textOf(description, 2_000),
      ...(typeof parentId === "string" && { parentId }),
      ...(isColourText(colour) && { colour }),
      ...(typeof shortcut === "string" && { shortcut: textOf(shortcut, 4) }),
      ...(include !== undefined && { include: lines(include) }),
      ...(exclude !== undefined && { exclude: lines(exclude) }),
      ...(Number.isSafeInteger(place) && { place: place as number }),
      ...(inVivo === true && { inVivo }),
      created: timeOf(created, now),
      updated: timeOf(updated, now),
    },
  ];
}

function readDocument(value: unknown): NotebookDocument[] {
  const { id, kind, name, subjectId, url, date, text, variables } = fieldsOf(value);
  if (typeof id !== "string" || typeof text !== "string") return [];
  const told = Object.entries(fieldsOf(variables)).filter(
    ([, one]) => typeof one === "string" || typeof one === "number",
  );
  return [
    {
      id,
      kind: kind === "page" ? "page" : "review",
      name: textOf(name, 300),
      text: text.slice(0, LONGEST_BODY),
      variables: Object.fromEntries(told) as NotebookDocument["variables"],
      ...(typeof subjectId === "string" && { subjectId }),
      ...(typeof url === "string" && { url: textOf(url, 4_000) }),
      ...(typeof date === "string" && { date: textOf(date, 40) }),
    },
  ];
}

function readAnnotation(value: unknown, documents: ReadonlySet<string>, now: string): NotebookAnnotation[] {
  const fields = fieldsOf(value);
  const { id, coderId, text, documentId, start, end, subjectId } = fields;
  if (typeof id !== "string" || typeof text !== "string" || text.trim() === "") return [];
  const target = readTarget(fields.target);
  const created = timeOf(fields.created, now);
  const placed = Number.isSafeInteger(start) && Number.isSafeInteger(end) && (start as number) < (end as number);
  return [
    {
      id,
      coderId: textOf(coderId, 300),
      text,
      note: textOf(fields.note),
      codeIds: listOf(fields.codeIds).filter((one) => typeof one === "string"),
      tags: listOf(fields.tags)
        .map((tag) => textOf(tag, 60))
        .filter(Boolean),
      created,
      updated: timeOf(fields.updated, created),
      ...(typeof subjectId === "string" && { subjectId }),
      ...(target && { target }),
      ...(typeof documentId === "string" && documents.has(documentId) && { documentId }),
      ...(placed && { start: start as number, end: end as number }),
    },
  ];
}

function readTarget(value: unknown): Annotation["target"] {
  const { url, pageKey, title, frame, selectors, repeats } = fieldsOf(value);
  if (typeof url !== "string") return undefined;
  const { words, around, seen, before } = fieldsOf(repeats);
  const counts = [words, around, seen].every((one) => Number.isSafeInteger(one));
  return {
    url: textOf(url, 4_000),
    pageKey: textOf(pageKey, 4_000),
    title: textOf(title, 300),
    selectors: readSelectors(selectors),
    ...(typeof frame === "string" && { frame: textOf(frame, 4_000) }),
    ...(counts && {
      repeats: {
        words: words as number,
        around: around as number,
        seen: seen as number,
        ...(Number.isSafeInteger(before) && { before: before as number }),
      },
    }),
  };
}

function readMemo(value: unknown, now: string): Memo[] {
  const { id, kind, about, subjectId, coderId, title, text, created, updated } = fieldsOf(value);
  const known = MEMO_KINDS.find((one) => one === kind);
  if (typeof id !== "string" || !known) return [];
  return [
    {
      id,
      kind: known,
      coderId: textOf(coderId, 300),
      title: textOf(title, 200),
      text: textOf(text, 100_000),
      created: timeOf(created, now),
      updated: timeOf(updated, now),
      ...(typeof about === "string" && { about: textOf(about, 4_000) }),
      ...(typeof subjectId === "string" && { subjectId }),
    },
  ];
}
