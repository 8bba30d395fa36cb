import { useState } from "preact/hooks";
import { useTexts } from "../texts";
import type { ImportView } from "./import-view";

/** How many reviews are stored by now, with a way to stop; those that are stay. */
export function Storing({ view, onStop }: { view: ImportView & { at: "storing" }; onStop: () => void }) {
  const { phrase, number } = useTexts();
  const [pressed, setPressed] = useState(false);
  const { done, total, name } = view;
  function stop() {
    setPressed(true);
    onStop();
  }
  return (
    <section class="progress" aria-busy="true">
      <div
        class="track"
        role="progressbar"
        aria-label={phrase("importStoringOf", { name })}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <span style={{ width: `${(done / Math.max(1, total)) * 100}%` }} />
      </div>
      <p class="sub">{phrase("importStoring", { done: number(done), total: number(total) })}</p>
      <button type="button" class="small" aria-disabled={pressed} onClick={pressed ? undefined : stop}>
        {phrase(pressed ? "stopping" : "stop")}
      </button>
    </section>
  );
}
