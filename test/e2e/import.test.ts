/** Reviews brought by hand, through the built panel: its worker under the policy of extensions, the engine, the database. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionBrowser, launchExtension } from "../../scripts/demo/extension-browser";
import { readLedger } from "../../scripts/demo/ledger";
import { type Shop, startShop } from "../../scripts/demo/shop-server";
import { expected } from "../fixtures/shop/expected";
import { encode, workbook } from "../unit/collect/files/bytes";

const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");
const [product] = expected;
if (!product) throw new Error("The sample shop has no products.");

const TABLE = `отзыв;оценка;дата
Хорошо держит заряд, но ремешок жёсткий.;4;03.04.2026
;;04.04.2026
Экран тусклый на солнце.;2;05.04.2026
`;

let browser: ExtensionBrowser;
let shop: Shop;
let page: Page;
let panel: Page;

beforeAll(async () => {
  shop = await startShop({ port: 0 });
  browser = await launchExtension({ extension: EXTENSION, locale: "en-US" });
  page = await browser.context.newPage();
  await page.goto(`${shop.url}${product.path}`);
  panel = await browser.openPanel(page);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

/** Gives a file to the panel and waits for its preview. @returns the count that stands above it */
async function give(name: string, content: Uint8Array | string): Promise<string> {
  await panel.getByRole("button", { name: "Add reviews" }).click();
  const buffer = Buffer.from(content);
  await panel.getByLabel("Choose a file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await panel.locator(".import-count").waitFor();
  return (await panel.locator(".import-count").textContent()) ?? "";
}

describe("bringing reviews", () => {
  it("shows what a file in an old encoding holds, and stores it under the name given", async () => {
    expect(await give("watch.csv", encode(TABLE, "windows-1251"))).toBe("2 reviews, 1 row left out");
    expect(await panel.locator(".table-room").textContent()).toContain("Экран тусклый на солнце.");
    await panel.getByLabel("What are they about?").fill("Night watch");
    await panel.getByRole("button", { name: "Add 2 reviews" }).click();
    await panel.getByText("2 reviews added.").waitFor();
    await panel.getByRole("heading", { level: 1, name: "Night watch" }).waitFor();
    await panel.locator("header").getByText("From the file watch.csv").waitFor();
    const { subjects, reviews } = await readLedger(panel);
    const subject = subjects.find(({ name }) => name === "Night watch");
    expect(subject?.url).toBe("earshot:subject/night%20watch");
    expect(
      reviews
        .filter(({ subjectId }) => subjectId === subject?.id)
        .map(({ date, rating }) => [date, rating])
        .sort(),
    ).toEqual([
      ["2026-04-03", 4],
      ["2026-04-05", 2],
    ]);
  });

  it("understands what was brought, and offers no page for it", async () => {
    await panel.locator("header .progress").waitFor({ state: "detached", timeout: 120_000 });
    await panel.getByRole("tab", { name: "Reviews" }).click();
    await panel.locator("article .no-page").first().waitFor();
    expect(await panel.getByRole("button", { name: "Show on page" }).count()).toBe(0);
    expect((await readLedger(panel)).sentences.length).toBeGreaterThanOrEqual(2);
  });

  it("changes nothing when the file comes again", async () => {
    await give("watch.csv", encode(TABLE, "windows-1251"));
    await panel.getByLabel("What are they about?").fill("Night watch");
    await panel.getByRole("button", { name: "Add 2 reviews" }).click();
    await panel.getByText("Nothing new: all of them were stored before.").waitFor();
  });

  it("reads a spreadsheet whose parts are large", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`Entry ${i}: ${"quiet and quick. ".repeat(8)}`, (i % 5) + 1]);
    expect(await give("big.xlsx", workbook({ One: [["text", "stars"], ...rows] }))).toBe("5,000 reviews");
    await panel.getByRole("button", { name: "Cancel" }).click();
  });

  it("takes what is selected on the page for that page's product", async () => {
    await panel.getByRole("button", { name: "Back to the page in the tab" }).click();
    await page.evaluate(() => {
      const paragraph = document.createElement("p");
      paragraph.textContent = "Only this passage was selected by hand.";
      document.body.append(paragraph);
      getSelection()?.selectAllChildren(paragraph);
    });
    await panel.getByRole("button", { name: "Add reviews" }).click();
    await panel.getByRole("button", { name: "Use the text selected on the page" }).click();
    await panel.getByRole("button", { name: "Add 1 review" }).click();
    await panel.getByText("1 review added.").waitFor();
    const { subjects, reviews } = await readLedger(panel);
    const selected = reviews.find(({ how }) => how === "selected");
    expect(selected?.body).toBe("Only this passage was selected by hand.");
    expect(subjects.find(({ id }) => id === selected?.subjectId)?.site).toBe(new URL(shop.url).hostname);
  });

  it("says why a file cannot be taken", async () => {
    await panel.getByRole("button", { name: "Add reviews" }).click();
    const buffer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);
    await panel.getByLabel("Choose a file").setInputFiles({ name: "old.xls", mimeType: "", buffer });
    await panel.getByText(/old\.xls is an Excel file of the old kind/).waitFor();
    expect(browser.network.attempts).toEqual([]);
  });
});
