/** What a language model has written so far, as it may be shown and read out: prose, whatever form it writes in. */

/** Claims of an answer in JSON, the last of them perhaps cut off. */
const SAY = /"say"\s*:\s*"((?:[^"\\]|\\.)*)/g;
const CITATION = /\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\]?/g;
/** A draft is a few sentences; what is longer is shown from its beginning. In UTF-16 units. */
const LONGEST = 4_000;

/** @returns sentences without the numbers of passages; "" while only the form was written */
export function draftProse(text: string): string {
  const written = text.slice(0, LONGEST);
  if (!/^\s*(?:```\w*\s*)?[{[]/.test(written)) return written.replace(CITATION, "").trim();
  return [...written.matchAll(SAY)]
    .map(([, said = ""]) => unescaped(said).replace(CITATION, "").trim())
    .filter(Boolean)
    .join(" ");
}

function unescaped(said: string): string {
  try {
    return String(JSON.parse(`"${said}"`));
  } catch {
    return said.replace(/\\u[\da-f]{0,3}$|\\(.)/gi, "$1"); // an escape that is cut off
  }
}

const ENDS = /[.!?…。！？][”"»」』)\]]*$/u;

/** @returns the sentences of a draft that are written to their end, in their order */
export function wholeSentences(draft: string, language: string): string[] {
  const parts = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(draft)];
  const sentences = parts.map(({ segment }) => segment.trim()).filter(Boolean);
  const last = sentences.at(-1);
  return last !== undefined && !ENDS.test(last) ? sentences.slice(0, -1) : sentences;
}
