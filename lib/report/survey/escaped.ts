/** Words as they may stand in HTML. */

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Signs that no page holds (HTML Standard, 13.2.3.5). */
const NO_TEXT = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/**
 * Invisible signs that turn the words around them: left open they would reach past the words they came with. A pair that only keeps its
 * words apart from the others (FSI … PDI), as charts write names, stays.
 */
const TURNING = /(\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069)|[\u202A-\u202E\u2066-\u2069]/gu;

/** @returns text that is text wherever it stands: between tags and in quoted attributes */
export function escaped(text: string): string {
  return text
    .replace(NO_TEXT, "")
    .replace(TURNING, "$1")
    .replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? "");
}
