/** Sheets of an .xlsx file as rows. `read-excel-file` reads them; formulas count as what they last came to. */
import { unzipSync, zipSync } from "fflate";
import { FileProblem } from "../problem";
import type { Cell, Grid, Row } from "../table";

export interface Sheet {
  name: string;
  rows: Row[];
}

/** Unpacked, a spreadsheet may be this large (bytes); files made to burst are larger. */
const LARGEST_UNPACKED = 600_000_000;

/**
 * @param name of the file, for the sentence of a problem
 * @returns every sheet, empty rows left out but counted
 * @throws FileProblem when it is none, is damaged or too large
 */
export async function readSpreadsheet(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const plain = repack(bytes, name);
  try {
    const { default: readSheets } = await import("read-excel-file/universal");
    const sheets = await readSheets(plain, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data) }));
  } catch (cause) {
    throw new FileProblem("broken-spreadsheet", name, cause);
  }
}

/** @returns the rows of one sheet, as numbered there */
export function gridOfSheet({ rows }: Sheet): Grid {
  return { unit: "row", rows, leftOut: [] };
}

/**
 * The same archive without compression. The reader would unpack large parts in workers made from text, which the policy of
 * extensions forbids; of uncompressed parts it makes none.
 */
function repack(bytes: Uint8Array, name: string): ArrayBuffer {
  let unpacked = 0;
  let parts: ReturnType<typeof unzipSync>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        const wanted = /\.xml(?:\.rels)?$/.test(part);
        if (wanted) unpacked += originalSize;
        if (unpacked > LARGEST_UNPACKED) throw new FileProblem("too-large", name);
        return wanted;
      },
    });
  } catch (cause) {
    throw cause instanceof FileProblem ? cause : new FileProblem("broken-spreadsheet", name, cause);
  }
  if (!("xl/workbook.xml" in parts)) throw new FileProblem(archiveKind(parts), name);
  const packed = zipSync(parts, { level: 0 });
  return packed.slice().buffer;
}

/** Texts and tables of other programs are archives as well. */
function archiveKind(parts: Record<string, Uint8Array>): "other-document" | "compressed" {
  return Object.keys(parts).some((part) => /^(?:word|ppt)\/|^content\.xml$|^META-INF\//.test(part))
    ? "other-document"
    : "compressed";
}

function rowsOf(data: readonly (readonly unknown[])[]): Row[] {
  return data
    .map((cells, index) => ({ number: index + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined && cell !== ""));
}

/** Formulas without a result and `#N/A` are no text of anybody. */
const FAULT = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|GETTING_DATA|CALC!)$/;

function cellOf(value: unknown): Cell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString().replace("T00:00:00.000Z", "");
  if (typeof value === "string") return FAULT.test(value) ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}
