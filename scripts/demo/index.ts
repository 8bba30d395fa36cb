/**
 * `npm run demo`: builds the extension, opens the sample shop in Chromium and takes the first minute of a person with it.
 * `npm run demo -- FILE.html` reads a saved page instead; `--headed` leaves the window open; `--product N` takes another
 * product of the shop; `--built` uses the build that is there.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { expected } from "../../test/fixtures/shop/expected";
import { type ExtensionBrowser, launchExtension } from "./extension-browser";
import { falseQuotes, type Ledger, readLedger } from "./ledger";
import { Pictures } from "./pictures";
import { routeSavedPage } from "./saved-page";
import { startShop } from "./shop-server";
import { summarise } from "./summary";
import { type TourOptions, takeTour } from "./tour";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXTENSION = join(ROOT, ".output/chrome-mv3");
const OPTIONS = {
  headed: { type: "boolean", default: false },
  built: { type: "boolean", default: false },
  product: { type: "string", default: "1" },
  help: { type: "boolean", default: false },
} as const;

/** The largest group comes first, and most products are liked by most: so it is asked what it likes, and what it cannot know. */
const QUESTIONS: Omit<TourOptions, "notes"> = {
  question: "What do you like about it?",
  unanswerable: "How do you file your tax return?",
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || positionals.length > 1) {
    console.log("npm run demo [-- [FILE.html] [--headed] [--product 1|2|3] [--built]]");
    return;
  }
  if (!values.built || !existsSync(EXTENSION)) build();
  const file = positionals[0] && resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]);
  const pictures = new Pictures(join(ROOT, "demo-output", file ? basename(file, ".html") : `shop-${values.product}`));
  const browser = await launchExtension({ extension: EXTENSION, headed: values.headed, locale: "en-US" });
  const shop = await startShop();
  try {
    const product = expected[Number(values.product) - 1];
    if (!product && !file) throw new Error(`The shop has products 1 to ${expected.length}, no ${values.product}.`);
    const page = await browser.context.newPage();
    const url = file ? await routeSavedPage(browser.context, file) : `${shop.url}${product?.path}`;
    await page.goto(url, { waitUntil: "domcontentloaded" });
    const ledger = await demonstrate(browser, page, pictures, !file && product === expected[0]);
    const problems = check(ledger, browser, file ? undefined : product);
    console.log(`\nScreenshots: ${pictures.folder}`);
    for (const problem of problems) console.error(`FAILED: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    if (values.headed) await closed(browser);
  } finally {
    await pictures.close();
    await browser.close();
    await shop.close();
  }
}

function build(): void {
  console.log("Building the extension …");
  execFileSync("npm", ["run", "-s", "build"], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
}

async function demonstrate(browser: ExtensionBrowser, page: Page, pictures: Pictures, notes: boolean): Promise<Ledger> {
  console.log(`Reading ${page.url()} …\n`);
  const tour = await takeTour(browser, page, pictures, { ...QUESTIONS, notes });
  const ledger = await readLedger(tour.panel);
  for (const line of summarise(tour, ledger, browser.network)) console.log(line);
  return ledger;
}

/** @returns sentences about what is not as it should be */
function check(ledger: Ledger, browser: ExtensionBrowser, product: (typeof expected)[number] | undefined): string[] {
  const problems: string[] = [];
  const { attempts } = browser.network;
  if (attempts.length > 0) problems.push(`something tried to reach ${[...new Set(attempts)].join(", ")}.`);
  if (falseQuotes(ledger).length > 0) problems.push("an answer quotes words that nobody wrote.");
  const waiting = ledger.reviews.filter((review) => review.understood === 0 || review.failure).length;
  if (waiting > 0) problems.push(`${waiting} reviews were not understood.`);
  if (!product) return problems;
  const found = ledger.reviews.filter((review) => review.kind === "review").length;
  if (found !== product.reviews) problems.push(`the product has ${product.reviews} reviews, ${found} were found.`);
  if (ledger.themes.length === 0) problems.push("no themes were found.");
  if (ledger.personas.length < 2)
    problems.push(`two personas at least were expected, ${ledger.personas.length} were made.`);
  return problems;
}

async function closed(browser: ExtensionBrowser): Promise<void> {
  console.log("The window stays open; close it to end.");
  await new Promise<void>((end) => browser.context.on("close", () => end()));
}

main().catch((error: unknown) => {
  console.error(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
