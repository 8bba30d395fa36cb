import { useEffect, useRef } from "preact/hooks";

/** What keeps Escape for itself: a question to be answered, an open list. */
const OWN = ".confirm, .tour, select";

/**
 * Escape in a talk: what is open in it closes first, by itself; then it stops what is being written; then it leaves the talk. A question that
 * is half written is never left behind.
 */
export function useEscape({ stop, leave }: { stop: (() => void) | undefined; leave: () => void }): void {
  const act = useRef({ stop, leave });
  act.current = { stop, leave };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(OWN)) return;
      if (act.current.stop) return act.current.stop();
      if (event.target instanceof HTMLTextAreaElement && event.target.value.trim() !== "") return;
      act.current.leave();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
