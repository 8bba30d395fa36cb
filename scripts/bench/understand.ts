/**
 * `npm run bench:understand -- [DIR]`: sentences a second from stored reviews to stored findings, in Chromium, beside a stock transformers.js pipeline
 * one text at a time with the same weights, in the same run; and what keeping vectors in eight bits loses. Texts: the sample shop, and reviews under DIR when there are any.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import { readReviewsFile } from "../../cli/reviews-file";
import { products } from "../../test/fixtures/shop/products";
import { sample, seededRandom } from "../train/random";
import { openBenchServer } from "./bench-server";
import type { Measured } from "./understand-page";

const FILES = ["text/clothing/reviews.csv", "text/app_reviews_garmin/classification.en.csv"];
const ROWS = 60;

async function texts(folder: string): Promise<[string, string[]][]> {
  const shop = products.flatMap(({ reviews }) => reviews.flatMap(({ body }) => (body ? [body] : [])));
  const sets: [string, string[]][] = [["sample shop", shop]];
  for (const file of FILES.filter((name) => existsSync(join(folder, name)))) {
    const { reviews } = await readReviewsFile(join(folder, file), new Map(), console.error);
    const bodies = reviews.map(({ body }) => body).filter(Boolean);
    sets.push([file, sample(bodies, ROWS, seededRandom(1))]);
  }
  return sets;
}

async function main(folder: string): Promise<void> {
  const server = await openBenchServer(["@huggingface/transformers", "dexie", "eld/extrasmall"]);
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
  const results: Record<string, Measured> = {};
  try {
    for (const [name, bodies] of await texts(folder)) {
      const page = await browser.newPage();
      await page.goto(`${server.resolvedUrls?.local[0]}scripts/bench/understand-page.html`);
      await page.waitForFunction(() => "measure" in globalThis);
      results[name] = await page.evaluate(runInPage, bodies);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const of = <K extends keyof Measured>(part: K) =>
    Object.fromEntries(Object.entries(results).map(([name, measured]) => [name, measured[part]]));
  console.table(of("timing"));
  console.log("What keeping vectors in eight bits changes:");
  console.table(of("loss"));
  console.log(JSON.stringify({ bench: "understand", adapter: "none", results }));
}

/** Runs in the page, whose script offers `measure`. */
async function runInPage(bodies: string[]): Promise<Measured> {
  const { measure } = globalThis as unknown as { measure(bodies: string[]): Promise<Measured> };
  return measure(bodies);
}

await main(process.argv.slice(2).find((argument) => argument !== "--") ?? "../shared/data");
