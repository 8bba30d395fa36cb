/** Reads prose whose sentences end with numbers in brackets, as small models write it: "It is loud [1]. The lid broke [2, 3]." */

/** Numbers of passages, as models write them: [2], [1, 3], (2), 【1】, [id 2]. */
const CITATION =
  /\s*[[(【［]\s*(?:(?:ids?|no\.?|quotes?|passages?|reviews?|#)\s*)?(\d{1,3}(?:\s*[,;、and&-]+\s*\d{1,3})*)\s*[\])】］]/giu;
/** A sentence ends here; the numbers behind its full stop still belong to it. */
const SENTENCE_END = /(?<=[.!?…][”"»)]?)\s+(?=\p{Lu}|\p{Script=Han}|[“"«¿¡])|(?<=[。！？][”」』]?)(?!\s*$)|\n+/u;
/** Bullets, numbering, names before a colon. */
const LEAD = /^\s*(?:[-*•–—·]+|\(?\d{1,2}[.)](?=\s)|(?:answer|customer|assistant|a)\s*:)\s*/iu;
const WHOLE = /[.!?…。！？][”"»」』)\]]?$/u;

/** @returns its sentences with the numbers they name; a last one that is cut off is left out unless it is the only one */
export function readLines(text: string): { text: string; ids: number[] }[] {
  const ready = text.replace(/([.!?…。！？][”"»]?)((?:\s*[[(【［]\s*\d[^\])】］\n]{0,20}[\])】］])+)/gu, "$2$1");
  const sentences = ready.split(SENTENCE_END).flatMap((part) => {
    const sentence = part.replace(LEAD, "").trim();
    const ids = [...sentence.matchAll(CITATION)].flatMap((found) => numbersIn(found[1] ?? ""));
    const said = sentence
      .replace(CITATION, "")
      .replace(/\s+([.!?,;])/gu, "$1")
      .trim();
    return /\p{L}/u.test(said) ? [{ text: said, ids }] : [];
  });
  const last = sentences.at(-1);
  const cut = last && sentences.length > 1 && last.ids.length === 0 && !WHOLE.test(last.text);
  return cut ? sentences.slice(0, -1) : sentences;
}

function numbersIn(list: string): number[] {
  return (list.match(/\d+/gu) ?? []).map(Number);
}
