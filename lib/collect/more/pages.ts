/** Reads this page of reviews, then the pages after it. */

import { fold } from "../document/fold";
import { collect, type ReadOptions } from "../read/collect";
import type { Capture } from "../site";

export interface PagesOptions extends ReadOptions {
  /** Gets a page as a document; without it, `fetch` of the page's own origin and a parser that runs nothing. */
  fetchPage?: (url: string, signal?: AbortSignal) => Promise<Document>;
  /** Most pages to read, this one included. */
  maxPages?: number;
  /** Milliseconds between two pages, so that no site is burdened. */
  delay?: number;
}

/**
 * Yields one capture per page. Ends after the last page, at an address already read, at a page without new records,
 * or after `maxPages`. A page that cannot be had gives a capture without records whose warning says so.
 * @throws the reason of `signal` when reading is stopped
 */
export async function* readPages(document: Document, options: PagesOptions): AsyncGenerator<Capture> {
  const { fetchPage = fetchDocument, maxPages = 200, delay = 700, signal } = options;
  const visited = new Set<string>([options.url]);
  const seen = new Set<string>();
  let capture = await collect(document, options);
  addNew(capture, seen);
  yield capture;
  for (let page = 2; page <= maxPages; page += 1) {
    const url = capture.more.nextPage;
    if (!url || visited.has(url)) return;
    visited.add(url);
    await pause(delay, signal);
    const next = await readNext(url, page, options, fetchPage);
    if (next.reviews.length > 0 && addNew(next, seen) === 0) return;
    yield next;
    if (next.reviews.length === 0) return;
    capture = next;
  }
}

async function readNext(
  url: string,
  page: number,
  options: PagesOptions,
  fetchPage: NonNullable<PagesOptions["fetchPage"]>,
): Promise<Capture> {
  try {
    const document = await fetchPage(url, options.signal);
    return await collect(document, { url, now: options.now, signal: options.signal });
  } catch (error) {
    options.signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    const warning = `Page ${page} (${url}) could not be read: ${why} The pages before it are kept.`;
    return {
      url,
      title: "",
      subject: {},
      reviews: [],
      more: { buttons: [], expanders: [] },
      readAt: options.now.toISOString(),
      warnings: [warning],
    };
  }
}

/** @returns how many records of the capture were not on an earlier page */
function addNew(capture: Capture, seen: Set<string>): number {
  const before = seen.size;
  for (const { body, title, author, date } of capture.reviews)
    seen.add(fold(`${author}|${date}|${title}|${body}`, 400));
  return seen.size - before;
}

async function fetchDocument(url: string, signal?: AbortSignal): Promise<Document> {
  const response = await fetch(url, { signal, credentials: "same-origin", headers: { accept: "text/html" } });
  if (!response.ok) throw new Error(`the site answered ${response.status}.`);
  if (new URL(response.url || url).origin !== new URL(url).origin) throw new Error("the site led to another address.");
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
