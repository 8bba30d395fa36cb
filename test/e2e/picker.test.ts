/** A page on which nothing is found by itself: somebody points at one review, and from then on it is read. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionBrowser, launchExtension } from "../../scripts/demo/extension-browser";
import { readLedger } from "../../scripts/demo/ledger";
import { firstSentence, openPlace, waitUntilUnderstood } from "../../scripts/demo/panel-driver";
import { WALL, wallPage } from "../fixtures/pointing/wall";
import { type LocalSite, startSite } from "./local-site";

const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");

let browser: ExtensionBrowser;
let site: LocalSite;
let page: Page;
let panel: Page;

beforeAll(async () => {
  site = await startSite({ "/anchor": () => wallPage(), "/other": () => wallPage(3, 4, "The Lantern") });
  browser = await launchExtension({ extension: EXTENSION, locale: "en-US" });
  page = await browser.context.newPage();
  await page.goto(`${site.url}/anchor`);
  panel = await browser.openPanel(page);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function bodies(): Promise<string[]> {
  return (await readLedger(panel)).reviews.map(({ body }) => body).sort();
}
const words = (from = 0, to = WALL.length) => WALL.slice(from, to).map(([, text]) => text);

describe("pointing at a review", () => {
  it("is offered where nothing is found", async () => {
    expect(await firstSentence(panel)).toContain("No reviews");
    await panel.getByRole("button", { name: "Point at a review" }).click();
    await page.locator("earshot-pointer").waitFor({ state: "attached" });
  });

  it("shows all like the one that was clicked, on the page and in the panel", async () => {
    const box = await page.locator(".pX40rt").nth(1).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 10);
    await panel.getByRole("heading", { name: `${WALL.length} records like this one` }).waitFor();
    expect(await panel.locator("article").count()).toBe(3);
    await panel.getByText("Tomasz", { exact: true }).waitFor();
    await page.locator("earshot-pointer").waitFor({ state: "attached" });
  });

  it("reads them, and leaves nothing on the page", async () => {
    await panel.getByRole("button", { name: `Read these ${WALL.length}` }).click();
    await waitUntilUnderstood(panel);
    expect(await bodies()).toEqual(words().sort());
    const { reviews } = await readLedger(panel);
    expect(new Set(reviews.map(({ how }) => how))).toEqual(new Set(["site:own:127.0.0.1"]));
    expect(reviews.map(({ author }) => author).sort()).toEqual(WALL.map(([name]) => name).sort());
    expect(await page.locator("earshot-pointer").count()).toBe(0);
  });

  it("is remembered: the next visit needs no pointing", async () => {
    await page.goto(`${site.url}/other`);
    await browser.openPanel(page);
    await panel.getByText("4 reviews on this page").waitFor();
    await page.goto(`${site.url}/anchor`);
    await browser.openPanel(page);
    await panel.getByRole("button", { name: "Read again" }).click();
    await waitUntilUnderstood(panel);
    expect(await bodies()).toEqual(words().sort());
  });

  it("works by keys alone, and ends without anything by Escape", async () => {
    await openPlace(panel, "Overview");
    await panel.getByRole("button", { name: "Point at a review" }).click();
    await page.locator("earshot-pointer").waitFor({ state: "attached" });
    await panel.keyboard.press("ArrowUp");
    await panel.locator(".pick-now").filter({ hasText: /\S/ }).waitFor();
    await panel.keyboard.press("Escape");
    await panel.getByRole("tab", { name: "Overview" }).waitFor();
    expect(await page.locator("earshot-pointer").count()).toBe(0);
  });

  it("is listed in Settings, and forgotten there", async () => {
    await openPlace(panel, "Settings");
    await panel.getByText(/6 records on/).waitFor();
    const download = panel.waitForEvent("download");
    await panel.getByRole("button", { name: /^Save as a file: / }).click();
    expect((await download).suggestedFilename()).toBe("earshot-recipe-127.0.0.1.json");
    await panel.getByRole("button", { name: "Delete: 127.0.0.1" }).click();
    await panel.locator(".confirm").getByRole("button", { name: "Delete" }).click();
    await panel.getByText(/Nothing yet/).waitFor();
    await page.reload();
    await browser.openPanel(page);
    await openPlace(panel, "Overview");
    await panel.getByRole("button", { name: "Read again" }).waitFor({ state: "detached" });
    expect(await bodies()).toEqual(words().sort());
  });

  it("sends nothing anywhere", () => {
    expect(browser.network.attempts).toEqual([]);
  });
});
