/**
 * Paths to elements: `/html[1]/body[1]/p[2]`, the part of XPath that names one element step by step. Nothing else of XPath is run: a
 * selector may come from a stranger, and a clever expression holds a page for minutes.
 */

const STEP = /^([a-z][\w:.-]*|\*)(?:\[(\d{1,6})\])?$/i;
/** Pages nest a few hundred levels at most. */
const MOST_STEPS = 1_000;

export function pathTo(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    let place = 1;
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === at.localName) place++;
    steps.unshift(`${at.localName}[${place}]`);
  }
  return `/${steps.join("/")}`;
}

/** @returns undefined when there is no such element, or the path is another kind of expression */
export function elementAt(document: Document, path: string): Element | undefined {
  const steps = path.replace(/^\/+/, "").split("/");
  if (steps.length > MOST_STEPS) return undefined;
  // Hypothesis begins at the body
  let at: Element | undefined = /^html\b/i.test(steps[0] ?? "") ? undefined : (document.body ?? undefined);
  for (const step of steps.filter(Boolean)) {
    const [, name = "", place = "1"] = STEP.exec(step) ?? [];
    if (!name) return undefined;
    if (at === undefined) {
      at = document.documentElement ?? undefined;
      if (!at) return undefined;
    } else {
      at = childAt(at, name, Number(place));
      if (!at) return undefined;
    }
  }
  return at;
}

function childAt(parent: Element, name: string, place: number): Element | undefined {
  let left = place;
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling)
    if ((name === "*" || child.localName === name.toLowerCase()) && --left === 0) return child;
  return undefined;
}
