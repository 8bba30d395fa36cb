import { editDistance } from "./edit-distance";

const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that write words apart, where a passage inside a word is not that word. */
const SPACED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * True when two passages are made of the same words up to small slips. Few edits are enough to turn a sentence into
 * another one ("is good", "is not good"; the bus of one reviewer, the tram of the next): there a word has no counterpart.
 */
export function sameWords(one: string, other: string): boolean {
  const ones = wordsOf(one);
  const others = wordsOf(other);
  return covered(ones, others) && covered(others, ones);
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

function covered(words: Set<string>, by: Set<string>): boolean {
  return [...words].every((word) => by.has(word) || [...by].some((other) => slips(word, other)));
}

/** One edit in four letters, none in a shorter word and none in a number. */
function slips(one: string, other: string): boolean {
  const allowed = Math.floor(Math.min(one.length, other.length) / 4);
  if (allowed === 0 || /\d/.test(one + other) || Math.abs(one.length - other.length) > allowed) return false;
  return editDistance(one, other) <= allowed;
}
