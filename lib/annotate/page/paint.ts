/**
 * Paints notes by the CSS Custom Highlight API: nothing of the page's elements is touched, however many there are. Where the browser has none,
 * boxes are laid over what is in view.
 */
import { boxesOver } from "./boxes";
import { highlightStyle, lookKey, type NoteLook } from "./look";

export interface PaintedNote {
  id: string;
  range: Range;
  look: NoteLook;
}

export interface Painter {
  /** Replaces what is painted. */
  paint(notes: readonly PaintedNote[]): void;
  /** Marks one passage as the one in hand; nothing takes the mark away. */
  hold(range: Range | undefined): void;
}

type View = Window & typeof globalThis;
type Tree = Document | ShadowRoot;

const PREFIX = "earshot-note-";
/** The passage in hand: what is about to be annotated, or was pressed. */
const HELD: NoteLook = { colour: "#3b5bdb", line: "solid" };

/** Everything painted goes away with the signal. */
export function openPainter(document: Document, signal: AbortSignal): Painter {
  const sheets = new Sheets();
  const boxes = boxesOver(document, signal);
  let names: { view: View; name: string }[] = [];
  let held: { view: View; name: string }[] = [];
  const dim = (lit: { view: View; name: string }[]) => {
    for (const { view, name } of lit) view.CSS.highlights.delete(name);
  };
  signal.addEventListener(
    "abort",
    () => {
      dim([...names, ...held]);
      sheets.leave();
    },
    { once: true },
  );
  return {
    paint(notes) {
      if (signal.aborted) return;
      dim(names);
      const groups = groupBy(notes.filter(canHighlight), ({ range, look }) => ({ view: viewOf(range), look }));
      names = groups.map(({ view, look, ranges }) =>
        light(view as View, PREFIX + lookKey(look), look, ranges, sheets, 0),
      );
      boxes.draw(notes.filter((note) => !canHighlight(note)));
    },
    hold(range) {
      dim(held);
      const view = range && viewOf(range);
      const note = range && { id: "", range, look: HELD };
      held = note && view && canHighlight(note) ? [light(view, `${PREFIX}held`, HELD, [range], sheets, 1)] : [];
    },
  };
}

function light(view: View, name: string, look: NoteLook, ranges: Range[], sheets: Sheets, priority: number) {
  for (const range of ranges) sheets.add(view, range.startContainer.getRootNode() as Tree, name, look);
  const highlight = new view.Highlight(...ranges);
  highlight.priority = priority;
  view.CSS.highlights.set(name, highlight);
  return { view, name };
}

/** Styles of highlights, once a tree; the page's own list is left as it was. */
class Sheets {
  #sheets = new Map<Tree, { sheet: CSSStyleSheet; names: Set<string> }>();

  add(view: View, tree: Tree, name: string, look: NoteLook): void {
    const known = this.#sheets.get(tree) ?? this.#adopt(view, tree);
    if (known.names.has(name)) return;
    known.names.add(name);
    known.sheet.insertRule(`::highlight(${name}) { ${highlightStyle(look)} }`);
  }

  leave(): void {
    for (const [tree, { sheet }] of this.#sheets)
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
    this.#sheets.clear();
  }

  #adopt(view: View, tree: Tree) {
    const made = { sheet: new view.CSSStyleSheet(), names: new Set<string>() };
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, made.sheet];
    this.#sheets.set(tree, made);
    return made;
  }
}

function viewOf(range: Range): View | undefined {
  return (range.startContainer.ownerDocument?.defaultView as View | null) ?? undefined;
}

function canHighlight({ range }: PaintedNote): boolean {
  const view = viewOf(range);
  try {
    return Boolean(
      view?.Highlight && view.CSS.highlights && "adoptedStyleSheets" in range.startContainer.getRootNode(),
    );
  } catch {
    return false; // some browsers keep the style sheets of a page away from extensions
  }
}

function groupBy(notes: readonly PaintedNote[], keyOf: (note: PaintedNote) => { view?: View; look: NoteLook }) {
  const groups = new Map<View | undefined, Map<string, { view?: View; look: NoteLook; ranges: Range[] }>>();
  for (const note of notes) {
    const { view, look } = keyOf(note);
    const own = groups.get(view) ?? new Map<string, { view?: View; look: NoteLook; ranges: Range[] }>();
    groups.set(view, own);
    const group = own.get(lookKey(look)) ?? { view, look, ranges: [] };
    own.set(lookKey(look), group);
    group.ranges.push(note.range);
  }
  return [...groups.values()].flatMap((own) => [...own.values()]);
}
