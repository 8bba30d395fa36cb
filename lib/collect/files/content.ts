/** What a file or a text is, and its rows before anybody knows their columns. */

import { readDelimited } from "./formats/delimited";
import { type Decoded, decodeText } from "./formats/encoding";
import { looksLikeJson, readJson } from "./formats/json";
import type { Layout } from "./formats/layouts";
import { guessLayout, readText } from "./formats/pasted";
import { gridOfSheet, readSpreadsheet, type Sheet } from "./formats/spreadsheet";
import { LARGEST_FILE, MOST_ROWS } from "./limits";
import { FileProblem } from "./problem";
import type { Grid } from "./table";

export type Format = "xlsx" | "table" | "json" | "ndjson" | "text";

/** What a person may change about how a file is read; absent means guessed. */
export interface ContentChoices {
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  layout?: Layout;
}

export interface Content {
  format: Format;
  grid: Grid;
  /** Files of text only. */
  decoded?: Omit<Decoded, "text">;
  delimiter?: string;
  /** Names of the sheets of a spreadsheet, and the one read. */
  sheets?: { names: string[]; chosen: string };
  /** Texts that are no table and no JSON. */
  layout?: Layout;
}

/** A file or a text that stays open while people try choices; what is slow is done once. */
export class ContentReader {
  #name: string;
  #bytes: Uint8Array | undefined;
  #text: string | undefined;
  #sheets: Sheet[] | undefined;

  /**
   * @param name of the file; its ending decides where the content leaves it open
   * @throws FileProblem when it is too large
   */
  constructor(name: string, content: Uint8Array | string) {
    this.#name = name;
    if (content.length > LARGEST_FILE) throw new FileProblem("too-large", name);
    if (typeof content === "string") this.#text = content;
    else this.#bytes = content;
  }

  /** @throws FileProblem when nothing in it can be read */
  async read(choices: ContentChoices): Promise<Content> {
    const content =
      this.#bytes && isZip(this.#bytes) ? await this.#spreadsheet(this.#bytes, choices) : this.#ofText(choices);
    const { rows, leftOut, names } = content.grid;
    if (names?.length === 0 && rows.length > 0) throw new FileProblem("no-records", this.#name);
    if (rows.length > MOST_ROWS) throw new FileProblem("too-many-rows", this.#name);
    if (rows.length === 0 && leftOut.length === 0) throw new FileProblem("empty", this.#name);
    return content;
  }

  async #spreadsheet(bytes: Uint8Array, { sheet }: ContentChoices): Promise<Content> {
    this.#sheets ??= await readSpreadsheet(bytes, this.#name);
    const fullest = [...this.#sheets].sort((a, b) => lettersIn(b) - lettersIn(a))[0];
    const chosen = this.#sheets.find(({ name }) => name === sheet) ?? fullest;
    if (!chosen) throw new FileProblem("empty", this.#name);
    const names = this.#sheets.map(({ name }) => name);
    return { format: "xlsx", grid: gridOfSheet(chosen), sheets: { names, chosen: chosen.name } };
  }

  #ofText({ encoding, delimiter, layout }: ContentChoices): Content {
    const { text, decoded } = this.#decode(encoding);
    const json = layout || delimiter || !looksLikeJson(text) ? undefined : readJson(text);
    if (json) return { format: json.unit === "line" ? "ndjson" : "json", grid: json, decoded };
    if (/\.(?:json|ndjson|jsonl|geojson)$/i.test(this.#name) && text.trim())
      throw new FileProblem("no-records", this.#name);
    const isTable = /\.(?:csv|tsv|tab|psv)$/i.test(this.#name);
    const cut = layout ?? (isTable || delimiter ? "table" : guessLayout(text));
    if (cut === "table") {
      const grid = readDelimited(text, delimiter);
      return { format: "table", grid, decoded, delimiter: grid.delimiter, ...(isTable ? {} : { layout: cut }) };
    }
    return { format: "text", grid: readText(text, cut), decoded, layout: cut };
  }

  #decode(encoding: string | undefined): { text: string; decoded?: Omit<Decoded, "text"> } {
    if (this.#text !== undefined) return { text: this.#text };
    const bytes = this.#bytes ?? new Uint8Array();
    const kind = foreignKind(bytes);
    if (kind) throw new FileProblem(kind, this.#name);
    const { text, ...decoded } = decodeText(bytes, encoding);
    if (isBinary(text)) throw new FileProblem("not-text", this.#name);
    return { text, decoded };
  }
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
}

/** Files that people mistake for tables, by their first bytes. */
function foreignKind(bytes: Uint8Array): "old-excel" | "other-document" | "compressed" | undefined {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "old-excel";
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74)) return "other-document";
  const packed = [
    [0x1f, 0x8b],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x52, 0x61, 0x72, 0x21],
    [0x42, 0x5a, 0x68],
    [0x28, 0xb5, 0x2f, 0xfd],
  ];
  return packed.some((first) => startsWith(bytes, ...first)) ? "compressed" : undefined;
}

function startsWith(bytes: Uint8Array, ...first: number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/** Control characters stand in no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return controls > 2 && controls > sample.length / 100;
}

/** Sheets of notes and settings are short: the reviews are where the words are. */
function lettersIn({ rows }: Sheet): number {
  return rows
    .slice(0, 300)
    .reduce(
      (sum, { cells }) =>
        sum + cells.reduce<number>((all, cell) => all + (typeof cell === "string" ? cell.length : 1), 0),
      0,
    );
}
