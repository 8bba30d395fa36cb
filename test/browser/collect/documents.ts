/** Fixture pages as documents: with layout in a frame whose scripts are off, parsed without any layout, and as a copy of a page. */
import { Slices } from "../../../lib/collect/document/slices";
import { takeSnapshot } from "../../../lib/collect/page/take-snapshot";
import { rebuild } from "../../../lib/collect/read/rebuild";

/** @returns the document of a frame in this page; frames of earlier calls are removed */
export async function liveDocument(html: string): Promise<Document> {
  for (const old of document.querySelectorAll("iframe.fixture")) old.remove();
  const frame = document.createElement("iframe");
  frame.className = "fixture";
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.style.cssText = "width: 1000px; height: 800px";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error("The fixture frame has no document.");
  return frame.contentDocument;
}

export function parsedDocument(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** The document a reader gets from a visited page: copied there, and built again from the copy. */
export async function copiedDocument(html: string): Promise<Document> {
  const live = await liveDocument(html);
  return rebuild(await takeSnapshot(live, { url: "https://fixture.example/", now: new Date() }), new Slices());
}
