import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Turn } from "../../lib/domain";

/**
 * Scrolls a new turn into view, its question first: answers may be longer than the panel. Once more when its answer is there, which needs
 * the room, unless the person looks elsewhere by then.
 */
export function useNewestInView(
  turns: RefObject<HTMLElement | null>,
  count: number,
  state: Turn["state"] | undefined,
): void {
  const before = useRef({ count, state });
  useEffect(() => {
    const newest = turns.current?.querySelector(".turn:last-of-type");
    const answered = before.current.state === "answering" && state !== "answering";
    if (newest && (count > before.current.count || (answered && isInView(newest))))
      newest.scrollIntoView({ block: "start" });
    before.current = { count, state };
  }, [count, state]);
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
