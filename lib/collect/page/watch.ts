/** Tells when a page shows more than before: "load more" was pressed, somebody scrolled on. */
import { observeText } from "./changes";

/** Quiet time after the last change before anybody is told, in milliseconds. */
const QUIET = 800;
/** A page that never comes to rest is looked at this often. */
const LONGEST = 5_000;

/** Calls `onMore` after new text was added or shown; does nothing while the page does nothing. Ends with `signal`. */
export function watchForMore(document: Document, onMore: () => void, signal: AbortSignal, roots: Node[] = []): void {
  if (signal.aborted || !document.body) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const tell = () => {
    since = 0;
    onMore();
  };
  const onChange = () => {
    since ||= performance.now();
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(QUIET, since + LONGEST - performance.now())));
  };
  observeText([document.body, ...roots], onChange, signal);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}
