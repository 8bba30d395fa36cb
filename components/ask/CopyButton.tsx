import { useState } from "preact/hooks";
import { useTexts } from "../texts";

/** Copies, and says whether it worked. `label` is a text with the states copied, failed and other. */
export function CopyButton({ label, copy }: { label: string; copy: () => Promise<boolean> }) {
  const { phrase } = useTexts();
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");
  return (
    <button
      type="button"
      class="link"
      aria-live="polite"
      onClick={() => void copy().then((done) => setState(done ? "copied" : "failed"))}
    >
      {phrase(label, { state })}
    </button>
  );
}
