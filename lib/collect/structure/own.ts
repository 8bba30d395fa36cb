import { SILENT } from "../document/text";
import { type MarkKind, type Marks, ownText } from "./marks";

/** What an element has of its own, once the subtrees of other records are left out. */
export interface Own {
  /** Characters that are neither a mark nor a control. */
  letters: number;
  kinds: Set<MarkKind>;
}

export function ownOf(element: Element, isOther: (element: Element) => boolean, marks: Marks): Own {
  const own: Own = { letters: 0, kinds: new Set() };
  walk(element, isOther, marks, own, false, true);
  return own;
}

function walk(
  element: Element,
  isOther: (element: Element) => boolean,
  marks: Marks,
  own: Own,
  silent: boolean,
  top = false,
): void {
  const kinds = marks.kinds.get(element);
  for (const kind of kinds ?? []) own.kinds.add(kind);
  const control = Boolean(kinds && (kinds.has("action") || kinds.has("answer")));
  const quiet = silent || control || (!top && Boolean(kinds && (element.textContent?.length ?? 0) < 80));
  const label = quiet || Boolean(kinds && ownText(element).length < 80);
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE && !label) own.letters += child.nodeValue?.trim().length ?? 0;
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const inner = child as Element;
      if (!SILENT.has(inner.localName) && !isOther(inner)) walk(inner, isOther, marks, own, quiet);
    }
  }
}
