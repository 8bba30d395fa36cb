/** Whatever a page is made of: reading it ends, soon, without an error, and runs nothing. */
import { describe, expect, it } from "vitest";
import { normalise } from "../../../lib/collect/normalise/normalise";
import { takeSnapshot } from "../../../lib/collect/page/take-snapshot";
import { readSnapshot } from "../../../lib/collect/read/read-snapshot";
import { liveDocument, parsedDocument } from "./documents";
import { hostileHtml } from "./hostile";

const PAGES = 2000;
const GROUP = 250;
/** Milliseconds one page may take. */
const PATIENCE = 2000;

async function read(document: Document) {
  const began = performance.now();
  const snapshot = await takeSnapshot(document, { url: "https://shop.example/p", now: new Date() });
  const { reviews, subject } = await normalise(await readSnapshot(snapshot));
  return { reviews, subject, time: performance.now() - began };
}

describe("two thousand generated pages", () => {
  const groups = Array.from({ length: PAGES / GROUP }, (_, index) => index * GROUP);
  it.each(groups)("are read without an error, from number %i on", async (from) => {
    let readable = 0;
    for (let seed = from; seed < from + GROUP; seed += 1) {
      const { reviews, time } = await read(parsedDocument(hostileHtml(seed))).catch((cause) => {
        throw new Error(`Page ${seed} could not be read.`, { cause });
      });
      if (reviews.length > 0) readable += 1;
      expect(time, `milliseconds for page ${seed}`).toBeLessThan(PATIENCE);
      for (const { body, rating, ratingScale = 0, date } of reviews) {
        expect(typeof body).toBe("string");
        if (rating !== undefined) expect(rating >= 0 && rating <= ratingScale, `rating on page ${seed}`).toBe(true);
        if (date) expect(Number.isNaN(Date.parse(date.length === 4 ? `${date}-01-01` : date))).toBe(false);
      }
    }
    expect(readable, "pages with something to parse").toBeGreaterThan(GROUP / 20);
    expect(Reflect.has(window, "ran")).toBe(false);
    expect(Reflect.has(Object.prototype, "x")).toBe(false);
  });

  it("run no script of the page, also where it is shown", async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const live = await liveDocument(hostileHtml(seed));
      await read(live);
      expect(Reflect.has(live.defaultView ?? {}, "ran")).toBe(false);
    }
  });

  it("of two thousand like records and of two thousand levels are no trap", async () => {
    const card = (n: number) =>
      `<li class="review"><b class="author">Ann ${n}</b> <time>2025-06-08</time><p>Boils fast, ${n} times.</p></li>`;
    const cards = Array.from({ length: 2000 }, (_, n) => card(n)).join("");
    const list = await read(parsedDocument(`<ul>${cards}</ul>`));
    expect(list.reviews).toHaveLength(2000);
    expect(list.time).toBeLessThan(20_000);
    const deep = await read(parsedDocument(`${'<div class="comment">'.repeat(400)}deep${"</div>".repeat(400)}`));
    expect(deep.time).toBeLessThan(PATIENCE);
    const live = parsedDocument("<body></body>");
    let at: Element = live.body;
    for (let level = 0; level < 2000; level += 1) at = at.appendChild(live.createElement("div"));
    at.textContent = "down here";
    expect((await read(live)).time).toBeLessThan(PATIENCE);
  });
});
