/** The whole main job on the built extension and the sample shop: read, understand, reload, ask, quit and resume. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionBrowser, launchExtension } from "../../scripts/demo/extension-browser";
import { falseQuotes, readLedger } from "../../scripts/demo/ledger";
import {
  askQuestion,
  firstSentence,
  openInterview,
  openPlace,
  personaNames,
  startReading,
  waitUntilUnderstood,
} from "../../scripts/demo/panel-driver";
import { type Shop, startShop } from "../../scripts/demo/shop-server";
import { expected } from "../fixtures/shop/expected";

const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");
const profile = mkdtempSync(join(tmpdir(), "earshot-e2e-"));
const [product] = expected;
if (!product) throw new Error("The sample shop has no products.");

let browser: ExtensionBrowser;
let shop: Shop;
let page: Page;
let panel: Page;

async function start(): Promise<void> {
  browser = await launchExtension({ extension: EXTENSION, profile, locale: "en-US" });
  page = await browser.context.newPage();
  await page.goto(`${shop.url}${product?.path}`);
  panel = await browser.openPanel(page);
}

beforeAll(async () => {
  shop = await startShop({ port: 0 });
  await start();
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
  rmSync(profile, { recursive: true, force: true });
});

describe("the main job", () => {
  it("says what it sees before anything is pressed", async () => {
    expect(await firstSentence(panel)).toContain(`${product.ratingCount} in all`);
    expect(await panel.getByRole("heading", { level: 1 }).textContent()).toContain(product.name.split(" ")[0]);
  });

  it("reads every review of every page once and understands it", async () => {
    await startReading(panel);
    await waitUntilUnderstood(panel);
    const { reviews, sentences } = await readLedger(panel);
    expect(reviews.filter((review) => review.kind === "review")).toHaveLength(product.reviews);
    expect(reviews.filter((review) => review.understood === 0)).toEqual([]);
    const bodies = new Map(reviews.map((review) => [review.id, review.body]));
    for (const { reviewId, start, end } of sentences)
      expect(bodies.get(reviewId)?.slice(start, end).trim()).not.toBe("");
  });

  it("shows themes whose quotes are verbatim, and takes a click on a quote to its place on the page", async () => {
    const { themes, reviews } = await readLedger(panel);
    expect(themes.length).toBeGreaterThan(2);
    const ids = new Set(reviews.map((review) => review.id));
    for (const theme of themes) expect(theme.quotes.every((quote) => ids.has(quote.reviewId))).toBe(true);
    await openPlace(panel, "Reviews");
    const card = panel
      .locator("article")
      .filter({ has: panel.getByRole("button", { name: "Show on page" }) })
      .first();
    await card.getByRole("button", { name: "Show on page" }).click();
    await page.waitForFunction(() => (CSS as unknown as { highlights: { size: number } }).highlights.size > 0);
  });

  it("answers from evidence, with quotes that somebody really wrote", async () => {
    const personas = await personaNames(panel);
    expect(personas.length).toBeGreaterThanOrEqual(2);
    await openInterview(panel);
    const answer = await askQuestion(panel, "What bothers you about it?");
    expect(answer).toMatch(/of us/);
    expect(await panel.locator(".turn figure.quote").count()).toBeGreaterThan(0);
    expect(await panel.getByText("simulated").count()).toBeGreaterThan(0);
  });

  it("says openly when the reviewers do not talk about something", async () => {
    expect(await askQuestion(panel, "How do you file your tax return?")).toMatch(/talks? about that/);
    const ledger = await readLedger(panel);
    expect(ledger.conversations.flatMap(({ turns }) => turns)).toHaveLength(2);
    expect(ledger.conversations[0]?.turns[1]?.answer?.covered).toBe(false);
    expect(falseQuotes(ledger)).toEqual([]);
  });

  it("changes nothing when the same page is read again", async () => {
    const before = await readLedger(panel);
    await page.reload();
    await browser.openPanel(page);
    await panel.getByRole("button", { name: "Read again" }).click();
    await waitUntilUnderstood(panel);
    const after = await readLedger(panel);
    expect(after.reviews.map((review) => review.id)).toEqual(before.reviews.map((review) => review.id));
    expect(after.subjects).toHaveLength(1);
    expect(after.sentences).toHaveLength(before.sentences.length);
  });

  it("has everything after quitting, and answers on", async () => {
    const before = await readLedger(panel);
    await browser.close();
    await start();
    const after = await readLedger(panel);
    expect(after.reviews).toHaveLength(before.reviews.length);
    await personaNames(panel);
    await openInterview(panel);
    expect(await panel.locator(".turn").count()).toBe(2);
    expect(await askQuestion(panel, "Would you buy it again?")).not.toBe("");
  });

  it("sends nothing anywhere", () => {
    expect(browser.network.attempts).toEqual([]);
  });
});
