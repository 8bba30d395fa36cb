/** Reads saved HTML pages in one headless Chromium: page scripts and network off, the extension's own page script on. */
import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page, type Route } from "playwright-core";
import type { Capture } from "../lib/collect/site";
import type { PageSnapshot } from "../lib/collect/snapshot";
import { findChromium, QUIET_FLAGS } from "./chromium";
import { pageBundle, readerBundle } from "./page-bundle";

export interface SavedPage {
  file: string;
  /** What the page gave, or why it could not be read. */
  capture?: Capture;
  failure?: string;
}

export interface SavedPagesOptions {
  /** Address of a file, where it is known; otherwise the page's own canonical address counts. */
  urlOf?: (file: string) => string | undefined;
  now?: Date;
  /** Leaves the rules of known sites out; used to measure what generic reading can do. */
  generic?: boolean;
  /** Changes the HTML before it is opened; used to measure what reading depends on. */
  prepare?: (html: string, file: string) => string;
}

/** Longest time one page may take, in milliseconds. */
const PATIENCE = 120_000;
/** Saved pages without any address are opened here; the name never leaves the browser. */
const NOWHERE = "https://saved.invalid/";

/** Yields one result per file, in order; a file that fails says so and the rest goes on. */
export async function* readSavedPages(files: string[], options: SavedPagesOptions = {}): AsyncGenerator<SavedPage> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
  try {
    const desk = await openDesk(browser);
    for (const file of files) yield await readOne(browser, desk, file, options);
  } finally {
    await browser.close();
  }
}

/** An empty page in which copies are read, as the engine does it. */
async function openDesk(browser: Browser): Promise<Page> {
  const desk = await browser.newPage();
  await desk.addScriptTag({ content: await readerBundle() });
  return desk;
}

async function readOne(browser: Browser, desk: Page, file: string, options: SavedPagesOptions): Promise<SavedPage> {
  let page: Page | undefined;
  try {
    const html = decode(await readFile(file));
    const url = options.urlOf?.(file) ?? statedUrl(html) ?? NOWHERE;
    page = await openOffline(browser, url, options.prepare?.(html, file) ?? html);
    const snapshot = await copyOf(page, url, options.now ?? new Date());
    return { file, capture: await desk.evaluate(READ, { snapshot, generic: options.generic === true }) };
  } catch (error) {
    return { file, failure: reason(error) };
  } finally {
    await page?.context().close();
  }
}

async function openOffline(browser: Browser, url: string, html: string): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  let served = false;
  await page.route("**/*", (route: Route) => {
    const request = route.request();
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return route.abort();
    if (served) return route.fulfill({ status: 204 }); // a page that wants to go elsewhere stays
    served = true;
    return route.fulfill({ contentType: "text/html; charset=utf-8", headers: OFF, body: html });
  });
  await page.goto(url.split("#")[0] ?? url, { waitUntil: "domcontentloaded", timeout: PATIENCE });
  return page;
}

/** Scripts of the page never run: the sandbox of its own response forbids them. */
const OFF = { "content-security-policy": "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'" };

declare const earshotReader: typeof import("../lib/collect/read/read-snapshot");

const READ = ({ snapshot, generic }: { snapshot: PageSnapshot; generic: boolean }): Promise<Capture> =>
  earshotReader.readSnapshot(snapshot, { generic, saved: true });

/** The page's own script world never sees ours. */
async function copyOf(page: Page, url: string, now: Date): Promise<PageSnapshot> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "earshot",
  });
  const given = `{ url: ${JSON.stringify(url)}, now: new Date(${now.getTime()}) }`;
  const expression = `${await pageBundle()}\n;earshotPage.takeSnapshot(document, ${given}).then(JSON.stringify)`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
    timeout: PATIENCE,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return JSON.parse(String(result.value)) as PageSnapshot;
}

/** Bytes as text: UTF-8 where they are (a page saved by a browser keeps its old declaration), else as the page declares. */
function decode(bytes: Buffer): string {
  const head = bytes.subarray(0, 4096).toString("latin1");
  const declared = head.match(/<meta[^>]+charset=["']?\s*([\w-]+)/i)?.[1];
  if (bytes.length === 0) throw new Error("the file is empty.");
  for (const label of ["utf-8", declared]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // not this encoding, or one that nobody knows
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** `<link rel=canonical>` or `og:url` of a page that was not opened yet. */
function statedUrl(html: string): string | undefined {
  for (const [tag] of html.matchAll(/<(?:link|meta)\b[^>]*>/gi)) {
    const named = /rel=["']?canonical\b/i.test(tag)
      ? "href"
      : /property=["']?og:url\b/i.test(tag)
        ? "content"
        : undefined;
    const value = named && tag.match(new RegExp(`${named}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i"));
    const url = (value?.[1] ?? value?.[2] ?? value?.[3])?.replaceAll("&amp;", "&");
    if (url && URL.canParse(url) && /^https?:/i.test(url)) return url;
  }
  return undefined;
}

function reason(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "there is no such file.";
  if (error instanceof Error && "code" in error && error.code === "EISDIR")
    return "this is a folder; name the files in it.";
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
