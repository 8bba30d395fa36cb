import { useRef, useState } from "preact/hooks";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EngineActions } from "./engines-view";
import { Progress } from "./Progress";

/** Takes a model file; large ones are copied for a while, which can be stopped. */
export function AddFile({ add }: { add: EngineActions["addFile"] }) {
  const { phrase, bytes } = useTexts();
  const { problem, act } = useActing();
  const [copying, setCopying] = useState<{ name: string; size: number; done: number }>();
  const [added, setAdded] = useState("");
  const stop = useRef<AbortController>(undefined);
  const field = useRef<HTMLInputElement>(null);

  async function take(file: File) {
    const controller = new AbortController();
    stop.current = controller;
    const begun = { name: file.name, size: file.size, done: 0 };
    setAdded("");
    setCopying(begun);
    const onBytes = (done: number) => setCopying({ ...begun, done });
    const worked = await act(() => add(file, { signal: controller.signal, onBytes }));
    setCopying(undefined);
    if (worked) setAdded(file.name);
    queueMicrotask(() => field.current?.focus());
  }

  return (
    <>
      {copying ? (
        <div class="copying">
          <Progress
            label={phrase("enginesCopying", { name: copying.name })}
            share={copying.done / (copying.size || 1)}
          />
          <span class="sub">
            {phrase("enginesDownloaded", { stored: bytes(copying.done), all: bytes(copying.size), state: "copying" })}
          </span>
          <button type="button" class="small" ref={(button) => button?.focus()} onClick={() => stop.current?.abort()}>
            {phrase("stop")}
          </button>
        </div>
      ) : (
        <label class="choose-file">
          {phrase("enginesFile")}
          <input
            ref={field}
            type="file"
            accept=".gguf"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void take(file);
              currentTarget.value = ""; // the same file can be chosen again
            }}
          />
        </label>
      )}
      <p class="sub" role="status">
        {added && phrase("enginesFileAdded", { name: added })}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
}
