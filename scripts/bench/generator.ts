/**
 * `npm run bench:generator -- [THREADS …]`: tokens a second of the small language model in Chromium, as it comes and in other blocks of the same weights,
 * on one thread and on two, or on as many as are named. One run, one machine: compare rows of a run with each other.
 */
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import { prepareGenerator } from "../models/generator";
import { requantise, TARGETS, type Target } from "../models/requantise";
import { openBenchServer } from "./bench-server";
import type { GeneratorRequest, GeneratorTiming } from "./generator-page";

const asked = process.argv.slice(2).map(Number).filter(Boolean);
const THREADS = asked.length ? asked : [1, 2];

/** @returns files by the kind of their blocks; made ones lie in the folder */
function variants(folder: string): [string, string][] {
  const original = prepareGenerator();
  const weights = new Uint8Array(readFileSync(original));
  const made = (Object.keys(TARGETS) as Target[]).map((target): [string, string] => {
    const path = join(folder, `${target}.gguf`);
    writeFileSync(path, requantise(weights, target));
    return [target, path];
  });
  return [["Q4_1 (as it comes)", original], ...made];
}

/** Hands the files out to the page, which is cross-origin isolated. */
async function serveFiles(paths: readonly string[]) {
  const server = createServer((request, response) => {
    const path = paths[Number(request.url?.slice(1))];
    if (!path) return void response.writeHead(404).end();
    const allowed = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
    response.writeHead(200, { "Content-Length": statSync(path).size, ...allowed });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { server, address: (place: number) => `http://127.0.0.1:${port}/${place}` };
}

async function main(folder: string): Promise<void> {
  const files = variants(folder);
  const { server, address } = await serveFiles(files.map(([, path]) => path));
  const bench = await openBenchServer(["@wllama/wllama/esm/index.js"]);
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
  const rows: Record<string, GeneratorTiming> = {};
  try {
    for (const threads of THREADS) {
      for (const [place, [name]] of files.entries()) {
        const page = await browser.newPage();
        await page.goto(`${bench.resolvedUrls?.local[0]}scripts/bench/generator-page.html`);
        await page.waitForFunction(() => "measure" in globalThis);
        rows[`${name}, ${threads}`] = await page.evaluate(runInPage, { url: address(place), threads });
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await bench.close();
    server.close();
  }
  console.table(rows, ["MB", "threads", "load s", "prefill", "prefill again", "writes"]);
  console.log(JSON.stringify({ bench: "generator", cores: availableParallelism(), load: loadavg(), rows }));
}

/** Runs in the page, whose script offers `measure`. */
async function runInPage(request: GeneratorRequest): Promise<GeneratorTiming> {
  const { measure } = globalThis as unknown as { measure(request: GeneratorRequest): Promise<GeneratorTiming> };
  return measure(request);
}

const folder = mkdtempSync(join(tmpdir(), "earshot-generator-"));
try {
  await main(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
