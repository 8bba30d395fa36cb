import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../texts";

/** Work that was left in the middle: gone on with, or thrown away; asked about when other work is to take its place. */
export function InHandNote({
  title,
  replacing = false,
  opens,
  onGoOn,
  onDiscard,
}: {
  title: string;
  replacing?: boolean;
  /** What the first button leads to, so that the keyboard finds back. */
  opens: string;
  onGoOn: () => void;
  onDiscard: () => void;
}) {
  const { phrase } = useTexts();
  const goOn = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!replacing) return;
    goOn.current?.focus({ preventScroll: true });
    goOn.current?.scrollIntoView({ block: "center" });
  }, [replacing]);
  return (
    <div class="test-kept" data-opens={opens} role={replacing ? "alert" : undefined}>
      <p>{phrase(replacing ? "testReplace" : "testKept", { title })}</p>
      <p class="actions">
        <button type="button" class="main" ref={goOn} onClick={onGoOn}>
          {phrase(replacing ? "testReplaceNot" : "goOn")}
        </button>
        <button type="button" onClick={onDiscard}>
          {phrase(replacing ? "testReplaceDo" : "testDiscard")}
        </button>
      </p>
    </div>
  );
}
