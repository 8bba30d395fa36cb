/** The first minute of a person with Earshot, for real: through the toolbar button, the panel and the page. */
import type { Page } from "playwright-core";
import { askThem } from "./asking-tour";
import type { ExtensionBrowser } from "./extension-browser";
import { PANEL_SIZE } from "./extension-browser";
import { takeNotes } from "./notes-tour";
import { firstSentence, openPlace, startReading, waitUntilUnderstood } from "./panel-driver";
import type { Pictures } from "./pictures";
import { testMessages } from "./testing-tour";

export interface TourReport {
  sees: string;
  personas: string[];
  answers: { question: string; answer: string }[];
  /** Step → seconds. */
  timings: Map<string, number>;
  panel: Page;
}

export interface TourOptions {
  /** Something these reviewers surely do not talk about. */
  unanswerable: string;
  question: string;
  /** Whether the reviewers speak of what notes are taken on. */
  notes: boolean;
}

/**
 * @param page shows what is to be read; its tab is in front
 * @throws Error when a step does not lead where it should
 */
export async function takeTour(
  browser: ExtensionBrowser,
  page: Page,
  pictures: Pictures,
  options: TourOptions,
): Promise<TourReport> {
  const timings = new Map<string, number>();
  const timed = async <T>(name: string, step: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await step();
    timings.set(name, (performance.now() - started) / 1000);
    return result;
  };

  const panel = await timed("open the panel", () => browser.openPanel(page));
  const sees = await firstSentence(panel);
  await pictures.takeBeside(page, panel, "first-look");
  const report: TourReport = { sees, personas: [], answers: [], timings, panel };
  if (/No reviews/.test(sees)) return report;

  await timed("read and understand", async () => {
    await startReading(panel);
    await panel
      .locator("header .progress")
      .waitFor({ timeout: 60_000 })
      .catch(() => undefined);
    await pictures.take(panel, "reading");
    await waitUntilUnderstood(panel);
  });
  await pictures.takeBeside(page, panel, "overview");
  await pictures.takeWhole(panel, "overview-whole");
  await timed("show a quote on the page", () => showQuote(page, panel, pictures));
  await browseReviews(panel, pictures);
  await askThem({ page, panel, pictures, options, report });
  if (report.personas.length > 0) await testMessages({ panel, pictures, report });
  // the sample shop speaks of sound; what a saved page speaks of nobody knows beforehand
  if (options.notes) await takeNotes({ page, panel, pictures, report });
  await openPlace(panel, "Settings");
  await pictures.takeWhole(panel, "settings");
  await seeOtherLooks(panel, pictures);
  return report;
}

async function showQuote(page: Page, panel: Page, pictures: Pictures): Promise<void> {
  const quote = panel.locator("figure.quote").first();
  if ((await quote.count()) === 0) return;
  const text = ((await quote.locator("blockquote").textContent()) ?? "").replace(/[“”]/g, "").trim();
  await quote.getByRole("button", { name: "Show on page" }).click();
  await page.waitForFunction(isLit, text, { timeout: 60_000 }).catch(() => {
    throw new Error(`The quote was not lit up on its page: ${text}`);
  });
  await page.waitForTimeout(400); // smooth scrolling comes to rest
  await pictures.takeBeside(page, panel, "quote-on-page");
}

/**
 * Runs in the page: is a passage with these words highlighted? Content scripts share the page's highlights. No named
 * function in here: what the build adds to keep its name does not exist in the page.
 */
function isLit(text: string): boolean {
  const registry = (CSS as unknown as { highlights: Map<string, Set<AbstractRange>> }).highlights;
  const ranges = [...registry.values()].flatMap((highlight) => [...highlight]);
  const wanted = text.replace(/\s+/g, "").slice(0, 40);
  return ranges.some((range) => range instanceof Range && range.toString().replace(/\s+/g, "").includes(wanted));
}

async function browseReviews(panel: Page, pictures: Pictures): Promise<void> {
  await openPlace(panel, "Overview");
  const theme = panel.locator("button.theme").first();
  if ((await theme.count()) > 0) await theme.click();
  else await openPlace(panel, "Reviews");
  await pictures.take(panel, "reviews-of-a-theme");
}

/** Dark, narrow, and the other interface languages. */
async function seeOtherLooks(panel: Page, pictures: Pictures): Promise<void> {
  await openPlace(panel, "Overview");
  await panel.emulateMedia({ colorScheme: "dark" });
  await pictures.take(panel, "dark");
  await panel.setViewportSize({ width: 320, height: PANEL_SIZE.height });
  await pictures.take(panel, "narrow-dark");
  await panel.emulateMedia({ colorScheme: "light" });
  await pictures.take(panel, "narrow");
  await panel.setViewportSize(PANEL_SIZE);
  await seeLanguages(panel, pictures);
}

async function seeLanguages(panel: Page, pictures: Pictures): Promise<void> {
  await openPlace(panel, "Settings");
  for (const language of ["zh_CN", "ru", "en"]) {
    const choice = panel.locator(`input[value="${language}"], option[value="${language}"]`).first();
    const select = panel.locator("select").filter({ has: panel.locator(`option[value="${language}"]`) });
    if ((await select.count()) > 0) await select.first().selectOption(language);
    else await choice.check();
    await panel.waitForFunction((wanted) => document.documentElement.lang.replace("-", "_") === wanted, language);
    if (language === "en") continue;
    await panel.locator("#tab-overview").click();
    await pictures.take(panel, `language-${language}`);
    await panel.locator("#tab-settings").click();
  }
}
