/** All the text of a page as anchoring needs it, read once for all its notes. */
import type { Match } from "../edit-distance";
import { WORDS } from "../fold";
import { equalPassages } from "../search";
import { indexing, type TextIndex } from "../text-index";
import { type BodyText, readBodyText } from "./body-text";

export interface PageText {
  document: Document;
  /** Folded text of the whole page: light tree, open shadow trees, frames of the same origin. */
  index: TextIndex;
  /** Place of each text node in `index`. */
  placeOf: ReadonlyMap<Text, number>;
  /** Text as the DOM has it, of one document; read when it is first asked for. */
  bodyOf(document: Document): BodyText;
  /** Where a folded text stands in `index`; each is searched once. */
  equal(needle: string): readonly Match[];
  /** Documents of frames of the same origin, in the order of the page. */
  frames: readonly Document[];
}

/** @returns the text of a page */
export function readPageText(document: Document): PageText {
  const steps = readingPageText(document);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, between which whoever drives it may let the page have its turn. */
export function* readingPageText(document: Document): Generator<void, PageText> {
  const index = yield* indexing(document, WORDS);
  const placeOf = new Map<Text, number>();
  const frames = new Set<Document>();
  for (const [i, node] of index.nodes.entries()) {
    placeOf.set(node, index.starts[i] as number);
    if (node.ownerDocument !== document) frames.add(node.ownerDocument);
  }
  const bodies = new Map<Document, BodyText>();
  const bodyOf = (of: Document): BodyText => {
    const known = bodies.get(of);
    if (known) return known;
    const body = readBodyText(of);
    bodies.set(of, body);
    return body;
  };
  const found = new Map<string, readonly Match[]>();
  const equal = (needle: string): readonly Match[] => {
    const known = found.get(needle);
    if (known) return known;
    const matches = equalPassages(index.text, needle, { from: 0, to: index.text.length });
    found.set(needle, matches);
    return matches;
  };
  return { document, index, placeOf, bodyOf, equal, frames: [...frames] };
}
