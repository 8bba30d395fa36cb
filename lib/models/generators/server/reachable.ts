/**
 * A browser tells a program nothing about a failed request: neither whether something answered nor what it forbade. A request whose
 * answer may not be read (`no-cors`) tells the two apart: it fails only when nothing answers.
 * In a page that is cross-origin isolated, as our engine, the browser holds even that answer back, but it reports that it did
 * (https://html.spec.whatwg.org/multipage/browsers.html#coep, "queue a cross-origin embedder policy CORP violation report").
 */

/** A report follows the failed request at once; this is for a machine that is busy. */
const REPORT_WAIT = 1_000;
/** Whoever does not answer a question without content by then does not answer. */
const ANSWER_WAIT = 5_000;

/** Chromium shows what a report holds only as JSON. */
interface BlockedBody {
  toJSON(): { blockedURL?: string };
}
type Observer = new (
  callback: (reports: { body: BlockedBody | null }[]) => void,
  options: { types: string[] },
) => { observe(): void; disconnect(): void };

/**
 * Whether anything answers at an address, readable or not. Sends neither key nor text. False wherever it cannot be known.
 * @param fetcher as in the request that failed
 */
export async function answersAtAll(url: string, fetcher: typeof fetch): Promise<boolean> {
  if (!("location" in globalThis)) return false; // Node: nothing is forbidden there, so a failure is a failure
  const report = watchReports(url);
  try {
    const signal = AbortSignal.timeout(ANSWER_WAIT);
    await fetcher(url, { mode: "no-cors", credentials: "omit", cache: "no-store", signal });
    return true;
  } catch {
    return await report.blocked(); // awaited here, since the watching ends below
  } finally {
    report.end();
  }
}

function watchReports(url: string): { blocked(): Promise<boolean>; end(): void } {
  const Observer = (globalThis as { ReportingObserver?: Observer }).ReportingObserver;
  if (!Observer || !globalThis.crossOriginIsolated) return { blocked: async () => false, end() {} };
  let found: () => void = () => {};
  const seen = new Promise<boolean>((resolve) => {
    found = () => resolve(true);
  });
  const look = (reports: { body: BlockedBody | null }[]) => {
    if (reports.some(({ body }) => body?.toJSON().blockedURL === url)) found();
  };
  const observer = new Observer(look, { types: ["coep"] });
  observer.observe();
  const late = () => new Promise<boolean>((resolve) => setTimeout(resolve, REPORT_WAIT, false));
  return { blocked: () => Promise.race([seen, late()]), end: () => observer.disconnect() };
}
