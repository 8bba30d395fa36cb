/** Tells what a page adds. */

/** Changes with less new text than this are clocks, counters and tooltips. */
const LEAST = 30;
/** Attributes that show what was hidden. */
const SHOWING = ["hidden", "open", "aria-hidden", "aria-expanded"];

/** Calls `onChange` whenever text was added, replaced or shown, in the document or one of its inner trees. */
export function observeText(roots: readonly Node[], onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const observer = new MutationObserver((changes) => {
    if (changes.some(addsText)) onChange();
  });
  for (const root of roots)
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: SHOWING });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

function addsText({ type, target, addedNodes }: MutationRecord): boolean {
  return (type === "childList" ? [...addedNodes] : [target]).some(
    (node) => node.nodeType !== Node.COMMENT_NODE && (node.textContent?.trim().length ?? 0) >= LEAST,
  );
}

/**
 * Waits until the page has added text and come to rest again.
 * @param patience milliseconds until it is taken for settled without any change
 * @param quiet milliseconds without a change that count as rest
 * @throws the reason of `signal`
 */
export async function settled(
  roots: readonly Node[],
  { patience, quiet }: { patience: number; quiet: number },
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  await new Promise<void>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener("abort", stop, { signal: ended.signal });
    const last = setTimeout(resolve, patience);
    let rest: ReturnType<typeof setTimeout> | undefined;
    ended.signal.addEventListener("abort", () => [last, rest].forEach(clearTimeout), { once: true });
    observeText(
      roots,
      () => {
        clearTimeout(rest);
        rest = setTimeout(resolve, quiet);
      },
      ended.signal,
    );
  }).finally(() => ended.abort());
}
