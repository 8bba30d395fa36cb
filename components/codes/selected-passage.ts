/** What is selected in a review as the panel shows it, as a place in the review's own words. */
import type { Quote } from "../../lib/domain";

/** What stands between the words and is none of them. */
const NOT_WORDS = ".unseen, [aria-hidden]";

/**
 * @param shown the element in which the body, or an excerpt of it, is shown; sentences carry where they start (`data-sentence`)
 * @returns the place of the selected words without the space at their ends; undefined when nothing of this review is selected, or more
 */
export function selectedPassage(
  selection: Selection | null,
  shown: Element | null,
  review: { id: string; body: string },
): (Quote & { text: string }) | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !shown) return undefined;
  const range = selection.getRangeAt(0);
  if (!shown.contains(range.startContainer) || !shown.contains(range.endContainer)) return undefined;
  const text = wordsIn(range);
  const from = startOf(range, review.body, text);
  if (from === undefined || text.trim() === "") return undefined;
  const start = from + text.length - text.trimStart().length;
  const words = text.trim();
  return { reviewId: review.id, start, end: start + words.length, text: words };
}

function startOf(range: Range, body: string, text: string): number | undefined {
  const node = range.startContainer;
  const element = node instanceof Element ? node : node.parentElement;
  const sentence = element?.closest<HTMLElement>("[data-sentence]");
  if (!sentence) {
    // plain words between sentences: only where they stand once is it known which are meant
    const at = body.indexOf(text);
    return at >= 0 && body.indexOf(text, at + 1) < 0 ? at : undefined;
  }
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const at = Number(sentence.dataset.sentence) + wordsIn(before).length;
  return body.startsWith(text, at) ? at : undefined;
}

/** The words of the review within a range: marks for eyes and for ears left out. */
function wordsIn(range: Range): string {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return root.data.slice(range.startOffset, range.endOffset);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node) || node.parentElement?.closest(NOT_WORDS)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    words += node.data.slice(from, to);
  }
  return words;
}
