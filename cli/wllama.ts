/**
 * A GGUF that writes for the command line: llama.cpp as the extension runs it, in a headless Chromium, since WebAssembly that waits (JSPI)
 * with addresses of 64 bits is not in Node. The browser reaches this machine's loopback address and nothing else.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { Problem } from "../lib/domain";
import { findGeneratorFile } from "../lib/models/cache-folder";
import type { Generation, GenerationRequest, Generator, GeneratorInfo } from "../lib/models/generator";
import { guessTokens } from "../lib/models/generators/tokens";
import { SMALL_GENERATOR } from "../lib/models/registry";
import { findChromium, QUIET_FLAGS } from "./chromium";
import { servePage } from "./page-server";
import type { PageModel, Told, WllamaPage } from "./wllama-page";

const ONLY_LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/**
 * @param path of a GGUF; without one, the small language model of the cache
 * @throws Problem model_absent, model_unreadable, model_too_large, browser_too_old, generator_failed
 */
export async function openWllama(path?: string): Promise<Generator> {
  const { file, model } = await modelAt(path);
  const server = await servePage(file);
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: findChromium(), args: [...QUIET_FLAGS, ONLY_LOOPBACK] });
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => "earshotWllama" in globalThis);
    const info = taken(await page.evaluate(OPEN, model));
    return new WllamaInChromium(info, page, async () => {
      await browser?.close();
      server.close();
    });
  } catch (error) {
    await browser?.close();
    server.close();
    throw error;
  }
}

class WllamaInChromium implements Generator {
  readonly info: GeneratorInfo;
  readonly dispose: () => Promise<void>;
  #page: Page;

  constructor(info: GeneratorInfo, page: Page, dispose: () => Promise<void>) {
    this.info = info;
    this.dispose = dispose;
    this.#page = page;
  }

  /** Nothing is told while it writes: whoever waits at a command line reads the end. */
  async generate(request: GenerationRequest, { signal }: { signal?: AbortSignal } = {}): Promise<Generation> {
    signal?.throwIfAborted();
    return taken(await this.#page.evaluate(GENERATE, request));
  }

  async countTokens(text: string): Promise<number> {
    return guessTokens(text);
  }
}

/** Run in the page. */
const OPEN = (model: PageModel): Promise<Told<GeneratorInfo>> =>
  (globalThis as unknown as { earshotWllama: WllamaPage }).earshotWllama.open(model);
const GENERATE = (request: GenerationRequest): Promise<Told<Generation>> =>
  (globalThis as unknown as { earshotWllama: WllamaPage }).earshotWllama.generate(request);

function taken<T>(told: Told<T>): T {
  if ("done" in told) return told.done;
  const { code, message, detail } = told.failed;
  throw new Problem(code, detail ? `${message} (${detail})` : message);
}

async function modelAt(path?: string): Promise<{ file: string; model: PageModel }> {
  if (path !== undefined) {
    if (!existsSync(path) || !statSync(path).isFile())
      throw new Problem("model_absent", `There is no file "${path}". Name a GGUF with --model FILE.gguf.`, {
        name: path,
      });
    const title = basename(path).replace(/\.gguf$/iu, "");
    return { file: path, model: { title, revision: (await sha256Of(path)).slice(0, 12) } };
  }
  const file = findGeneratorFile();
  const { title, licence, source } = SMALL_GENERATOR;
  if (file) return { file, model: { title, licence, revision: source.sha256.slice(0, 12) } };
  const message = `${title} is not on this machine. Run "npm run models" once, or name a GGUF with --model FILE.gguf.`;
  throw new Problem("model_absent", message, { name: title });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}
