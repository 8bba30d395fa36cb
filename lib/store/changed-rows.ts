/** Rows of the notebook before and after a change: what of them is kept, and how they are known again. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Annotation, Code, CodeExample } from "../domain";
import type { ChangedRow } from "./db";

type NotebookTable = ChangedRow["table"];

/** @returns undefined when nothing changed. A code's examples are many and hold vectors: only those that came and went are kept. */
export function rowChange(table: NotebookTable, key: string, before: unknown, after: unknown): ChangedRow | undefined {
  const left = markOf(table, after);
  const { subjectId } = (after ?? {}) as { subjectId?: string };
  const row: ChangedRow = {
    table,
    key,
    ...(before !== undefined && { before: keptOf(table, before) }),
    ...(left !== undefined && { left }),
    ...(subjectId !== undefined && { subjectId }),
  };
  if (table !== "codes") return left === markOf(table, before) ? undefined : row;
  const learnt = missingFrom(before as Code | undefined, after as Code | undefined);
  const forgot = missingFrom(after as Code | undefined, before as Code | undefined);
  const same = left === markOf(table, before) && learnt.length + forgot.length === 0;
  return same ? undefined : { ...row, learnt, forgot };
}

function missingFrom(one: Code | undefined, other: Code | undefined): CodeExample[] {
  const known = new Set(one?.examples.map(exampleKey));
  return other?.examples.filter((example) => !known.has(exampleKey(example))) ?? [];
}

export function exampleKey({ reviewId, start, end, yes }: CodeExample): string {
  return `${reviewId} ${start} ${end} ${yes}`;
}

/** @returns a row as it is kept: a code without its examples */
export function keptOf(table: NotebookTable, row: unknown): unknown {
  if (table !== "codes" || row === undefined) return row;
  const { examples: _, ...rest } = row as Code;
  return rest;
}

/**
 * By what a row is known again as the one that a change left. Two things change without anybody changing it: each judgement touches the time of
 * a code, and a passage keeps its words while their place moves with the text of its review.
 * @returns undefined for a row that is not there
 */
export function markOf(table: NotebookTable, row: unknown): string | undefined {
  if (row === undefined) return undefined;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(told(table, row), sorted))));
}

function told(table: NotebookTable, row: unknown): unknown {
  if (table === "codes") return { ...(row as Code), examples: undefined, updated: undefined };
  if (table === "annotations") return { ...(row as Annotation), review: undefined };
  return row;
}

/** Fields in one order; those that hold nothing are left out by JSON. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
