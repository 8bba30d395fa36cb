/** JSON and NDJSON as rows: the list of reviews is found wherever it stands in the document. */

import type { Cell, Grid, LeftOut, Row } from "../table";
import { findRecords } from "./json-records";

type JsonObject = Record<string, unknown>;

/** Keys of one entry are at most so many, and texts inside texts at most so deep. */
const MOST_KEYS = 200;
const DEEPEST = 5;

/** Whether a text is meant as JSON, valid or not. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:\{|\[|\]|"))/u.test(text.slice(0, 2000));
}

/** @returns undefined when no list of objects is in it. Broken lines and entries are left out by number. Never throws. */
export function readJson(text: string): Grid | undefined {
  const whole = tryJson(text);
  if (whole !== undefined) return gridOf("entry", findRecords(whole), []);
  const lines = text.split(/\r?\n/);
  const filled = lines.filter((line) => line.trim()).length;
  const parsed = lines.filter((line) => typeof tryJson(line) === "object").length;
  return parsed > 0 && parsed * 2 >= filled - 2 ? readLines(lines) : readPieces(text);
}

function readLines(lines: readonly string[]): Grid | undefined {
  const leftOut: LeftOut[] = [];
  const found = lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const value = tryJson(line);
    if (typeof value === "object" && value !== null)
      return findRecords(value).map((record) => ({ number: index + 1, value: record.value }));
    leftOut.push({ number: index + 1, why: value === undefined ? "broken-json" : "not-an-object" });
    return [];
  });
  return gridOf("line", found, leftOut);
}

/** A document that is broken somewhere: every complete object in it is tried by itself. */
function readPieces(text: string): Grid | undefined {
  const leftOut: LeftOut[] = [];
  const found = objectTexts(text).flatMap((piece, index) => {
    const value = tryJson(piece);
    if (value === undefined) leftOut.push({ number: index + 1, why: "broken-json" });
    return value === undefined ? [] : findRecords(value).map((record) => ({ number: index + 1, value: record.value }));
  });
  return gridOf("entry", found, leftOut);
}

/** The outermost objects of a list, cut where their braces balance; strings are passed over. */
function objectTexts(text: string): string[] {
  const pieces: string[] = [];
  const outer = text.trimStart().startsWith("{") ? 1 : 0;
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    if (sign === "{" && depth++ === outer) start = index;
    else if (sign === "}" && depth > 0 && --depth === outer) pieces.push(text.slice(start, index + 1));
  }
  if (depth > outer) pieces.push(text.slice(start));
  return pieces;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function gridOf(
  unit: "line" | "entry",
  found: readonly { number: number; value: unknown }[],
  leftOut: LeftOut[],
): Grid | undefined {
  const columns = new Map<string, number>();
  const rows: Row[] = [];
  for (const { number, value } of found) {
    const cells: Cell[] = [];
    const entry = typeof value === "string" ? { text: value } : value;
    if (isObject(entry)) spread(entry, "", 0, (name, cell) => put(name, cell, columns, cells));
    if (isObject(entry)) rows.push({ number, cells });
    else leftOut.push({ number, why: "not-an-object" });
  }
  if (rows.length === 0 && leftOut.length === 0) return undefined;
  leftOut.sort((a, b) => a.number - b.number);
  return { unit, rows, leftOut, names: [...columns.keys()] };
}

function put(name: string, cell: Cell, columns: Map<string, number>, cells: Cell[]): void {
  const known = columns.get(name);
  if (known === undefined && columns.size >= MOST_KEYS) return;
  const column = known ?? columns.size;
  columns.set(name, column);
  cells[column] ??= cell;
}

/** `{"author":{"name":"Ann"}}` becomes the column `author.name`; of a list of objects the first counts. */
function spread(value: JsonObject, path: string, depth: number, put: (name: string, cell: Cell) => void): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof inner === "string" || typeof inner === "number" || typeof inner === "boolean") put(name, inner);
    else if (Array.isArray(inner) && inner.every((one) => typeof one === "string" || typeof one === "number")) {
      if (inner.length > 0) put(name, inner.join("\n"));
    } else {
      const object = Array.isArray(inner) ? inner[0] : inner;
      if (isObject(object) && depth < DEEPEST) spread(object, name, depth + 1, put);
    }
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
