import { useEffect, useRef, useState } from "preact/hooks";
import type { GuideTopic } from "../../../lib/domain";

/** Kept this often (s): so much is lost at most when the browser is ended. */
const KEPT_EVERY = 10;
/** A longer tick (s) is a machine that slept. */
const LONGEST_TICK = 3;

/**
 * The moderator's clock: runs for one topic while the group is open and the panel is seen.
 * @param topic place in the guide; no time runs before the first
 * @param onTime takes seconds that are to be kept
 * @returns seconds spent on each topic, those not kept yet included
 */
export function useModeratorClock(
  guide: readonly GuideTopic[],
  topic: number | undefined,
  onTime: (topic: number, seconds: number) => void,
): number[] {
  const [waiting, setWaiting] = useState<{ topic?: number; seconds: number }>({ seconds: 0 });
  const keep = useRef(onTime);
  keep.current = onTime;
  const shown = useRef<number[]>([]);

  useEffect(() => {
    if (topic === undefined) return;
    const clock = startClock(
      (seconds) => keep.current(topic, seconds),
      (seconds) => setWaiting({ topic, seconds }),
    );
    return () => clock.end();
  }, [topic]);

  // what was sent comes back stored a moment later: the time shown never goes back
  shown.current = guide.map(({ spent = 0 }, place) =>
    Math.max(shown.current[place] ?? 0, spent + (place === waiting.topic ? waiting.seconds : 0)),
  );
  return shown.current;
}

function startClock(onTime: (seconds: number) => void, onWaiting: (seconds: number) => void): { end(): void } {
  let waiting = 0;
  let last = performance.now();
  function tick() {
    const now = performance.now();
    const passed = (now - last) / 1000;
    last = now;
    if (document.visibilityState === "visible" && passed <= LONGEST_TICK) waiting += passed;
    if (waiting >= KEPT_EVERY) hand();
    onWaiting(waiting);
  }
  function hand() {
    if (waiting > 0) onTime(waiting);
    waiting = 0;
  }
  const leave = () => {
    tick();
    hand();
  };
  const timer = setInterval(tick, 1000);
  document.addEventListener("visibilitychange", hand);
  addEventListener("pagehide", leave);
  return {
    end() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", hand);
      removeEventListener("pagehide", leave);
      leave();
    },
  };
}
