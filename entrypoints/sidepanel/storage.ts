/** How much room is used and left. */
import { useEffect, useState } from "preact/hooks";
import type { PanelView } from "../../components/view";

/** Estimates cost little, but nobody watches them grow (ms). */
const PAUSE = 15_000;

/** @returns the browser's estimate, renewed while the panel is open; undefined where it gives none */
export function useStorage(): PanelView["storage"] {
  const [storage, setStorage] = useState<PanelView["storage"]>();
  useEffect(() => {
    const measure = async () => {
      const { usage, quota } = await navigator.storage.estimate();
      if (usage !== undefined && quota !== undefined) setStorage({ usage, quota });
    };
    void measure();
    const timer = setInterval(measure, PAUSE);
    return () => clearInterval(timer);
  }, []);
  return storage;
}
