/**
 * Reviews in the data a page brings for its own scripts: `__NEXT_DATA__`, Apollo caches, `window.__STATE__ = {…}`,
 * `JSON.parse("…")`, React's flight rows. Texts are parsed as JSON where they are JSON; nothing is ever evaluated.
 */

import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import { DATA_TOO_LARGE, type RawReview, type Warning } from "../site";
import { type Json, parseLenient } from "./lenient-json";
import { findRecords } from "./state-records";

const LONGEST = 10_000_000;
/** A script without these words holds no review worth parsing for. */
const PROMISING = /review|comment|rating|feedback|opinion|bewertung|testimonial/i;
const MOST_VALUES = 40;

export async function readEmbeddedJson(roots: Root[], slices: Slices, warnings: Warning[]): Promise<RawReview[]> {
  const records: RawReview[] = [];
  const flight: string[] = [];
  for (const root of roots) {
    for (const script of root.querySelectorAll("script:not([src])")) {
      if (/ld\+json/i.test(script.getAttribute("type") ?? "")) continue;
      const text = script.textContent ?? "";
      if (text.length < 40 || !PROMISING.test(text)) continue;
      await slices.rest();
      if (text.length > LONGEST) {
        warnings.push(DATA_TOO_LARGE);
      } else if (text.includes("__next_f.push")) flight.push(...flightTexts(text));
      else for (const value of valuesOf(script, text)) records.push(...(await findRecords(value, slices)));
    }
  }
  for (const value of flightValues(flight.join(""))) records.push(...(await findRecords(value, slices)));
  return records;
}

function* valuesOf(script: Element, text: string): Generator<Json> {
  if (/json/i.test(script.getAttribute("type") ?? "") || /^\s*[{[]/.test(text)) {
    const value = parseLenient(text);
    if (value !== undefined) yield value;
    return;
  }
  let from = 0;
  const start = /(?:=|\(|:)\s*(?:JSON\.parse\(\s*)?(?=["'{[])/g;
  for (let count = 0; count < MOST_VALUES; count += 1) {
    start.lastIndex = from;
    const match = start.exec(text);
    if (!match) return;
    const at = match.index + match[0].length;
    const end = endOfValue(text, at);
    from = end && end - at > 40 ? end : at;
    if (!end || end - at < 40) continue;
    const value = literal(text.slice(at, end), match[0].includes("JSON.parse"));
    if (value !== undefined && typeof value === "object") yield value;
    else from = at + 1;
  }
}

function literal(source: string, quoted: boolean): Json | undefined {
  try {
    if (!quoted) return JSON.parse(source.replace(/:\s*undefined(?=\s*[,}])/g, ":null")) as Json;
    const double = source.startsWith("'")
      ? `"${source
          .slice(1, -1)
          .replace(/\\'/g, "'")
          .replace(/(?<!\\)"/g, '\\"')}"`
      : source;
    const text = JSON.parse(double.replace(/\\x([\da-f]{2})/gi, "\\u00$1")) as string;
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // code, not data
  }
}

/** End of the object, list or string that starts at `at`, by matching brackets outside of strings. */
function endOfValue(text: string, at: number): number | undefined {
  const first = text[at];
  if (first === '"' || first === "'") return endOfString(text, at);
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const char = text[index];
    if (char === '"') index = (endOfString(text, index) ?? text.length) - 1;
    else if (char === "{" || char === "[") depth += 1;
    else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

function endOfString(text: string, at: number): number | undefined {
  const quote = text[at];
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === quote) return index + 1;
    else if (text[index] === "\n") return undefined;
  }
  return undefined;
}

/** `self.__next_f.push([1,"…"])`: the strings, in order, are one stream of rows. */
function flightTexts(text: string): string[] {
  const out: string[] = [];
  for (const match of text.matchAll(/__next_f\.push\((\[[\s\S]*?\])\)\s*(?:;|$|\n)/g)) {
    const value = parseLenient(match[1] ?? "");
    if (Array.isArray(value) && typeof value[1] === "string") out.push(value[1]);
  }
  return out;
}

function* flightValues(stream: string): Generator<Json> {
  for (const row of stream.split("\n")) {
    const at = row.search(/[[{]/);
    if (at < 0 || at > 12 || !PROMISING.test(row)) continue;
    const value = parseLenient(row.slice(at));
    if (value !== undefined) yield value;
  }
}
