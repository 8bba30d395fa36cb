/** Small pages for the tests of annotate, made in the browser. Markup here is ours, so it may be parsed. */
import { onTestFinished } from "vitest";

/** Puts markup into the page until the test ends. */
export function show(markup: string): HTMLElement {
  const place = document.createElement("main");
  place.append(document.createRange().createContextualFragment(markup));
  document.body.append(place);
  onTestFinished(() => place.remove());
  return place;
}

/** Gives an element an open shadow root with this content. */
export function openShadow(host: Element, markup: string): ShadowRoot {
  const root = host.attachShadow({ mode: "open" });
  root.append(document.createRange().createContextualFragment(markup));
  return root;
}

/** A same-origin frame with this body, loaded. */
export async function showFrame(markup: string, style = ""): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.style.cssText = style;
  frame.srcdoc = `<!doctype html><body>${markup}`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await loaded;
  return frame;
}

/** The frame's document and window; fails when the frame was closed to us. */
export function insideOf(frame: HTMLIFrameElement): { document: Document; window: Window & typeof globalThis } {
  const { contentDocument, contentWindow } = frame;
  if (!contentDocument || !contentWindow) throw new Error("the frame has no document");
  return { document: contentDocument, window: contentWindow as Window & typeof globalThis };
}

/** What a range says, with whitespace as people see it. */
export function said(range: Range | null | undefined): string | undefined {
  return range?.toString().replace(/\s+/g, " ").trim();
}

/** A stable, long filler text of about this many letters, without any of the words under test. */
export function filler(letters: number): string {
  return "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>".repeat(Math.ceil(letters / 63));
}
