/** Reading on in the person's own tab, with the built extension: a list with Load more, an endless one, a page that becomes another. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionBrowser, launchExtension } from "../../scripts/demo/extension-browser";
import { readLedger } from "../../scripts/demo/ledger";
import { firstSentence, startReading } from "../../scripts/demo/panel-driver";
import { type Shop, startShop } from "../../scripts/demo/shop-server";
import { expected } from "../fixtures/shop/expected";

const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");
const [headphones, vacuum, backpack] = expected;
if (!headphones || !vacuum || !backpack) throw new Error("The sample shop has too few products.");

let browser: ExtensionBrowser;
let shop: Shop;

beforeAll(async () => {
  shop = await startShop({ port: 0 });
  browser = await launchExtension({ extension: EXTENSION, locale: "en-US" });
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

async function open(path: string): Promise<{ page: Page; panel: Page }> {
  const page = await browser.context.newPage();
  await page.goto(`${shop.url}${path}`);
  return { page, panel: await browser.openPanel(page) };
}

async function storedOf(panel: Page, name: string) {
  const { subjects, reviews } = await readLedger(panel);
  const subject = subjects.find((one) => one.name === name);
  const own = reviews.filter((review) => review.subjectId === subject?.id && review.kind === "review");
  return { coverage: subject?.coverage, reviews: own };
}

describe("reading on in the tab", () => {
  let tab: Awaited<ReturnType<typeof open>>;

  it("says beforehand what it will do, then presses Load more and can be stopped", async () => {
    tab = await open(`/opinions/${backpack.slug}`);
    const { page, panel } = tab;
    expect(await firstSentence(panel)).toContain("10 reviews on this page");
    await panel.getByText("presses “Load more” and scrolls for you").waitFor();
    expect(await startReading(panel)).toBe("Read all pages");
    await panel.getByText("Pressing “Load more reviews”").waitFor({ timeout: 30_000 });
    await page.waitForFunction(() => document.querySelectorAll(".entry").length > 10);
    await panel.getByRole("button", { name: "Stop" }).click();
    await panel.getByText("You stopped the reading").waitFor({ timeout: 20_000 });
    expect((await storedOf(panel, backpack.name)).coverage?.why).toBe("stopped");
  });

  it("goes on where it was, also after the panel was closed and opened again, and reads every review once", async () => {
    const { page, panel } = tab;
    await panel.reload();
    await panel.getByText("You stopped the reading").waitFor({ timeout: 20_000 });
    const button = page.locator(".load-more");
    expect(await button.count()).toBe(1);
    await panel.locator(".notice").getByRole("button", { name: "Go on" }).click();
    await expect
      .poll(async () => (await storedOf(panel, backpack.name)).reviews.length, { timeout: 60_000 })
      .toBe(backpack.reviews);
    await expect
      .poll(async () => (await storedOf(panel, backpack.name)).coverage?.why, { timeout: 60_000 })
      .toMatch(/^(all|end)$/);
    expect(await button.count()).toBe(0);
    // the basket, the cookies and the newsletter were left alone
    expect(await page.locator("[data-basket]").textContent()).toBe("0");
    expect(shop.requests.filter((path) => path.startsWith("/newsletter"))).toEqual([]);
    await page.close();
  });

  it("scrolls an endless list to its end, and back", async () => {
    const { page, panel } = await open(`/opinions/${headphones.slug}?endless`);
    await startReading(panel);
    await expect
      .poll(async () => (await storedOf(panel, headphones.name)).reviews.length, { timeout: 90_000 })
      .toBe(headphones.reviews);
    await expect
      .poll(async () => (await storedOf(panel, headphones.name)).coverage?.why, { timeout: 60_000 })
      .toMatch(/^(all|end)$/);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.close();
  });

  it("looks again when a page becomes another without a load, and not for a place in the page", async () => {
    const { page, panel } = await open(vacuum.path);
    await firstSentence(panel);
    const heading = panel.getByRole("heading", { level: 1 });
    expect(await heading.textContent()).toBe(vacuum.name);
    // whoever looked again would see another name
    await page.evaluate(() => {
      const name = document.querySelector("h1");
      if (name) name.textContent = "Renamed";
      history.pushState({}, "", "#questions");
    });
    await page.waitForTimeout(1_500);
    expect(await heading.textContent()).toBe(vacuum.name);
    await page.evaluate(() => {
      history.pushState({}, "", "/product/teapot");
      document.title = "Teapot";
      document.querySelector("link[rel=canonical]")?.remove();
      const main = document.querySelector("main");
      if (main) main.textContent = "A teapot. Nobody has said a word about it so far.";
    });
    await panel.getByText("No reviews found on this page").waitFor({ timeout: 20_000 });
    await page.close();
  });

  it("sends nothing anywhere", () => {
    expect(browser.network.attempts).toEqual([]);
  });
});
