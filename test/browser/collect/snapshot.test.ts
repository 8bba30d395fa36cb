import { describe, expect, it } from "vitest";
import { locate, pathTo } from "../../../lib/collect/document/path";
import { hostOf, rootsOf } from "../../../lib/collect/document/roots";
import { Slices } from "../../../lib/collect/document/slices";
import { takeSnapshot } from "../../../lib/collect/page/take-snapshot";
import { readSnapshot } from "../../../lib/collect/read/read-snapshot";
import { rebuild } from "../../../lib/collect/read/rebuild";
import { liveDocument, parsedDocument } from "./documents";

const options = { url: "https://shop.example/kettle", now: new Date("2026-03-15T12:00:00Z") };

async function copied(document: Document) {
  const snapshot = await takeSnapshot(document, options);
  return { snapshot, copy: await rebuild(snapshot, new Slices()) };
}

/** A page as scripts make them, and as no parser would: links in links, text where only rows may be. */
async function strangePage(): Promise<Document> {
  const live = await liveDocument(
    "<!doctype html><html lang=de><head><title>Kessel</title></head><body><p id=p></p><table><tr><td>1</td></tr></table></body></html>",
  );
  const paragraph = live.getElementById("p");
  const outer = paragraph?.appendChild(live.createElement("a"));
  outer?.append("outer ", live.createElement("div"), live.createElement("a"));
  live.querySelector("table")?.append("loose text", live.createElement("span"));
  live.body.append(live.createElementNS("http://www.w3.org/2000/svg", "svg"));
  return live;
}

describe("takeSnapshot and rebuild", () => {
  it("give the same tree, so that every path in the copy leads to its element in the page", async () => {
    const live = await strangePage();
    const { copy } = await copied(live);
    const elements = [...copy.querySelectorAll("*")];
    expect(elements.map(({ localName }) => localName)).toEqual(
      [...live.querySelectorAll("*")].map(({ localName }) => localName),
    );
    for (const [index, element] of elements.entries())
      expect(locate(live, pathTo(element))).toBe(live.querySelectorAll("*")[index]);
    expect(copy.body.textContent).toBe(live.body.textContent);
    expect([copy.title, copy.documentElement.lang]).toEqual(["Kessel", "de"]);
  });

  it("follow open shadow roots and frames, one in the other", async () => {
    const live = await liveDocument("<div id=host></div><iframe id=frame></iframe>");
    const root = live.getElementById("host")?.attachShadow({ mode: "open" });
    root?.append("in the shadow", live.createElement("slot"));
    const frame = live.querySelector("iframe");
    const inner = frame?.contentDocument?.body.appendChild(frame.contentDocument.createElement("section"));
    inner?.attachShadow({ mode: "open" }).append("in the frame's shadow");
    const { copy } = await copied(live);
    const roots = await rootsOf(copy, new Slices());
    expect(roots.map(({ textContent }) => textContent ?? "")).toEqual([
      "",
      "in the shadow",
      "",
      "in the frame's shadow",
    ]);
    const deepest = hostOf(roots.at(-1) ?? copy);
    expect(locate(live, pathTo(deepest as Element))).toBe(inner);
  });

  it("copy nothing that a visitor typed, that runs, or that a form keeps", async () => {
    const live = await liveDocument(
      `<input value="typed" placeholder="p"><textarea>draft</textarea><input type=hidden value="secret-token">
       <select><option>chosen</option></select><script>var session = "programme";</script><style>b{}</style>
       <b onclick="run()" srcset="x" data-stars=4 style="width: 80%">shown</b><img src="data:image/png;base64,AAAA">
       <input type=radio name=stars value=4 checked>`,
    );
    (live.querySelector("textarea") as HTMLTextAreaElement).value = "typed later";
    const { snapshot, copy } = await copied(live);
    expect(snapshot.strings.join(" ")).not.toMatch(/typed|draft|secret-token|chosen|programme|run\(\)|AAAA/);
    expect(copy.querySelector("b")?.outerHTML).toBe('<b data-stars="4" style="width: 80%">shown</b>');
    expect(copy.querySelector("[type=radio]")?.getAttribute("value")).toBe("4");
  });

  it("keep data blocks that can hold reviews, and say when one is too large", async () => {
    const block = (type: string, text: string) => `<script type="${type}">${text}</script>`;
    const reviews = `{"reviews":[{"author":"Ann","rating":4,"date":"2025-06-08","reviewText":"Boils fast and never leaks."}]}`;
    const large = `{"reviews":"${"x".repeat(10_000_001)}"}`;
    const live = parsedDocument(
      `${block("application/json", reviews)}${block("text/javascript", "var menu = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")}${block("application/json", large)}`,
    );
    const { copy, snapshot } = await copied(live);
    expect([...copy.scripts].map(({ textContent }) => textContent?.length)).toEqual([reviews.length, 0, 0]);
    const { reviews: found, warnings } = await readSnapshot(snapshot);
    expect(found.map(({ body }) => body)).toEqual(["Boils fast and never leaks."]);
    expect(warnings.map(({ code }) => code)).toEqual(["data_too_large"]);
  });

  it("survive names that only a parser accepts, and a copy that was damaged on its way", async () => {
    const { snapshot, copy } = await copied(parsedDocument('<a"b x"y=1 __proto__=2 constructor=3><b>in it</b></a"b>'));
    expect(copy.querySelector("b")?.textContent).toBe("in it");
    const damaged = { ...snapshot, nodes: snapshot.nodes.map((code, index) => (index % 5 === 4 ? 9_999 : code)) };
    await expect(readSnapshot(damaged)).resolves.toMatchObject({ url: options.url });
  });

  it("stop when they are told to", async () => {
    const control = new AbortController();
    const copying = takeSnapshot(parsedDocument("<p>text</p>"), { ...options, signal: control.signal });
    control.abort(new Error("The page navigated away."));
    await expect(copying).rejects.toThrow("navigated away");
  });

  it("leave the page as it was", async () => {
    const live = await strangePage();
    const before = [live.documentElement.outerHTML, Object.getOwnPropertyNames(live.defaultView).length];
    await takeSnapshot(live, options);
    expect([live.documentElement.outerHTML, Object.getOwnPropertyNames(live.defaultView).length]).toEqual(before);
  });
});
