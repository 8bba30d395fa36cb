/** Elements built like a given one, wherever they stand on the page. */
import type { Root } from "../document/roots";
import { SILENT } from "../document/text";
import { inOrder, lasting, signature } from "../structure/groups";

/** Parts of an element that are compared. */
const PARTS = 150;
const DEPTH = 7;
/** Share of parts that two records have alike at least; answers and pictures are in some only. */
const LEAST = 0.34;

/**
 * @param known elements that the readers took for records by themselves: one of the same tag and build is alike
 * @returns the element itself and its like, in document order; itself alone where nothing is like it
 */
export function alikeOf(element: Element, roots: readonly Root[], known: ReadonlySet<Element>): Element[] {
  const own = signature(element);
  const named = Boolean(lasting(element));
  const names = new Set(element.classList);
  const shape = shapeOf(element, own);
  const isKin = (other: Element) =>
    signature(other) === own ||
    (known.has(other) && known.has(element)) ||
    (other.parentElement === element.parentElement && (!named || shares(other, names)));
  const found = roots.flatMap((root) =>
    [...root.querySelectorAll(CSS.escape(element.localName))].filter(
      (other) => other === element || (isKin(other) && likeness(shape, shapeOf(other, own)) >= LEAST),
    ),
  );
  return found.sort((a, b) => (a.getRootNode() === b.getRootNode() ? inOrder(a, b) : 0));
}

/** A direct neighbour with one class name in common may be of the same kind under another state: `review review--long`. */
function shares(other: Element, names: ReadonlySet<string>): boolean {
  return [...other.classList].some((name) => names.has(name));
}

/** Tags by their place below the element; what is built like the element itself is another record. */
function shapeOf(element: Element, own: string): Set<string> {
  const shape = new Set<string>();
  const visit = (at: Element, path: string, depth: number): void => {
    for (let child = at.firstElementChild; child && shape.size < PARTS; child = child.nextElementSibling) {
      if (SILENT.has(child.localName) || signature(child) === own) continue;
      const place = `${path}>${child.localName}`;
      shape.add(place);
      if (depth < DEPTH) visit(child, place, depth + 1);
    }
  };
  visit(element, "", 1);
  return shape;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
  const both = [...a].filter((part) => b.has(part)).length;
  // A short record lacks parts of a long one: what it has counts, and a little how much it lacks.
  return (both / Math.min(a.size, b.size)) * 0.7 + (both / Math.max(a.size, b.size)) * 0.3;
}
