import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { locate } from "../../../lib/collect/document/path";
import { letPoint, type Pointing, pathFrom } from "../../../lib/collect/page/point";

const HINT = "Point at one review";
let control: AbortController;
let heard: string[];

beforeEach(() => {
  control = new AbortController();
  heard = [];
  document.body.innerHTML = `<main style="padding: 20px; font: 16px/1.4 sans-serif">
    <ul><li id="one"><b id="ann">Ann wrote</b> <a id="link" href="#gone"><span id="words">It boils fast</span></a></li>
    <li id="two"><b>Ben wrote</b> <button id="button" disabled>Report this</button></li></ul><div id="host"></div>
    <iframe id="frame" style="width: 300px; height: 90px; border: 5px solid"></iframe></main>`;
  const root = document.getElementById("host")?.attachShadow({ mode: "open" });
  root?.append(Object.assign(document.createElement("p"), { id: "inside", textContent: "In a shadow root" }));
  const framed = document.querySelector("iframe")?.contentDocument;
  framed?.body.append(Object.assign(framed.createElement("p"), { id: "framed", textContent: "In a frame" }));
  for (const type of ["pointerdown", "mousedown", "mouseup", "click", "keydown"])
    for (const at of [document.body, document.getElementById("words"), document.getElementById("link")])
      at?.addEventListener(type, () => heard.push(type), { signal: control.signal });
});

afterEach(() => {
  control.abort();
  document.body.replaceChildren();
  location.hash = "";
});

function begin(): Pointing {
  return letPoint(document, HINT, control.signal);
}
const layers = () => document.querySelectorAll("earshot-pointer");
const element = (id: string) => document.getElementById(id) as HTMLElement;

/** Clicks where an element is, whatever lies over it, as a hand does. */
async function clickAt(target: Element, frame?: Element): Promise<void> {
  const box = target.getBoundingClientRect();
  const outer = frame?.getBoundingClientRect();
  const layer = layers()[0];
  if (!layer) throw new Error("There is no layer to click on.");
  const x = box.x + 6 + (outer ? outer.x + (frame?.clientLeft ?? 0) : 0);
  const y = box.y + box.height / 2 + (outer ? outer.y + (frame?.clientTop ?? 0) : 0);
  await userEvent.click(layer, { position: { x, y } });
}

describe("pointing by mouse", () => {
  it("takes the innermost element clicked, and the page hears of nothing", async () => {
    const { taken } = begin();
    await clickAt(element("words"));
    expect(await taken).toBe(element("words"));
    expect(heard).toEqual([]);
    expect(location.hash).toBe("");
  });

  it("takes a button that is switched off", async () => {
    const { taken } = begin();
    await clickAt(element("button"));
    expect(await taken).toBe(element("button"));
  });

  it("reaches into open shadow roots and frames of the same site, and knows the way back", async () => {
    const inside = element("host").shadowRoot?.getElementById("inside");
    const first = begin();
    await clickAt(inside as Element);
    const shadowed = await first.taken;
    expect(shadowed).toBe(inside);
    expect(locate(document, pathFrom(document, shadowed as Element))).toBe(inside);

    const framed = document.querySelector("iframe")?.contentDocument?.getElementById("framed");
    const second = begin();
    await clickAt(framed as Element, element("frame"));
    const found = await second.taken;
    expect(found).toBe(framed);
    expect(locate(document, pathFrom(document, found as Element))).toBe(framed);
  });

  it("leaves no trace, and the page its clicks again", async () => {
    const before = document.documentElement.outerHTML;
    const { taken } = begin();
    expect(layers()).toHaveLength(1);
    expect(layers()[0]?.shadowRoot).toBeNull();
    await clickAt(element("words"));
    await taken;
    expect(document.documentElement.outerHTML).toBe(before);
    await userEvent.click(element("words"));
    expect(heard).toContain("click");
  });

  it("does not let the page take for the person", async () => {
    const { taken } = begin();
    const decided = vi.fn();
    void taken.then(decided);
    element("words").dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
    dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(decided).not.toHaveBeenCalled();
  });
});

describe("pointing by keys", () => {
  it("begins near the middle of the window, goes out, in and beside, and takes", async () => {
    const { taken, press } = begin();
    const first = press("ArrowDown");
    expect(first).not.toBe("");
    const outer = press("ArrowUp");
    expect(press("ArrowDown")).toBe(first); // back on the way it came
    expect(press("ArrowUp")).toBe(outer);
    for (let step = 0; step < 12; step += 1) press("ArrowUp");
    press("ArrowRight"); // there is nothing beside all of it
    const whole = "Ann wrote It boils fast Ben wrote Report this";
    expect(press("ArrowDown")).toBe(whole);
    expect(press("ArrowDown")).toBe("Ann wrote It boils fast");
    expect(press("ArrowDown")).toBe("Ann wrote");
    expect(press("ArrowRight")).toBe("It boils fast");
    expect(press("ArrowRight")).toBe("It boils fast");
    expect(press("ArrowLeft")).toBe("Ann wrote");
    press("Enter");
    expect(await taken).toBe(element("ann"));
  });

  it("hears the keys pressed on the page, and keeps them from it", async () => {
    const { taken, press } = begin();
    press("ArrowUp");
    await userEvent.keyboard("{ArrowUp}{Enter}");
    expect(await taken).toBeInstanceOf(Element);
    expect(heard).toEqual([]);
  });

  it("lets other keys through", async () => {
    begin();
    await userEvent.keyboard("A");
    expect(heard).toContain("keydown");
  });

  it("ends without anything by Escape, and with its signal", async () => {
    const first = begin();
    first.press("ArrowUp");
    await userEvent.keyboard("{Escape}");
    expect(await first.taken).toBeUndefined();
    expect(layers()).toHaveLength(0);
    const second = begin();
    second.press("ArrowUp");
    control.abort();
    expect(await second.taken).toBeUndefined();
    expect(layers()).toHaveLength(0);
  });
});
