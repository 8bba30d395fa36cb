/**
 * `npm run bench:collect`: what a visited page pays for being read (size of the script, its own time, longest hold, traces),
 * beside a naive `querySelectorAll` pass over the same page in the same run, and what the engine pays for the rest.
 * Times are medians of several rounds on one machine; only their ratios travel. Last line: JSON.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import { pageBundle, readerBundle } from "../../cli/page-bundle";
import type { PageSnapshot } from "../../lib/collect/snapshot";
import { longList } from "./long-list";

declare const earshotPage: typeof import("../../lib/collect/page/take-snapshot");
declare const earshotReader: typeof import("../../lib/collect/read/read-snapshot");

const REVIEWS = 1000;
const ROUNDS = 7;
const SCRIPT = ".output/chrome-mv3/page.js";
const ADDRESS = "https://shop.example/product/long";

async function main(): Promise<void> {
  execFileSync("npm", ["run", "-s", "build"], { stdio: "ignore" });
  const script = readFileSync(SCRIPT);
  const size = { "bytes gzipped": gzipSync(script, { level: 9 }).length, bytes: script.length };
  console.log(`page script as built: ${size["bytes gzipped"]} bytes gzipped (budget 15,000), ${size.bytes} as it is`);
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
  try {
    const page = await openList(await browser.newPage());
    const inPage = await page.evaluate(measureInPage, { rounds: ROUNDS, url: ADDRESS });
    const desk = await browser.newPage();
    await desk.addScriptTag({ content: await readerBundle() });
    const engine = await desk.evaluate(measureReading, { snapshot: inPage.snapshot, rounds: 3 });
    report(inPage, engine);
    const { snapshot: _, ...figures } = inPage;
    console.log(JSON.stringify({ ...size, reviews: engine.found, ...figures, engine: engine.time }));
  } finally {
    await browser.close();
  }
}

async function openList(page: Page): Promise<Page> {
  const html = longList(REVIEWS).replace(/<script\b[^>]*><\/script>/g, "");
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      : route.abort(),
  );
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: await pageBundle() });
  return page;
}

interface InPage {
  elements: number;
  copy: number;
  naive: number;
  ratio: number;
  hold: number;
  send: number;
  message: number;
  traces: number;
  snapshot: PageSnapshot;
}

/** Runs in the page: copying and the naive pass take turns, so that a busy machine hits both alike. */
async function measureInPage({ rounds, url }: { rounds: number; url: string }): Promise<InPage> {
  const times = { copy: [] as number[], naive: [] as number[], hold: [] as number[], send: [] as number[] };
  const before = [Object.getOwnPropertyNames(globalThis).length, document.documentElement.outerHTML.length];
  let snapshot: PageSnapshot | undefined;
  let message = 0;
  for (let round = 0; round < rounds; round += 1) {
    const channel = new MessageChannel();
    let last = performance.now();
    let longest = 0;
    channel.port1.onmessage = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      channel.port2.postMessage(0);
    };
    let began = performance.now();
    channel.port2.postMessage(0);
    snapshot = await earshotPage.takeSnapshot(document, { url, now: new Date() });
    times.copy.push(performance.now() - began);
    channel.port1.close();
    times.hold.push(longest);
    began = performance.now();
    message = JSON.stringify(snapshot).length;
    times.send.push(performance.now() - began);
    began = performance.now();
    const naive = [];
    for (const entry of document.querySelectorAll(".review")) {
      const fields = [".entry-who", ".entry-when", ".entry-title", ".entry-text"];
      naive.push(fields.map((field) => entry.querySelector(field)?.textContent?.trim()));
      naive.push(entry.querySelector(".stars")?.getAttribute("aria-label"));
    }
    times.naive.push(performance.now() - began);
  }
  const after = [Object.getOwnPropertyNames(globalThis).length, document.documentElement.outerHTML.length];
  const [copy = 0, naive = 0, hold = 0, send = 0] = [times.copy, times.naive, times.hold, times.send].map(
    (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0,
  );
  if (!snapshot) throw new Error("Nothing was copied.");
  const traces = before.filter((count, index) => count !== after[index]).length;
  const elements = document.querySelectorAll("*").length;
  return { elements, copy, naive, ratio: copy / naive, hold, send, message, traces, snapshot };
}

/** Runs in a page of its own, as the engine does. */
async function measureReading({ snapshot, rounds }: { snapshot: PageSnapshot; rounds: number }) {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    found = (await earshotReader.readSnapshot(snapshot)).reviews.filter(({ kind }) => kind === "review").length;
    times.push(performance.now() - began);
  }
  return { found, time: times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0 };
}

function report(inPage: InPage, engine: { found: number; time: number }): void {
  const rows: [string, string][] = [
    ["reviews on the page, elements", `${REVIEWS}, ${inPage.elements}`],
    ["copying the page (its own time)", `${inPage.copy.toFixed(1)} ms (budget 100)`],
    ["longest hold while copying", `${inPage.hold.toFixed(1)} ms (budget 50)`],
    ["putting the copy into a message", `${inPage.send.toFixed(1)} ms, ${(inPage.message / 1e6).toFixed(2)} MB`],
    ["naive querySelectorAll pass", `${inPage.naive.toFixed(1)} ms`],
    ["copy against naive pass", `${inPage.ratio.toFixed(1)} times`],
    ["traces in globals and markup", String(inPage.traces)],
    ["reading the copy, in the engine", `${engine.time.toFixed(0)} ms, ${engine.found} reviews`],
  ];
  for (const [what, value] of rows) console.log(`${what.padEnd(34)}${value}`);
}

await main();
