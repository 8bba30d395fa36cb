import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { clearHighlight, showQuote } from "../../../lib/annotate/show-quote";
import { filler, insideOf, openShadow, said, show, showFrame } from "./page";

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  window.scrollTo(0, 0);
});

type View = Window & typeof globalThis;

/** What is lit up now, by tone. */
function lit(view: View = window): { quote?: string; record?: string } {
  const words = (tone: string): string | undefined =>
    said([...(view.CSS.highlights.get(`earshot-${tone}`) ?? [])][0] as Range);
  return { quote: words("quote"), record: words("record") };
}

const display = (element: Element): string => getComputedStyle(element).display;
const inView = (element: Element): boolean => {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= window.innerHeight;
};

const body = "I wanted to like them.\nThe hinge cracked after seven weeks. Never again, I am afraid.";
const text = "The hinge cracked after seven weeks.";
const article = (id: string, inner: string): string => `<article id="${id}">${inner}</article>`;
const paragraphs =
  "<p>I wanted to like them.</p><p id='it'>The hinge cracked after seven weeks. Never again, I am afraid.</p>";

describe("showing a quote", () => {
  it("scrolls to it and lights it up, the page unchanged", async () => {
    const page = show(filler(20_000) + article("r1", paragraphs) + filler(20_000));
    const before = page.outerHTML;
    expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("quote");
    expect(lit()).toEqual({ quote: "The hinge cracked after seven weeks.", record: undefined });
    expect(inView(page.querySelector("#it") as Element)).toBe(true);
    expect(page.outerHTML).toBe(before);
    expect(getComputedStyle(page.querySelector("#it") as Element, "::highlight(earshot-quote)").backgroundColor).toBe(
      "rgb(255, 215, 94)",
    );
  });

  it("finds the review by its body when the selector is missing, broken or names another one", async () => {
    show(article("other", "<p>The hinge cracked after seven weeks. So what?</p>") + article("r1", paragraphs));
    for (const selector of [undefined, "#gone", "][", "#other"]) {
      expect(await showQuote(document, { selector, body, text }, stop)).toBe("quote");
      const [range] = [...(CSS.highlights.get("earshot-quote") ?? [])] as Range[];
      expect(range?.startContainer.parentElement?.id).toBe("it");
    }
  });

  it("lights the record up when the quote is not in what the page shows of it", async () => {
    show(
      article(
        "r1",
        "<p>I wanted to like them, they came in a lovely box and I wore them every day on the train … <a>Read more</a></p>",
      ),
    );
    const long =
      "I wanted to like them, they came in a lovely box and I wore them every day on the train until the hinge cracked.";
    expect(await showQuote(document, { selector: "#r1", body: long, text: "until the hinge cracked." }, stop)).toBe(
      "record",
    );
    expect(lit().record).toMatch(/^I wanted .* on the train$/);
  });

  it("shows nothing rather than somebody else's words", async () => {
    show(`${article("twin", `<p>${body.replace("hinge", "cable").replace("\n", " ")}</p>`)}<p>Great!</p><p>Great!</p>`);
    expect(await showQuote(document, { selector: "#twin", body, text }, stop)).toBe("nothing");
    expect(await showQuote(document, { body, text: "Never again, I am afraid." }, stop)).toBe("nothing");
    expect(await showQuote(document, { body: "Great!", text: "Great!" }, stop)).toBe("nothing");
    expect(await showQuote(document, { selector: "#twin", body: "", text: "" }, stop)).toBe("nothing");
    expect(lit()).toEqual({ quote: undefined, record: undefined });
  });

  it("does not take a short body for a part of a longer one", async () => {
    show("<p>Not good at all.</p><p id='short'><b>Good</b>!</p>");
    expect(await showQuote(document, { body: "Good!", text: "Good!" }, stop)).toBe("quote");
    const [range] = [...(CSS.highlights.get("earshot-quote") ?? [])] as Range[];
    expect(range?.startContainer.parentElement?.parentElement?.id).toBe("short");
  });

  it("replaces what was shown before", async () => {
    show(article("r1", paragraphs));
    await showQuote(document, { selector: "#r1", body, text }, stop);
    await showQuote(document, { selector: "#r1", body, text: "Never again, I am afraid." }, stop);
    expect(lit().quote).toBe("Never again, I am afraid.");
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it("ends on Escape, on clearHighlight and when stopped", async () => {
    show(article("r1", paragraphs));
    const ends = [
      () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
      () => clearHighlight(document),
      () => stop.abort(),
    ];
    for (const end of ends) {
      expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("quote");
      end();
      expect(lit()).toEqual({ quote: undefined, record: undefined });
      expect(document.adoptedStyleSheets).toEqual([]);
    }
    expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("nothing");
  });

  it("leaves the page's own highlights and style sheets alone", async () => {
    const page = show(article("r1", paragraphs));
    const own = new Highlight(new Range());
    const sheet = new CSSStyleSheet();
    CSS.highlights.set("own", own);
    document.adoptedStyleSheets = [sheet];
    onTestFinished(() => {
      CSS.highlights.clear();
      document.adoptedStyleSheets = [];
    });
    await showQuote(document, { selector: "#r1", body, text }, stop);
    clearHighlight(document);
    expect(CSS.highlights.get("own")).toBe(own);
    expect(document.adoptedStyleSheets).toEqual([sheet]);
    expect(page.querySelector("[style]")).toBeNull();
  });
});

describe("a collapsed review", () => {
  const first = "<p>I wanted to like them.</p>";
  const rest = "<p>The hinge cracked after seven weeks. Never again, I am afraid.</p>";

  it.each([
    ["by display: none", `${first}<div id="part" style="display: none;">${rest}</div>`],
    ["by a class", `<style>.more { display: none }</style>${first}<div id="part" class="more">${rest}</div>`],
    [
      "by an important rule",
      `<style>.more { display: none !important }</style>${first}<div id="part" class="more">${rest}</div>`,
    ],
    ["by the hidden attribute", `${first}<div id="part" hidden>${rest}</div>`],
    [
      "inside a line",
      `<p>I wanted to like them. <span id="part" hidden>The hinge cracked after seven weeks. Never again, I am afraid.</span></p>`,
    ],
    ["by visibility", `${first}<div id="part" style="visibility: hidden;">${rest}</div>`],
    ["until found", `${first}<div id="part" hidden="until-found">${rest}</div>`],
  ])("%s is opened and put back", async (_how, inner) => {
    const page = show(article("r1", inner));
    const before = page.outerHTML;
    const part = page.querySelector("#part") as Element;
    const was = display(part);
    expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("quote");
    expect(part.checkVisibility({ visibilityProperty: true })).toBe(true);
    expect(part.getBoundingClientRect().height).toBeGreaterThan(5);
    clearHighlight(document);
    expect(display(part)).toBe(was);
    expect(page.outerHTML).toBe(before);
  });

  it("in details is opened", async () => {
    const page = show(article("r1", `${first}<details><summary>Read more</summary>${rest}</details>`));
    expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("quote");
    expect(page.querySelector("details")?.open).toBe(true);
  });

  it.each([
    ["a height", "max-height: 30px; overflow: hidden"],
    [
      "a number of lines",
      "display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden",
    ],
    ["a fading height", "height: 30px; overflow: clip; mask-image: linear-gradient(#000, transparent)"],
  ])("clipped to %s is shown whole and put back", async (_how, style) => {
    const page = show(
      article("r1", `<div id="clip" style="${style}">${first}<p>${"Much was good. ".repeat(40)}</p>${rest}</div>`),
    );
    const clip = page.querySelector("#clip") as Element;
    const before = clip.getBoundingClientRect().height;
    const long = `I wanted to like them.\n${"Much was good. ".repeat(40).trim()}\n${body.split("\n")[1]}`;
    expect(await showQuote(document, { selector: "#r1", body: long, text }, stop)).toBe("quote");
    expect(clip.getBoundingClientRect().height).toBeGreaterThan(before + 40);
    expect(inView(page.querySelector("#clip p:last-child") as Element)).toBe(true);
    clearHighlight(document);
    expect(clip.getBoundingClientRect().height).toBe(before);
    expect(clip.getAttribute("style")?.replace(/;$/, "")).toContain("overflow");
  });

  it("shows the visible one of two copies and opens no other", async () => {
    const page = show(article("narrow", paragraphs.replace("it", "hidden-it")) + article("wide", paragraphs));
    (page.querySelector("#narrow") as HTMLElement).style.display = "none";
    expect(await showQuote(document, { body, text }, stop)).toBe("quote");
    expect(display(page.querySelector("#narrow") as Element)).toBe("none");
  });

  it("does not press the page's buttons", async () => {
    const page = show(article("r1", `${first}<div hidden>${rest}</div><button>Read more</button>`));
    let pressed = 0;
    page.addEventListener("click", () => pressed++);
    expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("quote");
    expect(pressed).toBe(0);
  });
});

describe("other trees and boxes", () => {
  it("lights up inside a shadow tree", async () => {
    const page = show(`${filler(9_000)}<x-card></x-card>${filler(9_000)}`);
    const root = openShadow(page.querySelector("x-card") as HTMLElement, article("r1", paragraphs));
    expect(await showQuote(document, { body, text }, stop)).toBe("quote");
    expect(root.adoptedStyleSheets).toHaveLength(1);
    expect(inView(root.querySelector("#it") as Element)).toBe(true);
    clearHighlight(document);
    expect(root.adoptedStyleSheets).toHaveLength(0);
  });

  it("scrolls boxes inside boxes, a frame and the page around it, once", async () => {
    show(filler(9_000));
    const box = `<div id="box" style="height: 200px; overflow: auto">${filler(5_000)}${article("r1", paragraphs)}${filler(5_000)}</div>`;
    const frame = await showFrame(filler(5_000) + box + filler(5_000), "height: 300px; display: block");
    show(filler(9_000));
    const inner = insideOf(frame);
    expect(await showQuote(document, { body, text }, stop)).toBe("quote");
    expect(lit(inner.window).quote).toBe("The hinge cracked after seven weeks.");
    const it = (inner.document.querySelector("#it") as Element).getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    expect(it.top).toBeGreaterThanOrEqual(0);
    expect(it.bottom).toBeLessThanOrEqual(inner.window.innerHeight);
    expect(around.top + it.top).toBeGreaterThanOrEqual(0);
    expect(around.top + it.bottom).toBeLessThanOrEqual(window.innerHeight);
  });

  it("does not scroll when the quote is well in view", async () => {
    show(`<div style="height: 40vh"></div>${article("r1", paragraphs)}${filler(9_000)}`);
    let scrolled = 0;
    document.addEventListener("scroll", () => scrolled++, { signal: stop.signal });
    expect(await showQuote(document, { selector: "#r1", body, text }, stop)).toBe("quote");
    expect([scrolled, window.scrollY]).toEqual([0, 0]);
  });

  it("lays boxes over the words where the browser has no highlights", async () => {
    const frame = await showFrame(filler(5_000) + article("r1", paragraphs), "height: 300px");
    const { document: page, window: view } = insideOf(frame);
    Object.defineProperty(view, "Highlight", { value: undefined });
    const before = page.body.outerHTML;
    expect(await showQuote(page, { selector: "#r1", body, text }, stop)).toBe("quote");
    expect(page.querySelectorAll("earshot-highlight")).toHaveLength(1);
    expect(page.body.outerHTML).toBe(before);
    clearHighlight(page);
    expect(page.querySelector("earshot-highlight")).toBeNull();
  });
});

describe("a large page", () => {
  /** About 20 MB of markup, 40,000 reviews. */
  const large = (): HTMLElement => {
    const words = "the strap of this one is soft and the colour has faded a little since we bought it in spring";
    const review = (at: number): string =>
      `<div class="r" id="n${at}"><span>★★★★☆</span> <b>reviewer ${at}</b><p>${`Number ${at}: ${words}. `.repeat(4)}</p></div>`;
    return show(Array.from({ length: 40_000 }, (_, at) => review(at)).join("") + article("r1", paragraphs));
  };

  it("is searched quickly", async () => {
    const page = large();
    expect(page.outerHTML.length).toBeGreaterThan(18_000_000);
    page.getBoundingClientRect();
    const took = async (selector: string | undefined, of: string, quote: string): Promise<[string, number]> => {
      const start = performance.now();
      const shown = await showQuote(document, { selector, body: of, text: quote }, stop);
      return [shown, Math.round(performance.now() - start)];
    };
    const results = {
      bySelector: await took("#r1", body, text),
      byBody: await took(undefined, body, text),
      absent: await took("#r1", body.replace("hinge", "cable"), text),
    };
    console.log("20 MB page", JSON.stringify(results));
    expect(results.bySelector[0]).toBe("quote");
    expect(results.byBody[0]).toBe("quote");
    expect(results.absent[0]).toBe("nothing");
    for (const [, time] of Object.values(results)) expect(time).toBeLessThan(10_000);
  });
});
