import { useTexts } from "../texts";
import type { ImportActions, ImportView } from "./import-view";
import { LeftOutRows } from "./LeftOutRows";
import { PreviewTable } from "./PreviewTable";
import { ProblemNote } from "./ProblemNote";
import { ReadingChoices } from "./ReadingChoices";
import { SubjectChoice } from "./SubjectChoice";

/** What the file was taken for, open to change; nothing is stored before the last button. */
export function PreviewForm({ view, actions }: { view: ImportView & { at: "preview" }; actions: ImportActions }) {
  const { phrase } = useTexts();
  const { preview, source, choices, busy, problem } = view;
  const hasText = preview.columns.some(({ field }) => field === "body" || field === "title");
  const ready = preview.reviews > 0;
  return (
    <form
      class={busy ? "busy" : ""}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) actions.store();
      }}
    >
      <section>
        <p class="import-source" dir="auto">
          {source.name}
        </p>
        <p class="import-count" role="status">
          {phrase("importCount", { count: preview.reviews, left: preview.leftOut.count })}
        </p>
        <ProblemNote problem={problem} />
        {!hasText && <p class="import-problem">{phrase("importNoText")}</p>}
        <LeftOutRows preview={preview} />
      </section>
      <SubjectChoice preview={preview} choices={choices} onChange={actions.change} />
      {preview.layout && <ReadingChoices preview={preview} onChange={actions.change} />}
      <PreviewTable preview={preview} onChange={actions.change} />
      {!preview.layout && <ReadingChoices preview={preview} onChange={actions.change} />}
      <p class="import-go">
        <button type="submit" class="main" disabled={!ready}>
          {phrase("importAdd", { count: preview.reviews })}
        </button>
      </p>
    </form>
  );
}
