/** Presses a control as a person would, and never lets that lead away from the page. */
import { LONGEST_LABEL, labelOf } from "../document/label";
import { locate } from "../document/path";
import type { Control } from "../site";

/** Numbers on a control change as the list grows ("View 12 more"). */
const core = (label: string) => label.slice(0, LONGEST_LABEL).replace(/\d+/g, "#");

/**
 * @param firmly the control is brought into view first, for pages that answer only to what is seen
 * @returns `gone`: nothing with these words stands there any more; `leaves`: the page answered with nothing but its link
 */
export function press(document: Document, { path, label }: Control, firmly = false): "pressed" | "gone" | "leaves" {
  const element = locate(document, path) as HTMLElement | null;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view || core(labelOf(element)) !== core(label)) return "gone";
  if (firmly) element.scrollIntoView({ block: "center" });
  let leaves = false;
  // Scripts of the page hear of the press before this does: what none of them took is the browser's to follow.
  const stay = (event: Event) => {
    const link = element.closest("a[href]")?.getAttribute("href");
    leaves = !event.defaultPrevented && Boolean(link && !/^(?:#|javascript:)/i.test(link));
    event.preventDefault();
  };
  view.addEventListener("click", stay, { once: true });
  element.click();
  view.removeEventListener("click", stay);
  return leaves ? "leaves" : "pressed";
}
