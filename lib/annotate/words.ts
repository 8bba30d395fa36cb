import { editDistance } from "./edit-distance";

const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that write words apart, where a passage inside a word is not that word. */
const SPACED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * True when a passage is made of the same words as a text up to small slips. Few edits are enough to turn a sentence into
 * another one ("is good", "is not good"; the bus of one reviewer, the tram of the next): there a word has no counterpart.
 * @param parts the passage's text nodes: an element may begin inside a word or between two
 * @param most edits within one word
 */
export function sameWords(parts: string[], text: string, most = Number.POSITIVE_INFINITY): boolean {
  return ["", " "].some((glue) => {
    const passage = parts.join(glue);
    return hasWords(passage, text, most) && hasWords(text, passage, most);
  });
}

/** True when every word of `text` has a counterpart in the passage, whatever else stands there. */
export function hasWords(passage: string, text: string, most = Number.POSITIVE_INFINITY): boolean {
  const present = wordsOf(passage);
  return [...wordsOf(text)].every(
    (word) => present.has(word) || [...present].some((other) => slips(word, other, most)),
  );
}

/** True when a range starts or ends inside a word. */
export function cutsWord(range: Range): boolean {
  return (
    joined(range.startContainer, range.startOffset - 1, range.startOffset) ||
    joined(range.endContainer, range.endOffset - 1, range.endOffset)
  );
}

function joined(node: Node, left: number, right: number): boolean {
  const text = node.nodeType === Node.TEXT_NODE ? (node as Text).data : "";
  return [text.charAt(left), text.charAt(right)].every((unit) => SPACED.test(unit) && LETTER.test(unit));
}

function wordsOf(text: string): Set<string> {
  const clean = text.replace(/\p{Cf}/gu, "").toLowerCase();
  const words = [...segmenter.segment(clean)].filter((part) => part.isWordLike);
  return new Set(words.map((part) => part.segment.replace(/\u2019/g, "'")));
}

/** One edit in four letters, none in a shorter word and none in a number. */
function slips(one: string, other: string, most: number): boolean {
  const allowed = Math.min(most, Math.floor(Math.min(one.length, other.length) / 4));
  if (allowed === 0 || /\d/.test(one + other) || Math.abs(one.length - other.length) > allowed) return false;
  return editDistance(one, other) <= allowed;
}
