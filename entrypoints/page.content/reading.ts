/**
 * One reading of this page: copies it, hands the copy over, keeps it until the engine has stored what it holds, and goes
 * on watching for records that appear later.
 */
import { fetchDocument } from "../../lib/collect/page/fetch-document";
import { takeSnapshot } from "../../lib/collect/page/take-snapshot";
import { watchForMore } from "../../lib/collect/page/watch";
import type { PageSnapshot } from "../../lib/collect/snapshot";
import { type PageReading, type ReadReport, sendMessage } from "../../lib/protocol";

const PAGES_LIMIT = 200;
/** Milliseconds between two pages, so that no site is burdened. */
const PACE = 700;
/** How often a copy is offered before the reading gives up and says so. */
const ATTEMPTS = 4;

export interface Reading {
  report: Promise<ReadReport>;
  stop(): void;
}

/** Starts reading at once. Stopping keeps what was stored and ends the watch. */
export function makeReading(allPages: boolean): Reading {
  const stopper = new AbortController();
  const { signal } = stopper;
  const known = new Set<string>();
  const report = read(allPages, known, signal).then((done) => {
    if (!signal.aborted) watch(done, known, signal);
    return done;
  });
  return { report, stop: () => stopper.abort() };
}

/** What stands on this page now, without storing anything. */
export async function look(signal: AbortSignal): Promise<PageReading> {
  return offer(await takeSnapshot(document, { url: location.href, now: new Date(), signal }), { store: false }, signal);
}

async function read(allPages: boolean, known: Set<string>, signal: AbortSignal): Promise<ReadReport> {
  const report: ReadReport = { found: 0, added: 0, pages: 0, stopped: false, subjectId: "", warnings: [] };
  const visited = new Set<string>();
  let subject: PageReading["subject"] | undefined;
  let url: string | undefined = location.href;
  try {
    while (url && !visited.has(url) && report.pages < (allPages ? PAGES_LIMIT : 1)) {
      if (visited.size > 0) await pause(PACE, signal);
      const page: Document = visited.size > 0 ? await fetchDocument(url, signal) : document;
      visited.add(url);
      const snapshot = await takeSnapshot(page, { url, now: new Date(), signal });
      const reading: PageReading = await offer(snapshot, { subject, store: true }, signal);
      // Later pages say less about what they are about, or say it under another address: one reading has one subject.
      subject ??= reading.subject;
      if (!count(reading, known, report)) break;
      url = reading.more.nextPage;
    }
  } catch (error) {
    if (!signal.aborted) report.warnings.push(sentenceFor(error, url ?? "", report));
  }
  report.stopped = signal.aborted;
  return report;
}

/** @returns whether the page brought anything new */
function count({ glance, ids, receipt }: PageReading, known: Set<string>, report: ReadReport): boolean {
  const isNew = ids.some((id) => !known.has(id));
  for (const id of ids) known.add(id);
  report.pages += 1;
  report.warnings.push(...glance.warnings.filter((warning) => !report.warnings.includes(warning)));
  report.found += receipt?.found ?? 0;
  report.added += receipt?.added ?? 0;
  report.subjectId = receipt?.subjectId ?? report.subjectId;
  const { found, added, pages, subjectId } = report;
  void sendMessage("pageProgress", { found, added, pages, subjectId }).catch(() => undefined);
  return isNew;
}

function sentenceFor(error: unknown, url: string, { pages }: ReadReport): string {
  const why = error instanceof Error ? error.message : String(error);
  return pages === 0 ? why : `Page ${pages + 1} (${url}) could not be read: ${why} The pages before it are kept.`;
}

async function offer(
  snapshot: PageSnapshot,
  how: { subject?: PageReading["subject"]; store: boolean },
  signal: AbortSignal,
): Promise<PageReading> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendMessage("engineRead", { snapshot, ...how });
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === ATTEMPTS) throw new Error("What was read could not be stored. Try again.", { cause: error });
      // The engine may have been ended with its document; storing twice over changes nothing.
      await sendMessage("engineEnsure", undefined).catch(() => undefined);
      await pause(250 * attempt, signal);
    }
  }
}

/** Records that appear after the reading ("load more", endless lists) are stored as they come. */
function watch(report: ReadReport, known: Set<string>, signal: AbortSignal): void {
  const address = location.href;
  const onMore = async () => {
    // Another address in the same document is another subject; the panel asks before reading it.
    if (location.href !== address) return;
    const snapshot = await takeSnapshot(document, { url: address, now: new Date(), signal });
    // the whole page again, for what can be told of it only as a whole; what is stored already stays as it is
    count(await offer(snapshot, { store: true }, signal), known, report);
  };
  watchForMore(document, () => void onMore().catch(() => undefined), signal);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}
