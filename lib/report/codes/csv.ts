import Papa from "papaparse";
import type { CodingTable } from "./tables";

/** Excel takes a file without it for one in an old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** What a spreadsheet would run as a formula is made text (OWASP, CSV injection), also behind spaces and in full-width signs. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

/** Comma-separated, quoted as RFC 4180 says, with a byte order mark. */
export function toCsv({ columns, rows }: CodingTable): string {
  const data = rows.map((row) => [...row]);
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA, newline: "\r\n" });
}
