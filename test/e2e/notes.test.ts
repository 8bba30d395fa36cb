/** Notes in the built extension, by keyboard: made on the page, found again after a reload and an edit of the page, told when they are lost, kept in a backup. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Annotation } from "../../lib/domain";
import type { ExtensionBrowser } from "../../scripts/demo/extension-browser";
import { openPlace } from "../../scripts/demo/panel-driver";
import { goTo, pressButton } from "./keyboard";
import type { LocalSite } from "./local-site";
import { readKettle } from "./read-kettle";

const folder = mkdtempSync(join(tmpdir(), "earshot-notes-"));
let browser: ExtensionBrowser;
let site: LocalSite;
let panel: Page;
let page: Page;
let words: string;

beforeAll(async () => {
  ({ browser, site, panel } = await readKettle(12));
  const found = browser.context.pages().find((one) => one.url().startsWith(site.url));
  if (!found) throw new Error("The page is not open.");
  page = found;
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every highlight that stands for notes, in words. */
const painted = () =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, light]) => (name.startsWith("earshot-note") ? [...light].map(String) : [])),
  );
const waitForPaint = (count: number) =>
  expect.poll(async () => (await painted()).length, { timeout: 20_000 }).toBe(count);

function notes(): Promise<Annotation[]> {
  return panel.evaluate(
    () =>
      new Promise<Annotation[]>((resolve, reject) => {
        const opening = indexedDB.open("earshot");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("annotations").objectStore("annotations").getAll();
          all.onsuccess = () => resolve(all.result as Annotation[]);
          all.onerror = () => reject(all.error);
        };
      }),
  );
}

/** Selects the words of the third review as a person does, then goes into the adder by its key. */
async function select(): Promise<string> {
  await page.bringToFront();
  return page.evaluate(() => {
    const [paragraph] = [...document.querySelectorAll("p")]
      .filter(({ textContent }) => (textContent?.length ?? 0) > 40)
      .slice(2);
    const range = document.createRange();
    if (paragraph) range.selectNodeContents(paragraph);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return paragraph?.textContent?.trim() ?? "";
  });
}

describe("a note", () => {
  it("is made on the page by keys, belongs to its review, and is listed", async () => {
    await goTo(panel, "Notes");
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll("earshot-notes").length), { timeout: 20_000 })
      .toBe(1);
    words = await select();
    await page.keyboard.press("Alt+Shift+A");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await notes()).length, { timeout: 20_000 }).toBe(1);
    const [note] = await notes();
    expect(note?.text).toBe(words);
    expect(note?.review).toBeDefined();
    expect(note?.copyId).toBeDefined();
    await waitForPaint(1);
    await panel.getByText(words.slice(0, 40)).first().waitFor();
  });

  it("is painted again after a reload, and on a page that was changed", async () => {
    await page.reload();
    await waitForPaint(1);
    await page.evaluate(() => {
      const news = document.createElement("p");
      news.textContent = "The shop is closed on Monday.";
      document.body.prepend(news);
    });
    await waitForPaint(1);
    expect(await painted()).toEqual([words]);
  });

  it("is told to be lost when its words are gone, and never painted elsewhere", async () => {
    await page.evaluate((text) => {
      for (const paragraph of document.querySelectorAll("p"))
        if (paragraph.textContent?.trim() === text) paragraph.remove();
    }, words);
    await waitForPaint(0);
    await page.reload();
    await waitForPaint(1);
  });

  it("is taken back, and done again", async () => {
    await panel.bringToFront();
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await panel.keyboard.press("Control+z");
    await expect.poll(async () => (await notes()).length, { timeout: 10_000 }).toBe(0);
    await waitForPaint(0);
    await panel.keyboard.press("Control+Shift+Z");
    await expect.poll(async () => (await notes()).length, { timeout: 10_000 }).toBe(1);
  });
});

describe("a backup", () => {
  it("brings everything back after all was deleted", async () => {
    await openPlace(panel, "Settings");
    await panel.getByLabel("Passphrase (optional)").fill("the kettle sings at four");
    const download = panel.waitForEvent("download");
    await pressButton(panel, "Save a backup");
    const file = join(folder, "mine.earshot-backup");
    await (await download).saveAs(file);
    await pressButton(panel, "Delete everything");
    await pressButton(panel, "Delete everything");
    await expect.poll(async () => (await notes()).length, { timeout: 10_000 }).toBe(0);
    await panel.getByLabel("Bring a backup back…").setInputFiles(file);
    await panel.getByLabel("Its passphrase").fill("the kettle sings at five");
    await pressButton(panel, "Replace everything");
    await panel
      .getByRole("alert")
      .getByText(/This passphrase does not open/)
      .first()
      .waitFor();
    await panel.getByLabel("Its passphrase").fill("the kettle sings at four");
    await pressButton(panel, "Replace everything");
    await panel.getByText(/^Brought back: one product, 12 reviews, one note\.$/).waitFor({ timeout: 30_000 });
    expect(await notes()).toMatchObject([{ text: words }]);
  });
});
