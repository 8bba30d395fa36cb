/** Right counts on saved pages of real sites, through the built extension. They are not ours to ship: skipped where absent. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionBrowser, launchExtension } from "../../scripts/demo/extension-browser";
import { readLedger } from "../../scripts/demo/ledger";
import { firstSentence, waitUntilUnderstood } from "../../scripts/demo/panel-driver";
import { routeSavedPage } from "../../scripts/demo/saved-page";

const ROOT = join(import.meta.dirname, "../..");
const PAGES = join(process.env.EARSHOT_DATA ?? join(ROOT, "../shared/data"), "pages");
const here = existsSync(PAGES);
if (!here) console.warn(`Saved pages are not at ${PAGES} (set EARSHOT_DATA): their end-to-end test is skipped.`);

interface Gold {
  reviews?: unknown[];
  n_comments?: number;
}

const CASES: [file: string, kind: "review" | "comment"][] = [
  ["amazon/metascraper-amazon__amazon-co-uk__product-url.html", "review"],
  ["trustpilot/twenix.es.html", "review"],
  ["reddit/www.reddit.com--title-only.html", "comment"],
];

describe.skipIf(!here)("saved pages", () => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await launchExtension({ extension: join(ROOT, ".output/chrome-mv3"), locale: "en-US" });
  });
  afterAll(() => browser?.close());

  it.each(CASES)("%s", async (file, kind) => {
    const gold = (JSON.parse(readFileSync(join(PAGES, "gold.json"), "utf8")) as Record<string, Gold>)[file] ?? {};
    const count = gold.reviews?.length ?? gold.n_comments ?? 0;
    const page = await browser.context.newPage();
    await page.goto(await routeSavedPage(browser.context, join(PAGES, file)), { waitUntil: "domcontentloaded" });
    const panel = await browser.openPanel(page);
    expect(await firstSentence(panel)).toContain(`${count} ${kind}s on this page`);
    await panel.getByRole("button", { name: `Read the ${kind}s` }).click();
    await waitUntilUnderstood(panel);
    const { subjects, reviews } = await readLedger(panel);
    const subject = [...subjects].sort((a, b) => (a.lastRead ?? "").localeCompare(b.lastRead ?? "")).at(-1);
    const own = reviews.filter((review) => review.subjectId === subject?.id && review.kind === kind);
    expect(own).toHaveLength(count);
    expect(browser.network.attempts).toEqual([]);
    await browser.context.unrouteAll();
    await page.close();
  });
});
