/** Elements built like a given one, wherever they stand on the page. */
import type { Root } from "../document/roots";
import { SILENT } from "../document/text";
import { inOrder, lasting, signature } from "../structure/groups";
import { costOfName, isLasting } from "./lasting-names";
import { matchesOf } from "./record-selector";

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
  const isNamed = lasting(element) !== "";
  const names = new Set(element.classList);
  const telling = [...names].some((name) => isLasting(name) && costOfName(name) <= 2);
  const shape = shapeOf(element, own);
  const isAlike = (other: Element): boolean => {
    if (other === element || (known.has(other) && known.has(element))) return true;
    const same = signature(other) === own;
    if (same && telling) return true;
    const beside = other.parentElement === element.parentElement && (!isNamed || shares(other, names));
    return (same || beside) && likeness(shape, shapeOf(other, own)) >= LEAST;
  };
  const found = matchesOf(CSS.escape(element.localName), roots).filter(isAlike);
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
