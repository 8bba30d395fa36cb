/** Labels are a few words; longer texts are no controls. */
export const LONGEST_LABEL = 70;
/** Longer texts are not even looked at. */
const MOST = 400;
/** What stands in a control without being shown as its words. */
const UNSAID = /^(?:script|style|noscript|template|svg)$/;

/** The words people read on a control, or its accessible name; the same in a page and in its copy. */
export function labelOf(element: Element): string {
  const { textContent } = element;
  const text = textContent && textContent.length <= MOST ? wordsIn(element) : "";
  return oneLine(text) || oneLine(element.getAttribute("aria-label") ?? element.getAttribute("title") ?? "");
}

function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  if (UNSAID.test((node as Element).localName)) return "";
  return [...node.childNodes].map(wordsIn).join("");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
