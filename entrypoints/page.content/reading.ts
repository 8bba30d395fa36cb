/**
 * One reading of this page: reads, hands over page by page, keeps each until the engine has stored it, and goes on
 * watching for records that appear later.
 */
import { type Capture, collect, readPages, watchForMore } from "../../lib/collect";
import { type CommitReceipt, type ReadReport, sendMessage } from "../../lib/protocol";

/**
 * Records a message. What is told of a whole page (day before month, an id used twice, who answers whom) is worked out
 * over a message, so a page is cut only where the browser's limit of 64 MB could be near.
 */
const BATCH = 5_000;
const PAGES_LIMIT = 200;
/** How often a batch is offered before the reading gives up and says so. */
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

async function read(allPages: boolean, known: Set<string>, signal: AbortSignal): Promise<ReadReport> {
  const report: ReadReport = { found: 0, added: 0, pages: 0, stopped: false, subjectId: "", warnings: [] };
  const options = { url: location.href, now: new Date(), signal, maxPages: allPages ? PAGES_LIMIT : 1 };
  try {
    let subject: Capture["subject"] | undefined;
    for await (const capture of readPages(document, options)) {
      report.pages += 1;
      // Later pages say less about what they are about, or say it under another address: one reading has one subject.
      subject ??= { url: capture.url, ...capture.subject };
      report.warnings.push(...capture.warnings.filter((warning) => !report.warnings.includes(warning)));
      await handOver({ ...capture, subject }, report, signal);
      for (const review of capture.reviews) known.add(fingerprint(review));
    }
  } catch (error) {
    if (!signal.aborted) report.warnings.push(error instanceof Error ? error.message : String(error));
  }
  report.stopped = signal.aborted;
  return report;
}

/** Sends a reading in batches, each kept until it is stored. */
async function handOver(capture: Capture, report: ReadReport, signal: AbortSignal): Promise<void> {
  for (let from = 0; from < capture.reviews.length; from += BATCH) {
    signal.throwIfAborted();
    const receipt = await commit({ ...capture, reviews: capture.reviews.slice(from, from + BATCH) }, signal);
    report.found += receipt.found;
    report.added += receipt.added;
    report.subjectId = receipt.subjectId;
    const { found, added, pages, subjectId } = report;
    void sendMessage("pageProgress", { found, added, pages, subjectId }).catch(() => undefined);
  }
}

async function commit(capture: Capture, signal: AbortSignal): Promise<CommitReceipt> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendMessage("engineCommit", { capture });
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === ATTEMPTS) throw new Error("What was read could not be stored. Try again.", { cause: error });
      // The engine may have been ended with its document; a commit twice over changes nothing.
      await sendMessage("engineEnsure", undefined).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 250 * attempt));
    }
  }
}

/** Records that appear after the reading ("load more", endless lists) are stored as they come. */
function watch(report: ReadReport, known: Set<string>, signal: AbortSignal): void {
  const address = location.href;
  const onMore = async () => {
    // Another address in the same document is another subject; the panel asks before reading it.
    if (location.href !== address) return;
    const capture = await collect(document, { url: address, now: new Date(), signal });
    if (capture.reviews.every((review) => known.has(fingerprint(review)))) return;
    // the whole page again, for what can be told of it only as a whole; what is stored already stays as it is
    await handOver(capture, report, signal);
    for (const review of capture.reviews) known.add(fingerprint(review));
  };
  watchForMore(document, () => void onMore().catch(() => undefined), signal);
}

function fingerprint(review: { nativeId?: string; author?: string; body: string }): string {
  return JSON.stringify([review.nativeId, review.author, review.body]);
}
