/** Reads text as people see it, with paragraphs, from trees with or without layout. */

/** Elements that begin a new line. */
export const BLOCKS = new Set(
  "address article aside blockquote dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul".split(
    " ",
  ),
);

/** Elements whose text is not the author's. */
export const SILENT = new Set(
  "script style noscript template svg canvas select option textarea input iframe object video audio head math".split(
    " ",
  ),
);

/**
 * Text of an element, blocks and `<br>` as newlines, white space as a browser shows it.
 * @param skip subtrees to leave out (nested records, buttons, …)
 */
export function readText(element: Element, skip?: (element: Element) => boolean): string {
  const parts: string[] = [];
  append(element, parts, skip, false);
  return tidy(parts.join(""));
}

function append(
  node: Element,
  parts: string[],
  skip: ((element: Element) => boolean) | undefined,
  preformatted: boolean,
) {
  const keep = preformatted || keepsSpaces(node);
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (isGlued(child)) parts.push("\u2029");
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.nodeValue ?? "";
      parts.push(keep ? text : text.replace(/[ \t\r\n\f]+/g, " "));
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      appendElement(child as Element, parts, skip, keep);
    }
  }
}

/** `<span>It boils.</span><span>It sings.</span>`: without a space between them, such spans are lines of their own. */
function isGlued(node: Node): boolean {
  const before = node.previousSibling;
  if (node.nodeName !== "SPAN" || before?.nodeName !== "SPAN") return false;
  return /[\p{Ll}.!?…)]$/u.test(before.textContent ?? "") && /^\p{Lu}\p{L}*\s/u.test(node.textContent ?? "");
}

function appendElement(
  element: Element,
  parts: string[],
  skip: ((element: Element) => boolean) | undefined,
  keep: boolean,
) {
  const name = element.localName;
  if (SILENT.has(name) || skip?.(element)) return;
  if (name === "br") parts.push("\n");
  else if (name === "img") parts.push(emojiAlt(element));
  else {
    const block = BLOCKS.has(name);
    const paragraph = name === "p" || name === "blockquote";
    if (block) parts.push(paragraph ? "\u2029\u2029" : "\u2029");
    append(element, parts, skip, keep);
    if (block) parts.push(paragraph ? "\u2029\u2029" : "\u2029");
  }
}

/** Pictures of emoji carry the character as their alternative text. */
function emojiAlt(image: Element): string {
  const alt = image.getAttribute("alt") ?? "";
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(alt) && !/[\p{L}]/u.test(alt) ? alt : "";
}

function keepsSpaces(element: Element): boolean {
  if (element.localName === "pre") return true;
  const style = element.getAttribute("style");
  return style !== null && /white-space:\s*(pre|break-spaces)/.test(style);
}

/** Paragraph marks (U+2029) become newlines, at most one empty line; lines are trimmed. */
function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]*([\u2029\n])[ \t\u00a0]*/g, "$1")
    .replace(/\u2029+/g, (marks) => (marks.length > 3 ? "\n\n" : "\n"))
    .replace(/\n{3,}/g, "\n\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** One line of text, white space collapsed. */
export function line(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
