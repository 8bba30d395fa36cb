/** When a saved page was saved, as far as the page itself proves: nothing in it was written after it. */

/** Characters of data looked through; what was current when the page was made stands in its head and its data. */
const MOST = 4_000_000;
const ISO = /(?:19|20)\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][0-2]\d:?\d\d)?)?/g;
const EPOCH =
  /(?:time|date|now|stamp|created|updated|modified|rendered|published|at)\\?["']?\s{0,2}[:=]\s{0,2}\\?["']?(1\d{9}(?:\d{3})?)(?!\d)/gi;
/** Names of dates that may lie after the page: prices end, offers begin, events take place. */
const AHEAD = /valid|until|expir|end|avail|releas|deadline|start|begin|event|deliver|ship|through|copyright|maxage/i;

/**
 * @param now time of reading; what lies after it proves nothing
 * @returns ISO 8601 in UTC of the latest moment told in texts of the page; undefined when none is
 */
export function latestMoment(texts: Iterable<string>, now: Date): string | undefined {
  let latest = Number.NaN;
  let looked = 0;
  for (const text of texts) {
    const part = text.slice(0, MOST - looked);
    looked += part.length;
    for (const time of timesIn(part)) if (time <= now.getTime() && !(time <= latest)) latest = time;
    if (looked >= MOST) break;
  }
  return Number.isNaN(latest) ? undefined : new Date(latest).toISOString();
}

function* timesIn(text: string): Generator<number> {
  for (const found of text.matchAll(ISO)) {
    const name = text.slice(Math.max(0, (found.index ?? 0) - 32), found.index);
    if (!AHEAD.test(name.split(/[,;{}]/).at(-1) ?? "")) yield Date.parse(found[0]);
  }
  for (const found of text.matchAll(EPOCH)) {
    const name = text.slice(Math.max(0, (found.index ?? 0) - 16), found.index) + found[0];
    const digits = found[1] ?? "";
    if (!AHEAD.test(name)) yield Number(digits) * (digits.length === 10 ? 1000 : 1);
  }
}

/** `latestMoment` of a document: its data, its `<meta>` and its `<time>` elements. */
export function pageDateOf(document: Document, now: Date): string | undefined {
  return latestMoment(dated(document), now);
}

function* dated(document: Document): Generator<string> {
  for (const element of document.querySelectorAll("time[datetime]")) yield element.getAttribute("datetime") ?? "";
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop") ?? "";
    yield `${name}: ${meta.getAttribute("content")?.slice(0, 200)}`;
  }
  for (const script of document.querySelectorAll("script")) yield script.textContent ?? "";
}
