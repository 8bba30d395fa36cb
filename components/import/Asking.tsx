import { useId, useState } from "preact/hooks";
import { LARGEST_FILE } from "../../lib/collect/files/limits";
import { useTexts } from "../texts";
import type { ImportActions, ImportProblem } from "./import-view";
import { ProblemNote } from "./ProblemNote";

/** What the file dialog offers first; others can still be chosen, since endings do not decide. */
const ENDINGS = ".csv,.tsv,.tab,.txt,.xlsx,.json,.ndjson,.jsonl,text/*,application/json";

/** A file, a pasted text, or what is selected on the page. */
export function Asking({ problem, actions }: { problem: ImportProblem | undefined; actions: ImportActions }) {
  const { phrase } = useTexts();
  return (
    <>
      <section>
        <ProblemNote problem={problem} />
        <FileField onFile={actions.file} />
      </section>
      <PasteField onText={actions.text} />
      <section>
        <button type="button" onClick={actions.selection}>
          {phrase("addSelection")}
        </button>
        <p class="soft small-text">{phrase("addSelectionHint")}</p>
      </section>
      <p class="foot">{phrase("addPrivacy")}</p>
    </>
  );
}

function FileField({ onFile }: { onFile: (file: File) => void }) {
  const { phrase, bytes } = useTexts();
  const hint = useId();
  return (
    <div class="drop-field">
      <label class="button main">
        {phrase("addFile")}
        <input
          type="file"
          accept={ENDINGS}
          aria-describedby={hint}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file may be chosen again after it was mended.
            currentTarget.value = "";
            if (file) onFile(file);
          }}
        />
      </label>
      <p>{phrase("addDrop")}</p>
      <p class="soft small-text" id={hint}>
        {phrase("addFormats", { size: bytes(LARGEST_FILE) })}
      </p>
    </div>
  );
}

function PasteField({ onText }: { onText: (text: string) => void }) {
  const { phrase } = useTexts();
  const [text, setText] = useState("");
  const id = useId();
  const empty = text.trim() === "";
  return (
    <section class="paste-field">
      <label for={id}>{phrase("addPaste")}</label>
      <textarea
        id={id}
        rows={6}
        dir="auto"
        aria-describedby={`${id}-hint`}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p class="soft small-text" id={`${id}-hint`}>
        {phrase("addPasteHint")}
      </p>
      <button type="button" class={empty ? "" : "main"} disabled={empty} onClick={() => onText(text)}>
        {phrase("continue")}
      </button>
    </section>
  );
}
