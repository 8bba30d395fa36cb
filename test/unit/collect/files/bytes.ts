/** Writes texts in old encodings and spreadsheets as programs write them: the decoder's own tables turned round, and a small archive. */
import { strToU8, zipSync } from "fflate";
import { decodeText } from "../../../../lib/collect/files/formats/encoding";

const DOUBLE = /^(?:gb|shift_jis|big5|euc)/;

/** @returns the bytes of a text in an encoding of one or two bytes a letter; letters it lacks become "?" */
export function encode(text: string, label: string): Uint8Array {
  if (label === "utf-16le" || label === "utf-16be") return utf16(text, label === "utf-16le");
  const bytesOf = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    const letter = decodeText(Uint8Array.from(bytes), label).text;
    if ([...letter].length === 1 && letter !== "\ufffd" && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  if (DOUBLE.test(label))
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) learn([first, second]);
  return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [0x3f]));
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

/** A cell: plain, a date by its serial, or XML of one's own. */
export type SheetCell = string | number | boolean | { date: number } | { xml: string } | undefined;

/** A workbook with inline texts; style 1 shows numbers as dates. */
export function workbook(sheets: Record<string, SheetCell[][]>): Uint8Array {
  const names = Object.keys(sheets);
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${names
      .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, i) => `<Relationship Id="r${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rs" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [i, name] of names.entries()) {
    const rows = (sheets[name] ?? []).map((cells, row) => rowXml(cells, row + 1)).join("");
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

function rowXml(cells: readonly SheetCell[], row: number): string {
  return `<row r="${row}">${cells.map((cell, i) => cellXml(cell, `${String.fromCharCode(65 + i)}${row}`)).join("")}</row>`;
}

function cellXml(cell: SheetCell, at: string): string {
  if (cell === undefined) return "";
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  return "date" in cell ? `<c r="${at}" s="1"><v>${cell.date}</v></c>` : cell.xml.replace("@", at);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
