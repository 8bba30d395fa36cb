/**
 * Times the encoder in a real browser, from the same files and through the same worker as in the extension.
 */
import { chromium } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import type { GraphKind } from "../../lib/models/registry";
import { vectorFromBase64 } from "../../lib/models/stored-vector";
import vectors from "../../test/fixtures/models/vectors.json";
import { openBenchServer } from "./bench-server";

export interface Timing {
  graph: GraphKind;
  threads: number;
  "load s": number;
  "sentences/s": number;
  "least cosine": number;
  "mean cosine": number;
}

const VARIANTS = (["q4", "int8"] as const).flatMap((graph) => [1, 2].map((threads) => ({ graph, threads })));
const ROUNDS = 2;

/** @returns one row per variant; variants take turns, so that a busy machine hits all of them alike */
export async function measureInBrowser(): Promise<Timing[]> {
  const server = await openBenchServer(["@huggingface/transformers"]);
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
  try {
    const address = `${server.resolvedUrls?.local[0]}scripts/bench/page.html`;
    const rounds: Timing[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const variant of VARIANTS) {
        const page = await browser.newPage();
        await page.goto(address);
        rounds.push(await page.evaluate(runInPage, { ...variant, cases: CASES }));
        await page.close();
      }
    }
    return VARIANTS.map((variant) => best(rounds.filter((row) => isOf(row, variant))));
  } finally {
    await browser.close();
    await server.close();
  }
}

const CASES = vectors.map(({ text, vector }) => ({ text, vector: [...vectorFromBase64(vector)] }));

interface PageRequest {
  graph: GraphKind;
  threads: number;
  cases: { text: string; vector: number[] }[];
}

/** Runs in the page, whose script offers `measure`. */
async function runInPage(request: PageRequest): Promise<Timing> {
  const { measure } = globalThis as unknown as { measure(request: PageRequest): Promise<Timing> };
  return measure(request);
}

function isOf(row: Timing, { graph, threads }: { graph: GraphKind; threads: number }): boolean {
  return row.graph === graph && row.threads === threads;
}

function best(rows: Timing[]): Timing {
  const [first] = rows;
  if (!first) throw new Error("A variant was not measured.");
  const loads = rows.map((row) => row["load s"]);
  const speeds = rows.map((row) => row["sentences/s"]);
  return { ...first, "load s": Math.min(...loads), "sentences/s": Math.max(...speeds) };
}
