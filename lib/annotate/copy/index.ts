/** A page as it is now, so that evidence survives its death. Nothing is fetched: what the page has not loaded itself is not in the copy. */
import { Problem } from "../../domain";
import type { RawPageCopy } from "../../notebook-protocol";
import { pageHtml } from "./page-html";
import { pageWords } from "./page-words";

/** Longer texts are cut (UTF-16 units). */
const LONGEST_TEXT = 2_000_000;
/** Larger pages are kept as text only (UTF-16 units). */
const LONGEST_HTML = 24_000_000;

/**
 * @param options.html as one file, too
 * @throws Problem copy_large when the page is too large for one file, copy_failed; the signal's reason
 */
export async function copyPage(
  document: Document,
  { html, signal }: { html: boolean; signal: AbortSignal },
): Promise<RawPageCopy> {
  signal.throwIfAborted();
  const taken = new Date().toISOString();
  const copy: RawPageCopy = {
    url: document.URL,
    title: document.title.trim().slice(0, 300),
    taken,
    text: pageWords(document).slice(0, LONGEST_TEXT),
  };
  if (!html) return copy;
  const whole = await pageHtml(document, { url: copy.url, taken, signal });
  if (whole.html.length > LONGEST_HTML) {
    const size = `${Math.round(whole.html.length / 1e6)} MB`;
    throw new Problem("copy_large", `This page is too large to be kept whole (${size}). Its text is kept.`, {
      name: size,
    });
  }
  return { ...copy, html: whole.html, missing: whole.missing };
}
