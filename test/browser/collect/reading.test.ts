import { afterEach, describe, expect, it, vi } from "vitest";
import { locate } from "../../../lib/collect/document/path";
import { normalise } from "../../../lib/collect/normalise/normalise";
import { watchForMore } from "../../../lib/collect/page/watch";
import { collect } from "../../../lib/collect/read/collect";
import { glance } from "../../../lib/collect/read/glance";
import { liveDocument, parsedDocument } from "./documents";

const NOW = new Date("2026-03-15T12:00:00Z");
const options = { url: "https://shop.example/kettle", now: NOW };

function card(author: string, text: string, day = 8): string {
  return `<div class="review-card"><strong class="reviewer">${author}</strong> <span aria-label="4 out of 5 stars"></span>
    <time datetime="2025-06-${String(day).padStart(2, "0")}">June</time><p class="review-text">${text}</p><button>Report</button></div>`;
}

function page(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>Kettle</title>${head}</head><body><h1>Kettle</h1>${body}</body></html>`;
}

const LIST = page(
  `<section class="reviews">${card("Ann", "Boils fast, which is what I asked of it.")}${card("Ben", "Too loud for the morning.", 9)}</section>`,
);

afterEach(() => document.body.replaceChildren());

describe("collect", () => {
  it("reads open shadow roots and frames, and finds the way back into them", async () => {
    const live = await liveDocument(page('<div id="host"></div><iframe id="inner"></iframe>'));
    const host = live.getElementById("host");
    const root = host?.attachShadow({ mode: "open" });
    const template = parsedDocument(LIST);
    root?.append(...live.importNode(template.body, true).childNodes);
    const inner = live.querySelector("iframe")?.contentDocument;
    inner?.body.append(
      ...inner.importNode(
        parsedDocument(page(`<section class="reviews">${card("Cleo", "Framed, and still mine.", 10)}</section>`)).body,
        true,
      ).childNodes,
    );
    const { reviews } = await collect(live, options);
    expect(reviews.map(({ author }) => author).sort()).toEqual(["Ann", "Ben", "Cleo"]);
    for (const { selector, body } of reviews) {
      expect(selector).toContain(" >>> ");
      expect(locate(live, selector ?? "")?.textContent).toContain(body);
    }
  });

  it("gives the page its turn while it reads twenty megabytes", async () => {
    const filler = `<p>${"Nothing to read here, just a very long page. ".repeat(20)}</p>`.repeat(23_000);
    const html = page(
      `${filler}<section class="reviews">${card("Ann", "Down here!")}${card("Ben", "Me too!", 9)}</section>`,
    );
    expect(html.length).toBeGreaterThan(20_000_000);
    const big = parsedDocument(html);
    const held = await longestHold(() => collect(big, options));
    expect(held.result.reviews.map(({ body }) => body)).toEqual(["Down here!", "Me too!"]);
    expect(held.longest).toBeLessThan(250); // slices are 16 ms; the rest is a busy test machine
  });

  it("reads a review of 50,000 characters", async () => {
    const long = "It boils. ".repeat(5000).trim();
    const { reviews } = await collect(
      parsedDocument(page(`<section class="reviews">${card("Ann", long)}${card("Ben", "Short.", 9)}</section>`)),
      options,
    );
    expect(reviews.map(({ body }) => body.length)).toEqual([long.length, 6]);
  });

  it("stops when it is told to", async () => {
    const control = new AbortController();
    const reading = collect(parsedDocument(LIST), { ...options, signal: control.signal });
    control.abort(new Error("The page navigated away."));
    await expect(reading).rejects.toThrow("navigated away");
  });

  it("reads on when a page lies to one of its readers", async () => {
    const live = await liveDocument(LIST);
    const script = live.createElement("script");
    script.type = "application/ld+json";
    script.textContent = '{"@type":"Product","name":"Kettle"}';
    Object.defineProperty(script, "textContent", {
      get: () => {
        throw new Error("trap");
      },
    });
    live.head.append(script);
    const capture = await collect(live, options);
    expect(capture.reviews).toHaveLength(2);
    expect(capture.warnings).toEqual([
      { code: "part_failed", message: expect.stringContaining("JSON-LD could not be read (trap)") },
    ]);
  });

  it("runs nothing that a page brings and changes nothing in it", async () => {
    const live = await liveDocument(
      page(
        `<script>window.ran = 1</script><section class="reviews">${card("Ann", "&lt;img src=x onerror=alert(1)&gt;")}${card("Ben", "<b>bold</b> words", 9)}</section>`,
      ),
    );
    const before = live.documentElement.outerHTML;
    const { reviews } = await normalise(await collect(live, options));
    expect(live.documentElement.outerHTML).toBe(before);
    expect(reviews.map(({ body }) => body)).toEqual(["<img src=x onerror=alert(1)>", "bold words"]);
  });
});

/** Runs a task and measures the longest time the page did not get its turn, in milliseconds. */
async function longestHold<T>(task: () => Promise<T>): Promise<{ result: T; longest: number }> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const result = await task();
  clearInterval(timer);
  return { result, longest };
}

describe("glance", () => {
  it("counts by kind and says what exists in all", async () => {
    const head =
      '<script type="application/ld+json">{"@type":"Product","name":"Dawn","aggregateRating":{"ratingValue":4,"reviewCount":204}}</script>';
    const summary = await glance(parsedDocument(LIST.replace("</head>", `${head}</head>`)), options);
    expect(summary).toMatchObject({
      name: "Dawn",
      site: "shop.example",
      reviews: 2,
      comments: 0,
      total: 204,
      hasMore: true,
      how: "structure",
    });
  });
});

describe("watchForMore", () => {
  it("tells once after several additions, and nothing after its end", async () => {
    const live = await liveDocument(LIST);
    const control = new AbortController();
    const onMore = vi.fn();
    watchForMore(live, onMore, control.signal);
    const add = (text: string) =>
      live.body.append(live.importNode(parsedDocument(card("Dee", text)).body.firstElementChild ?? live.body, true));
    add("Fresh words, just loaded by the button below.");
    add("More fresh words, loaded a moment later.");
    await vi.waitFor(() => expect(onMore).toHaveBeenCalledTimes(1), { timeout: 4000 });
    control.abort();
    add("Nobody listens to these words any longer.");
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(onMore).toHaveBeenCalledTimes(1);
  });
});
