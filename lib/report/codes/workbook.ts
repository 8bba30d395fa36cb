/**
 * Tables as sheets of an .xlsx file (ECMA-376, SpreadsheetML). Written by hand: libraries for it compress what is larger than 160 kB in
 * workers made from text, which the policy of extensions forbids, and then wait for ever. Every text is a string in its cell: there are no
 * formulas, no links, no macros.
 */
import type { CodingTable, TableCell } from "./tables";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** More signs than that a cell does not hold; the file would be refused. */
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;

/** Formats of cells in `STYLES`: bold; wrapped; wrapped, and text even when somebody edits the cell. */
const STYLE = { head: 1, text: 2, guarded: 3 };
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

const FORMULA = /^\s*[=+\-@]/u;

/** @returns the bytes of an .xlsx file, a sheet for each table in the order given */
export async function toWorkbook(tables: readonly CodingTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import("fflate");
  const names = sheetNames(tables);
  const files: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${each(names, (_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(names, (name, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(names, (_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
  };
  for (const [i, table] of tables.entries()) files[`xl/worksheets/sheet${i + 1}.xml`] = sheet(table);
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    // the same tables make the same file; ZIP knows no earlier day
    mtime: "1980-01-01T12:00:00",
  });
}

function each(names: readonly string[], write: (name: string, number: number) => string): string {
  return names.map((name, i) => write(name, i + 1)).join("");
}

/** The first row stays in sight. */
function sheet({ columns, rows }: CodingTable): string {
  const widths = columns.map(
    (_, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(rows, i)}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, i) => row(cells, i + 2, STYLE.text));
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${row(columns, 1, STYLE.head)}${lines.join("")}</sheetData></worksheet>`;
}

function row(cells: readonly TableCell[], number: number, style: number): string {
  const written = cells.map((value, i) => {
    const place = `${letters(i)}${number}`;
    if (value === "") return "";
    if (typeof value === "number") return `<c r="${place}"><v>${Number.isFinite(value) ? value : 0}</v></c>`;
    const own = FORMULA.test(value) ? STYLE.guarded : style;
    return `<c r="${place}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(value))}</t></is></c>`;
  });
  return `<row r="${number}">${written.join("")}</row>`;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** In signs; by the longest of the first rows, since one long cell must not push the others out of sight. */
function widthOf(rows: readonly (readonly TableCell[])[], column: number): number {
  const lengths = rows.slice(0, 50).map((cells) => String(cells[column] ?? "").length);
  return Math.min(60, Math.max(12, ...lengths));
}

function fitting(text: string): string {
  return text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;
}

/** XML 1.0 knows no such characters, not even escaped. */
const NO_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;
const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `_x000D_` would be read as a sign of its own (ECMA-376, ST_Xstring): its first `_` is written as one. */
function escaped(text: string): string {
  return text
    .replace(NO_XML, " ")
    .replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? "");
}

/** Each of its own, without the signs that sheets may not have in their names. */
function sheetNames(tables: readonly CodingTable[]): string[] {
  const names: string[] = [];
  for (const { name } of tables) {
    const plain = name.replace(/[[\]/\\:*?']/gu, " ").trim() || "Sheet";
    let own = plain.slice(0, LONGEST_NAME);
    for (let n = 2; names.some((other) => other.toLowerCase() === own.toLowerCase()); n++)
      own = `${plain.slice(0, LONGEST_NAME - 4)} ${n}`;
    names.push(own);
  }
  return names;
}
