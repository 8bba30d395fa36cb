import { Slices } from "../document/slices";
import { type Capture, DATA_TOO_LARGE } from "../site";
import type { PageSnapshot } from "../snapshot";
import { collect, type ReadOptions } from "./collect";
import { pageDateOf } from "./page-date";
import { rebuild } from "./rebuild";

export interface SnapshotOptions extends Omit<ReadOptions, "url" | "now"> {
  /** The page was saved some time before the copy was made. */
  saved?: boolean;
}

/**
 * Reads everything readable in the copy of a page. Runs wherever there is a DOM, away from the page.
 * @throws the reason of `options.signal` when reading is stopped
 */
export async function readSnapshot(snapshot: PageSnapshot, options: SnapshotOptions = {}): Promise<Capture> {
  const document = await rebuild(snapshot, new Slices(options.signal));
  const now = new Date(snapshot.takenAt);
  const capture = await collect(document, { ...options, url: snapshot.url, now });
  if (options.saved) capture.saved = { at: pageDateOf(document, now) };
  if (snapshot.partial)
    capture.warnings.push({
      code: "page_too_large",
      message: "This page is too large to be read as a whole; what stands near its end is missing.",
    });
  if (snapshot.oversized) capture.warnings.push(DATA_TOO_LARGE);
  return capture;
}
