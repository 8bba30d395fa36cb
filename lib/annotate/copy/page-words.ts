/** The text of a page in reading order, each block on a line of its own, words as they stand. */
import { WORDS } from "../fold";
import { indexText } from "../text-index";

const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|ins|del|kbd|label|mark|q|ruby|rt|s|samp|slot|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;

export function pageWords(document: Document): string {
  const { nodes } = indexText(document, WORDS);
  let text = "";
  let block: Element | null | undefined;
  for (const node of nodes) {
    const own = blockOf(node);
    const glue = block === undefined || own === block ? "" : "\n";
    block = own;
    text += glue + node.data.replace(/\s+/gu, " ");
  }
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

function blockOf(node: Text): Element | null {
  let at = node.parentElement;
  while (at && INLINE.test(at.localName) && at.parentElement) at = at.parentElement;
  return at;
}
