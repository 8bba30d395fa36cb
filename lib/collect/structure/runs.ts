/**
 * Records without an element of their own: `<dt>` and `<dd>` in turn, a table with two rows for each, headings and paragraphs.
 * Each run of siblings is copied into an element, in a document that runs and loads nothing, and read there.
 */
import type { Slices } from "../document/slices";
import { SILENT } from "../document/text";
import { type Group, signature } from "./groups";
import { type Marks, scanTree } from "./marks";
import { ownOf } from "./own";

export interface RunGroup extends Group {
  /** The element in the page whose children these are. */
  container: Element;
  /** What each member was copied from. */
  originals: Map<Element, Element[]>;
}

/** Most and fewest children that one record may have. */
const LONGEST_RUN = 14;
/** How far below a child its marks may lie. */
const REACH = 5;
/** Levels around the container that are copied, so that it is known what they are called. */
const AROUND = 6;

export async function findRuns(marks: Marks, slices: Slices): Promise<RunGroup[]> {
  const found: RunGroup[] = [];
  for (const [container, marked] of await containersOf(marks, slices)) {
    if (slices.due()) await slices.rest();
    if (marked.size < 2 || container.childElementCount < 4 || container.localName === "body") continue;
    const runs = runsIn(container, marks);
    if (runs) found.push(copyOf(container, runs, marks));
  }
  return found;
}

/** Elements with the children of theirs that show a date, a person or a rating. */
async function containersOf(marks: Marks, slices: Slices): Promise<Map<Element, Set<Element>>> {
  const containers = new Map<Element, Set<Element>>();
  for (const [element, kinds] of marks.kinds) {
    if (slices.due()) await slices.rest();
    if (!kinds.has("date") && !kinds.has("author") && !kinds.has("rating")) continue;
    let child = element;
    for (let level = 0; child.parentElement && level < REACH; level += 1, child = child.parentElement) {
      const marked = containers.get(child.parentElement) ?? new Set();
      marked.add(child);
      containers.set(child.parentElement, marked);
    }
  }
  return containers;
}

function runsIn(container: Element, marks: Marks): Element[][] | undefined {
  const children = [...container.children].filter(({ localName }) => !SILENT.has(localName));
  const names = children.map(sketch);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: { runs: Element[][]; good: number } | undefined;
  for (const [name, count] of [...counts].slice(0, 12)) {
    if (count < 2 || children.length / count > LONGEST_RUN || count > children.length * 0.67) continue;
    const runs = splitAt(children, names, name);
    const good = goodRuns(runs, marks);
    if (good >= Math.max(2, runs.length * 0.8) && (!best || good > best.good)) best = { runs, good };
  }
  return best?.runs;
}

/** Rows are told apart by their cells, everything else by its name. */
function sketch(element: Element): string {
  const cells = element.localName === "tr" ? [...element.children].map((cell) => cell.localName).join() : "";
  return `${signature(element)}[${cells}]`;
}

/** From each element of one make to the next; behind the last only what other runs have too. */
function splitAt(children: Element[], names: string[], start: string): Element[][] {
  const runs: Element[][] = [];
  const seen = new Set<string>();
  children.forEach((child, index) => {
    const name = names[index] ?? "";
    if (name === start) runs.push([]);
    else if (runs.length === 0) return;
    runs.at(-1)?.push(child);
  });
  for (const run of runs.slice(0, -1)) for (const child of run) seen.add(sketch(child));
  const last = runs.at(-1);
  const end = last?.findIndex((child) => !seen.has(sketch(child))) ?? -1;
  if (last && end > 0) last.splice(end);
  return runs;
}

/** How many runs hold words and a fact about them, in different children: one child with both would be a record itself. */
function goodRuns(runs: Element[][], marks: Marks): number {
  let good = 0;
  let whole = 0;
  for (const run of runs) {
    const facts = run.filter((child) => {
      const tally = marks.tallies.get(child);
      return tally && tally.date + tally.author + tally.rating > 0;
    });
    const words = run.map((child) => ownOf(child, () => false, marks).letters);
    const most = Math.max(0, ...words);
    if (facts.length && run.length > 1 && most >= 2) good += 1;
    const heaviest = run[words.indexOf(most)];
    const tally = heaviest && marks.tallies.get(heaviest);
    if (tally && tally.date + tally.author > 0 && most > 12) whole += 1;
  }
  return whole > runs.length / 2 ? 0 : good;
}

function copyOf(container: Element, runs: Element[][], marks: Marks): RunGroup {
  const inert = container.ownerDocument.implementation.createHTMLDocument("");
  const around = shell(container, inert);
  const originals = new Map<Element, Element[]>();
  for (const run of runs) {
    const member = inert.createElement("div");
    for (const child of run) member.append(inert.importNode(child, true));
    around.append(member);
    scanTree(member, marks);
    originals.set(member, run);
  }
  return { key: `run ${signature(container)}`, members: [...originals.keys()], container, originals };
}

/** The container and what is around it, without content but for headings before it: names and headings count. */
function shell(container: Element, inert: Document): Element {
  const copy = inert.importNode(container, false);
  let inner = copy;
  copyHeadings(container.firstElementChild, 3, copy, inert);
  let at: Element = container;
  for (let level = 0; at.parentElement && at.parentElement.localName !== "body" && level < AROUND; level += 1) {
    const outer = inert.importNode(at.parentElement, false);
    copyHeadings(at.parentElement.firstElementChild, 5, outer, inert);
    outer.append(inner);
    inner = outer;
    at = at.parentElement;
  }
  inert.body.append(inner);
  return copy;
}

function copyHeadings(first: Element | null, most: number, into: Element, inert: Document): void {
  let at = first;
  for (let count = 0; at && count < most; count += 1, at = at.nextElementSibling)
    if (/^h[1-6]$/.test(at.localName)) into.append(inert.importNode(at, true));
}
