/** What a range says, as people read it: scripts and buttons left out, blocks on lines of their own. */
import type { TextIndex } from "../text-index";

/** A place in a text node. */
export interface Point {
  node: Text;
  offset: number;
}

export interface PassageText {
  exact: string;
  prefix: string;
  suffix: string;
  first: Point;
  last: Point;
}

/** How much of what stands around is kept (UTF-16 units of the page's own text). */
export const AROUND = 120;

/** @returns undefined when no word lies in the range */
export function readPassage(index: TextIndex, range: Range): PassageText | undefined {
  const touched = touchedNodes(index, range);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return undefined;
  const parts = touched.map(({ node, from, to }) => ({ node, text: node.data.slice(from, to) }));
  const exact = tidy(joined(parts)).trim();
  if (exact === "") return undefined;
  const before = { node: first.node, text: first.node.data.slice(0, first.from) };
  const after = { node: last.node, text: last.node.data.slice(last.to) };
  return {
    exact,
    prefix: tidy(joined([...nodesBefore(index, first.at), before])).slice(-AROUND),
    suffix: tidy(joined([after, ...nodesAfter(index, last.at)])).slice(0, AROUND),
    first: { node: first.node, offset: first.from },
    last: { node: last.node, offset: last.to },
  };
}

interface Touched {
  /** Number in the index. */
  at: number;
  node: Text;
  from: number;
  to: number;
}

/** Text nodes with something visible within the range, cut to it, outer blanks left out. */
function touchedNodes(index: TextIndex, range: Range): Touched[] {
  const touched: Touched[] = [];
  for (const [at, node] of index.nodes.entries()) {
    if (node.getRootNode() !== range.startContainer.getRootNode() || !range.intersectsNode(node)) {
      if (touched.length > 0) break;
      continue;
    }
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    if (node.data.slice(from, to).trim() !== "") touched.push({ at, node, from, to });
  }
  const [first, last] = [touched[0], touched.at(-1)];
  if (first) first.from += leading(first.node.data.slice(first.from, first.to));
  if (last) last.to -= trailing(last.node.data.slice(last.from, last.to));
  return touched;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}

interface Part {
  node: Text;
  text: string;
}

function nodesBefore({ nodes }: TextIndex, at: number): Part[] {
  const parts: Part[] = [];
  for (let i = at - 1, length = 0; i >= 0 && length < 2 * AROUND; i--) {
    const node = nodes[i] as Text;
    parts.unshift({ node, text: node.data });
    length += node.data.length;
  }
  return parts;
}

function nodesAfter({ nodes }: TextIndex, at: number): Part[] {
  const parts: Part[] = [];
  for (let i = at + 1, length = 0; i < nodes.length && length < 2 * AROUND; i++) {
    const node = nodes[i] as Text;
    parts.push({ node, text: node.data });
    length += node.data.length;
  }
  return parts;
}

function joined(parts: readonly Part[]): string {
  let text = "";
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1];
    text += (before && blockOf(before.node) !== blockOf(part.node) ? "\n" : "") + part.text;
  }
  return text;
}

const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|ins|del|kbd|label|mark|q|ruby|rt|s|samp|slot|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;

/** The nearest element that begins a line of its own, told by its name: no style need be computed. */
function blockOf(node: Text): Element | null {
  let at = node.parentElement;
  while (at && INLINE.test(at.localName) && at.parentElement) at = at.parentElement;
  return at;
}

/** Blanks as people see them; a line of its own stays one. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n[\n ]*/gu, "\n")
    .replace(/\u200B/gu, "");
}
