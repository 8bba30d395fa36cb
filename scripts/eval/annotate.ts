/**
 * How well notes find their words again: `npm run eval:annotate -- [DIR OF PAGES] [--seed N] [--edits N] [--list]`, in a real browser.
 * Without a folder on pages drawn by us alone. Prints tables for people and, last, one line of JSON. Exit 1 when a note was
 * ever found at a wrong place.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import { browserBundle } from "../../cli/page-bundle";
import { longList } from "../bench/long-list";

declare const earshotAnchors: typeof import("./annotate-page");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "2026" },
    edits: { type: "string", default: "200" },
    list: { type: "boolean", default: false },
  },
});
const SEED = Number(values.seed);
const EDITS = Number(values.edits);
const PER_PAGE = 20;
const MANY = 2_000;

interface Sample {
  name: string;
  html: string;
}

const OWN: Sample[] = [
  { name: "shop", html: longList(10) },
  // the same ten reviews over and over, told apart by their writers only: the hardest page there is
  { name: "shop of twins", html: longList(40) },
];

function samples(folder: string | undefined): Sample[] {
  if (!folder) return OWN;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  return [...OWN, ...files.sort().map((name) => ({ name, html: readFileSync(join(folder, name), "utf8") }))];
}

async function main(): Promise<void> {
  const pages = samples(positionals[0]);
  const code = await browserBundle(fileURLToPath(new URL("./annotate-page.ts", import.meta.url)), "earshotAnchors");
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
  try {
    const page = await browser.newPage();
    const edits = await tryEdits(page, pages, code);
    const again = await loadAgain(page, pages, code);
    const many = await openMany(page, code);
    report(edits, again, many);
    process.exitCode = edits.some(({ wrong }) => wrong > 0) || again.wrong > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

/** The page as a browser shows it, without its scripts and without a way out. */
async function open(page: Page, { html }: Sample, code: string): Promise<void> {
  await page.unrouteAll();
  const body = html.replace(/<script\b[\s\S]*?<\/script>/gi, "").replace(/<meta[^>]+http-equiv[^>]*>/gi, "");
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body })
      : route.abort(),
  );
  await page.goto("https://page.example/", { waitUntil: "domcontentloaded" });
  await page.evaluate(code.replace(/^var earshotAnchors=/, "globalThis.earshotAnchors="));
}

interface EditScore {
  kind: string;
  outside: boolean;
  right: number;
  wrong: number;
  orphan: number;
}

/** The same number of edits of each kind, each on another sentence, the pages taken in turn. */
async function tryEdits(page: Page, pages: readonly Sample[], code: string): Promise<EditScore[]> {
  await open(page, pages[0] as Sample, code);
  const { outside, inside } = await page.evaluate(() => earshotAnchors.KINDS);
  const kinds = [...outside, ...inside];
  const scores = kinds.map(
    (kind): EditScore => ({ kind, outside: outside.includes(kind), right: 0, wrong: 0, orphan: 0 }),
  );
  const wanted = Math.ceil(EDITS / kinds.length);
  for (let round = 0; scores.some((score) => doneOf(score) < wanted) && round < pages.length * 8; round++) {
    const sample = pages[(round * 7 + SEED) % pages.length] as Sample;
    await open(page, sample, code);
    for (const [i, score] of scores.entries()) {
      if (doneOf(score) >= wanted) continue;
      const seed = SEED * 1_000_003 + round * 101 + i;
      const { outcome, words } = await page.evaluate(([kind, own]) => earshotAnchors.tryEdit(kind, own), [
        score.kind,
        seed,
      ] as const);
      if (outcome === "impossible") continue;
      score[outcome] += 1;
      if (values.list && (outcome === "wrong" || (outcome === "orphan" && score.outside)))
        console.log(`${outcome}: ${score.kind}, ${sample.name}, seed ${seed}: ${words}`);
    }
  }
  return scores;
}

function doneOf({ right, wrong, orphan }: EditScore): number {
  return right + wrong + orphan;
}

interface Again {
  pages: number;
  notes: number;
  right: number;
  wrong: number;
  orphan: number;
}

async function loadAgain(page: Page, pages: readonly Sample[], code: string): Promise<Again> {
  const sum: Again = { pages: 0, notes: 0, right: 0, wrong: 0, orphan: 0 };
  for (const sample of pages) {
    await open(page, sample, code);
    const marked = await page.evaluate(([seed, count]) => earshotAnchors.markAll(seed, count), [
      SEED,
      PER_PAGE,
    ] as const);
    await open(page, sample, code);
    const { right, wrong, orphan } = await page.evaluate((notes) => earshotAnchors.findAll(notes), marked);
    if (values.list && right < marked.length)
      console.log(`after a reload: ${sample.name}: ${right} of ${marked.length}`);
    sum.pages += 1;
    sum.notes += marked.length;
    sum.right += right;
    sum.wrong += wrong;
    sum.orphan += orphan;
  }
  return sum;
}

interface Many {
  notes: number;
  found: number;
  took: number;
  hold: number;
}

/** Median of five openings. */
async function openMany(page: Page, code: string): Promise<Many> {
  await open(page, { name: "", html: longList(1_000) }, code);
  const marked = await page.evaluate((count) => earshotAnchors.markAll(1, count), MANY);
  const runs: { took: number; hold: number; found: number }[] = [];
  for (let round = 0; round < 5; round++) {
    await open(page, { name: "", html: longList(1_000) }, code);
    runs.push(await page.evaluate((notes) => earshotAnchors.openMany(notes.map(({ note }) => note)), marked));
  }
  const middle = (key: "took" | "hold") => runs.map((run) => run[key]).sort((a, b) => a - b)[2] ?? 0;
  return { notes: marked.length, found: runs[0]?.found ?? 0, took: middle("took"), hold: middle("hold") };
}

function report(edits: readonly EditScore[], again: Again, many: Many): void {
  console.log(`\nedit                    found right  found wrong  orphan   (seed ${SEED})`);
  for (const { kind, outside, right, wrong, orphan } of edits)
    console.log(
      `${`${outside ? "" : "inside: "}${kind}`.padEnd(30)} ${[right, wrong, orphan].map((n) => String(n).padStart(8)).join(" ")}`,
    );
  const outside = edits.filter((score) => score.outside);
  const total = (list: readonly EditScore[], key: "right" | "wrong" | "orphan") =>
    list.reduce((sum, one) => sum + one[key], 0);
  const found = total(edits, "right") + total(edits, "wrong");
  const precision = total(edits, "right") / Math.max(1, found);
  const tried = outside.reduce((sum, one) => sum + doneOf(one), 0);
  const recall = total(outside, "right") / Math.max(1, tried);
  console.log(
    `\n${edits.reduce((sum, one) => sum + doneOf(one), 0)} edits: precision ${precision.toFixed(3)}, recall where the passage itself was not touched ${recall.toFixed(3)} (${tried} edits)`,
  );
  console.log(
    `after a reload: ${again.right} of ${again.notes} on ${again.pages} pages at their place, ${again.wrong} at a wrong one`,
  );
  console.log(
    `${many.notes} notes on one page: all ${many.found} found in ${many.took.toFixed(0)} ms, the page never held longer than ${many.hold.toFixed(0)} ms (medians of five)`,
  );
  console.log(JSON.stringify({ seed: SEED, precision, recall, edits, again, many }));
}

await main();
