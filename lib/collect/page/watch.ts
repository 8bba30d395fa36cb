/** Tells when a page shows more than before: "load more" was pressed, somebody scrolled on. */

/** Quiet time after the last change before anybody is told, in milliseconds. */
const QUIET = 800;
/** Changes with less new text than this are clocks, counters and tooltips. */
const LEAST = 30;

/** Calls `onMore` after new text was added; does nothing while the page does nothing. Ends with `signal`. */
export function watchForMore(document: Document, onMore: () => void, signal: AbortSignal): void {
  if (signal.aborted || !document.body) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((changes) => {
    if (!changes.some(addsText)) return;
    clearTimeout(timer);
    timer = setTimeout(onMore, QUIET);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

function addsText(change: MutationRecord): boolean {
  for (const node of change.addedNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && (node.textContent?.trim().length ?? 0) >= LEAST) return true;
  }
  return false;
}
