/** Makes a document out of a copy: the same tree as in the page, inert. No text is ever parsed as HTML. */
import { setFrameDocument } from "../document/frame";
import type { Slices } from "../document/slices";
import { Code, type PageSnapshot } from "../snapshot";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @returns a document without a window: it runs nothing and loads nothing
 * @throws the signal's reason when reading was stopped; a damaged copy gives as much as is in order
 */
export async function rebuild({ strings, nodes }: PageSnapshot, slices: Slices): Promise<Document> {
  const document = emptyDocument();
  const open: Node[] = [document];
  for (let at = 0; at < nodes.length; ) {
    if (slices.due()) await slices.rest();
    const parent = open.at(-1);
    if (!parent) break;
    const code = nodes[at];
    const text = strings[nodes[at + 1] ?? -1] ?? "";
    if (code === Code.close) {
      open.pop();
      at += 1;
    } else if (code === Code.text) {
      append(parent, ownerOf(parent).createTextNode(text));
      at += 2;
    } else if (code === Code.shadow || code === Code.frame) {
      open.push(code === Code.shadow ? shadowOf(parent) : documentOf(parent));
      at += 1;
    } else {
      const count = nodes[at + 2] ?? 0;
      const element = make(ownerOf(parent), text, code === Code.foreign);
      for (let index = at + 3; index < at + 3 + count * 2; index += 2)
        setAttribute(element, strings[nodes[index] ?? -1], strings[nodes[index + 1] ?? -1]);
      append(parent, element);
      open.push(element);
      at += 3 + count * 2;
    }
  }
  return document;
}

function emptyDocument(): Document {
  const made = document.implementation.createHTMLDocument("");
  made.documentElement.remove();
  return made;
}

function ownerOf(node: Node): Document {
  return node.ownerDocument ?? (node as Document);
}

/** A page can hold what no page may hold (text beside the root, a tag named `a"b`); it counts as an element nobody asks for. */
function make(owner: Document, name: string, foreign: boolean): Element {
  try {
    return foreign ? owner.createElementNS(SVG, name) : owner.createElement(name);
  } catch {
    return owner.createElement("unknown-element");
  }
}

function setAttribute(element: Element, name: string | undefined, value: string | undefined): void {
  try {
    if (name) element.setAttribute(name, value ?? "");
  } catch {
    // a name that only a parser accepts
  }
}

function append(parent: Node, child: Node): void {
  try {
    parent.appendChild(child);
  } catch {
    // a second root, or text beside it
  }
}

function shadowOf(host: Node): Node {
  try {
    return (host as Element).attachShadow({ mode: "open" });
  } catch {
    return host;
  }
}

function documentOf(frame: Node): Document {
  const inner = emptyDocument();
  setFrameDocument(frame as Element, inner);
  return inner;
}
