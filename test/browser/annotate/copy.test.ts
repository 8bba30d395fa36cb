import { describe, expect, it, onTestFinished } from "vitest";
import { copyPage } from "../../../lib/annotate/copy";
import { openShadow, show, showFrame } from "./page";

const { signal } = new AbortController();
const copied = async () => (await copyPage(document, { html: true, signal })).html ?? "";

/** A saved file as a browser opens it, with whatever it tries to load or run. */
async function opened(html: string): Promise<{ document: Document; loaded: string[] }> {
  const frame = document.createElement("iframe");
  const loaded: string[] = [];
  onTestFinished(() => frame.remove());
  frame.srcdoc = html;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  for (const { name } of frame.contentWindow?.performance.getEntriesByType("resource") ?? []) loaded.push(name);
  if (!frame.contentDocument) throw new Error("the copy cannot be looked into");
  return { document: frame.contentDocument, loaded };
}

describe("the text of a page", () => {
  it("is in reading order, blocks on lines of their own, through shadow trees and frames", async () => {
    const page = show(
      "<h1>Kettle</h1><p>It is <b>loud</b>,\n  too.</p><x-more></x-more><script type='text/plain'>no()</script>",
    );
    openShadow(page.querySelector("x-more") as Element, "<p>Inside the shadow.</p>");
    await showFrame("<p>Inside the frame.</p>");
    const { text, html } = await copyPage(document, { html: false, signal });
    expect(html).toBeUndefined();
    expect(text.split("\n").slice(-4)).toEqual([
      "Kettle",
      "It is loud, too.",
      "Inside the shadow.",
      "Inside the frame.",
    ]);
  });
});

describe("a page as one file", () => {
  it("says where it is from, and shows the words", async () => {
    show("<h2>Reviews</h2><ul><li>The lid leaks.</li></ul>");
    const { document: copy } = await opened(await copied());
    expect(copy.body.firstElementChild?.textContent).toContain(`Copy of ${document.URL}`);
    expect(copy.querySelector("ul > li")?.textContent).toBe("The lid leaks.");
  });

  it("runs nothing and loads nothing, whatever was in the page", async () => {
    const evil = "https://evil.example/x";
    // the page itself may run what it likes
    Object.assign(globalThis, { hit: () => {} });
    onTestFinished(() => void Reflect.deleteProperty(globalThis, "hit"));
    show(`<div onclick="hit()" onload="hit()" style="background:url(${evil})">Words
      <svg onload="hit()"><script>hit()</script><a href="javascript:hit()">svg</a></svg>
      <a href="javascript:hit()">link</a><a href="data:text/html,<script>hit()</script>">data</a>
      <img src="${evil}.png" srcset="${evil}-2.png 2x" onerror="hit()" alt="A picture">
      <object data="${evil}"></object><embed src="${evil}"><video src="${evil}"></video>
      <form action="${evil}"><input value="typed secret"><textarea>typed secret</textarea></form>
      <template><p>not shown</p></template><math><mtext><img src=x onerror=hit()></mtext></math></div>
      <style>p { background: url(${evil}); } @import "${evil}"; a::after { content: "</style><script>hit()</script>"; }</style>`);
    const html = await copied();
    expect(html).not.toMatch(/<script|onclick|onload|onerror|javascript:|typed secret|srcset|<form|<svg/i);
    const { document: copy, loaded } = await opened(html);
    expect(loaded).toEqual([]);
    expect(copy.querySelectorAll("script, iframe, object, embed, video, form, input, base, link")).toHaveLength(0);
    expect([...copy.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([null, null]);
    expect(copy.querySelector("img")?.getAttribute("alt")).toBe("A picture");
  });

  it("takes along pictures that are loaded, and says which it could not", async () => {
    const dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=";
    const page = show(`<img src="${dot}" alt="dot"><img src="https://elsewhere.example/far.png" alt="far">`);
    await (page.querySelector("img") as HTMLImageElement).decode();
    const { html = "", missing } = await copyPage(document, { html: true, signal });
    expect(html).toContain(dot);
    expect(missing).toEqual(["https://elsewhere.example/far.png"]);
  });

  it("stops when it is told to", async () => {
    await expect(copyPage(document, { html: true, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it("holds a page of thousands of levels", async () => {
    const page = show("<div></div>");
    let deepest = page.firstElementChild as Element;
    for (let i = 0; i < 5_000; i++) deepest = deepest.appendChild(document.createElement("div"));
    deepest.textContent = "At the bottom.";
    expect((await copyPage(document, { html: false, signal })).text).toContain("At the bottom.");
  });
});
