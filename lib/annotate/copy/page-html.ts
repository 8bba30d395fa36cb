/**
 * A page as one file that runs nothing and loads nothing: a tree of our own is built from what the page shows, element by element, by a list of
 * what may be in it. Whatever is not on the list is left out, and its text kept.
 */
import { pictureOf } from "./pictures";
import { stylesOf } from "./styles";

interface Copying {
  url: string;
  /** ISO 8601. */
  taken: string;
  signal: AbortSignal;
}

/** What scripts, styles from elsewhere and frames are: no part of what was read. */
const DROPPED = new Set(
  "script noscript template object embed applet frame frameset portal audio video source track canvas base meta link head title param fencedframe earshot-notes earshot-marks earshot-highlight earshot-pointer dialog".split(
    " ",
  ),
);
/** Elements that are kept under their own name; others become blocks or spans. */
const KEPT = new Set(
  (
    "a abbr address article aside b bdi bdo blockquote body br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure footer " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  "id class dir lang title colspan rowspan datetime cite start reversed value open headers scope span aria-label role".split(
    " ",
  ),
);
/** Addresses a link may have in a copy. */
const ADDRESS = /^(https?|mailto):/i;
/** Elements copied between two looks at the clock, and how long a slice may take (ms). */
const LOOK = 200;
const SLICE = 30;
/** More is no page to be read. */
const MOST = 400_000;

/** @returns one HTML document, and addresses of what could not be taken along */
export async function pageHtml(
  document: Document,
  { url, taken, signal }: Copying,
): Promise<{ html: string; missing: string[] }> {
  const fresh = document.implementation.createHTMLDocument(document.title);
  const missing = new Set<string>();
  const copier = new Copier(fresh, missing, signal);
  const body = document.body ? await copier.copy(document.body) : undefined;
  fresh.documentElement.lang = document.documentElement.lang;
  fresh.documentElement.dir = document.documentElement.dir;
  if (body) fresh.body.replaceWith(body);
  fresh.head.append(
    meta(fresh, { charset: "utf-8" }),
    meta(fresh, {
      "http-equiv": "Content-Security-Policy",
      content: "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    }),
    meta(fresh, { name: "referrer", content: "no-referrer" }),
    meta(fresh, { name: "generator", content: "Earshot" }),
    styleElement(fresh, stylesOf(document, missing)),
  );
  fresh.body.prepend(banner(fresh, url, taken));
  return { html: `<!doctype html>\n${fresh.documentElement.outerHTML}`, missing: [...missing].slice(0, 20) };
}

class Copier {
  #count = 0;
  #until = performance.now() + SLICE;

  constructor(
    private readonly fresh: Document,
    private readonly missing: Set<string>,
    private readonly signal: AbortSignal,
  ) {}

  /** Depth first with a stack: pages nest thousands of levels deep. */
  async copy(body: Element): Promise<Element> {
    const root = this.fresh.createElement("body");
    const stack: { from: Node; to: Element }[] = [{ from: body, to: root }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (++this.#count % LOOK === 0) await this.#rest();
      if (this.#count > MOST) break;
      for (const child of childrenOf(next.from)) {
        const copied = this.#one(child);
        if (!copied) continue;
        next.to.append(copied);
        if (copied.nodeType === Node.ELEMENT_NODE && !isWhole(child))
          stack.push({ from: child, to: copied as Element });
      }
    }
    return root;
  }

  async #rest(): Promise<void> {
    this.signal.throwIfAborted();
    if (performance.now() < this.#until) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#until = performance.now() + SLICE;
  }

  #one(node: Node): Node | undefined {
    if (node.nodeType === Node.TEXT_NODE) return this.fresh.createTextNode((node as Text).data);
    if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
    const element = node as Element;
    const name = element.localName;
    if (DROPPED.has(name) || element.namespaceURI !== "http://www.w3.org/1999/xhtml") return undefined;
    if (name === "img") return this.#picture(element as HTMLImageElement);
    if (/^(input|textarea|select|option)$/.test(name)) return undefined; // never what a visitor typed
    const copied = this.fresh.createElement(nameFor(element));
    for (const { name: attribute, value } of element.attributes)
      if (ATTRIBUTES.has(attribute)) copied.setAttribute(attribute, value);
    if (name === "a") this.#link(element as HTMLAnchorElement, copied);
    if (isHidden(element)) copied.setAttribute("hidden", "");
    return copied;
  }

  #link(from: HTMLAnchorElement, to: Element): void {
    if (!ADDRESS.test(from.href)) return;
    to.setAttribute("href", from.href);
    to.setAttribute("rel", "noreferrer noopener nofollow");
  }

  #picture(image: HTMLImageElement): Element {
    const copied = this.fresh.createElement("img");
    copied.setAttribute("alt", image.alt);
    const { width, height } = image.getBoundingClientRect();
    if (width && height) copied.setAttribute("style", `width:${Math.round(width)}px;height:auto;max-width:100%`);
    const data = pictureOf(image);
    if (data) copied.setAttribute("src", data);
    else if (ADDRESS.test(image.currentSrc || image.src)) this.missing.add(image.currentSrc || image.src);
    return copied;
  }
}

function childrenOf(node: Node): Iterable<Node> {
  const element = node as Element;
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName === "slot") {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  if (element.localName === "iframe") return frameBody(element as HTMLIFrameElement);
  return element.childNodes;
}

function frameBody(frame: HTMLIFrameElement): Iterable<Node> {
  try {
    return frame.contentDocument?.body?.childNodes ?? [];
  } catch {
    return []; // another site's
  }
}

function isWhole(node: Node): boolean {
  return (node as Element).localName === "img";
}

function nameFor({ localName }: Element): string {
  if (KEPT.has(localName)) return localName;
  if (localName === "slot" || localName === "label" || localName === "button") return "span";
  return "div";
}

function isHidden(element: Element): boolean {
  return element.hasAttribute("hidden");
}

function meta(document: Document, attributes: Record<string, string>): HTMLMetaElement {
  const made = document.createElement("meta");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function styleElement(document: Document, css: string): HTMLStyleElement {
  const made = document.createElement("style");
  made.textContent = css;
  return made;
}

/** Where it comes from and when, as text that is read first. */
function banner(document: Document, url: string, taken: string): HTMLElement {
  const made = document.createElement("p");
  made.setAttribute(
    "style",
    "all:initial;display:block;padding:10px 14px;border-bottom:2px solid #3b5bdb;background:#fff;color:#1b1f24;font:14px/1.4 system-ui,sans-serif;overflow-wrap:anywhere",
  );
  made.textContent = `Copy of ${url}, taken ${taken} by Earshot. Scripts, forms and what the page had not loaded are left out.`;
  return made;
}
