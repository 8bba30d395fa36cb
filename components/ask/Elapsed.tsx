import { useEffect, useState } from "preact/hooks";
import { clockTime } from "./clock-time";

/** Sooner nobody wonders (s). */
const FROM = 3;

/** How long something is waited for: a model may think for a while, and what counts is not stuck. For eyes only. */
export function Elapsed() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setSeconds((performance.now() - began) / 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  if (seconds < FROM) return null;
  return (
    <span class="elapsed" aria-hidden="true">
      {clockTime(seconds)}
    </span>
  );
}
