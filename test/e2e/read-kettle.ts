/** A browser in which the reviews of one product were read and understood, with the panel open beside them. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type ExtensionBrowser, type LaunchOptions, launchExtension } from "../../scripts/demo/extension-browser";
import { startReading, waitUntilUnderstood } from "../../scripts/demo/panel-driver";
import { kettleReviews, type LocalSite, productPage, startSite } from "./local-site";

export const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");

/**
 * @param count of reviews; whoever calls closes browser and site
 * @param launch another folder of the build, or flags for the browser
 */
export async function readKettle(
  count: number,
  launch: Partial<LaunchOptions> = {},
): Promise<{ browser: ExtensionBrowser; site: LocalSite; panel: Page }> {
  const site = await startSite({ "/kettle": productPage("Sample kettle", kettleReviews(count)) });
  const browser = await launchExtension({ extension: EXTENSION, locale: "en-US", ...launch });
  const page = await browser.context.newPage();
  await page.goto(`${site.url}/kettle`);
  const panel = await browser.openPanel(page);
  await startReading(panel);
  await waitUntilUnderstood(panel);
  return { browser, site, panel };
}
