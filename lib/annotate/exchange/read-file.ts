/** Whatever file a person brings: recognised by what is in it, not by its name. */
import { type NotebookFormat, Problem } from "../../domain";
import type { Read } from "./gathering";
import { fromHypothesis, isHypothesis } from "./hypothesis";
import { fromJsonLd, isJsonLd } from "./json-ld";
import { fromShareFile, isShareFile } from "./share-file";

export interface ReadFile extends Read {
  format: NotebookFormat;
}

/** Larger ones are not read at once (bytes). */
export const LARGEST_FILE = 256_000_000;

/**
 * @param now ISO 8601, for notes that say no time
 * @throws Problem notebook_file_large, notebook_file_empty, notebook_file_other, and what the readers throw
 */
export function readNotebookFile(bytes: Uint8Array, name: string, now: string): ReadFile {
  if (bytes.length > LARGEST_FILE) {
    const other = `${Math.round(bytes.length / 1e6)} MB`;
    throw new Problem("notebook_file_large", `${name} is too large to be read at once (${other}).`, { name, other });
  }
  if (bytes.length === 0) throw empty(name);
  const text = decoded(bytes).trim();
  if (text === "") throw empty(name);
  if (/^[[{]/.test(text)) return readJson(parsed(text, name), name, now);
  throw unknown(name);
}

function readJson(value: unknown, name: string, now: string): ReadFile {
  if (isShareFile(value)) return { ...fromShareFile(value, name, now), format: "earshot" };
  if (isJsonLd(value)) return { ...fromJsonLd(value, name, now), format: "json-ld" };
  if (isHypothesis(value)) return { ...fromHypothesis(value, name, now), format: "hypothesis" };
  throw unknown(name);
}

/** UTF-8, or UTF-16 where the file says so. */
function decoded(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const other = error instanceof Error ? error.message.slice(0, 120) : "";
    throw new Problem("notebook_not_json", `${name} cannot be read as JSON: ${other}. Export it again.`, {
      name,
      other,
    });
  }
}

function empty(name: string): Problem {
  const words = `There is nothing in ${name} that can be brought: no code, no note, no memo.`;
  return new Problem("notebook_file_empty", words, { name });
}

function unknown(name: string): Problem {
  const words = `${name} is none of the files that Earshot can bring: its own notebook, W3C annotations, or Hypothesis.`;
  return new Problem("notebook_file_other", words, { name });
}
