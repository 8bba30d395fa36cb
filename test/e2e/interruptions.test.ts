/** What happens in the middle: killed engines, closed panels, pages that leave, two tabs, pages that have nothing. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionBrowser, launchExtension } from "../../scripts/demo/extension-browser";
import { readLedger } from "../../scripts/demo/ledger";
import { firstSentence, startReading, waitUntilUnderstood } from "../../scripts/demo/panel-driver";
import { killEngine } from "./engine";
import { kettleReviews, type LocalSite, productPage, startSite } from "./local-site";

const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");
const BROKEN_DATA = '<script type="application/ld+json">{"@type":"Product","review":[{"@type":"Review",}</script>';

let browser: ExtensionBrowser;
let site: LocalSite;

beforeAll(async () => {
  site = await startSite({
    "/kettle": productPage("Sample kettle", kettleReviews(90)),
    "/pan": productPage(
      "Sample pan",
      kettleReviews(12).map((text) => text.replace("it boils", "the pan boils")),
      BROKEN_DATA,
    ),
    "/odd": productPage("Sample oddity", [
      "👍👍👍",
      "",
      `It goes on. ${"On and on it went. ".repeat(2_700)}`,
      ...kettleReviews(5),
    ]),
    "/empty": "<!doctype html><title>About</title><h1>About us</h1><p>We make kettles in a small town by the sea.</p>",
  });
  browser = await launchExtension({ extension: EXTENSION, locale: "en-US" });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(path: string): Promise<{ page: Page; panel: Page }> {
  const page = await browser.context.newPage();
  await page.goto(`${site.url}${path}`);
  return { page, panel: await browser.openPanel(page) };
}

async function waitingReviews(panel: Page): Promise<number> {
  return (await readLedger(panel)).reviews.filter((review) => review.understood === 0).length;
}

describe("in the middle of things", () => {
  it("says what was looked for on a page without reviews", async () => {
    const { page, panel } = await open("/empty");
    expect(await firstSentence(panel)).toContain("No reviews");
    await page.close();
  });

  it("takes up what a killed engine left behind", async () => {
    const { page, panel } = await open("/kettle");
    await startReading(panel);
    await expect.poll(async () => (await readLedger(panel)).reviews.length, { timeout: 30_000 }).toBe(90);
    await expect.poll(async () => (await readLedger(panel)).sentences.length, { timeout: 60_000 }).toBeGreaterThan(0);
    expect(await waitingReviews(panel)).toBeGreaterThan(0);
    await killEngine(browser);
    await panel.reload();
    await expect.poll(() => waitingReviews(panel), { timeout: 90_000 }).toBe(0);
    await page.close();
  });

  it("goes on when the panel is closed, and two tabs are two subjects", async () => {
    const first = await open("/pan");
    await startReading(first.panel);
    const second = await open("/odd");
    await startReading(second.panel);
    await waitUntilUnderstood(second.panel);
    await expect.poll(() => waitingReviews(second.panel), { timeout: 60_000 }).toBe(0);
    const { subjects, reviews } = await readLedger(second.panel);
    expect(subjects.map((subject) => subject.name)).toEqual(expect.arrayContaining(["Sample pan", "Sample oddity"]));
    const byName = new Map(subjects.map((subject) => [subject.name, subject.id]));
    expect(reviews.filter((review) => review.subjectId === byName.get("Sample pan"))).toHaveLength(12);
    await first.page.close();
    await second.page.close();
  });

  it("reads empty, emoji-only and endless bodies without losing their neighbours", async () => {
    const { page, panel } = await open("/odd");
    const { subjects, reviews } = await readLedger(panel);
    const odd = reviews.filter(
      (review) => review.subjectId === subjects.find(({ name }) => name === "Sample oddity")?.id,
    );
    expect(odd.some((review) => review.body.length > 45_000)).toBe(true);
    expect(odd.find((review) => review.body.includes("👍"))?.finding?.flags).toContain("no-words");
    expect(odd.filter((review) => /colour is number/.test(review.body))).toHaveLength(5);
    expect(odd.filter((review) => review.failure)).toEqual([]);
    await page.close();
  });

  it("keeps what was read when the page navigates away", async () => {
    const { page, panel } = await open("/kettle");
    await panel.getByRole("button", { name: /^Read (again|the reviews)$/ }).click();
    await page.goto(`${site.url}/empty`);
    await panel.getByText("No reviews found on this page").waitFor({ timeout: 30_000 });
    expect((await readLedger(panel)).reviews.length).toBeGreaterThanOrEqual(90);
    await page.close();
  });

  it("sends nothing anywhere meanwhile", () => {
    expect(browser.network.attempts).toEqual([]);
  });

  it("says that the browser's own pages are closed to it", async () => {
    const page = await browser.context.newPage();
    await page.goto("chrome://version");
    const panel = await browser.openPanel(page);
    await panel.getByText("closed to extensions").waitFor({ timeout: 20_000 });
    await page.close();
  });
});
