import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../texts";
import { Asking } from "./Asking";
import type { ImportActions, ImportView } from "./import-view";
import { PreviewForm } from "./PreviewForm";
import { Storing } from "./Storing";

/** Where reviews are added that are on no page: file or text, preview, progress. The heading has the focus at each step. */
export function ImportPlace({
  view,
  actions,
}: {
  view: Exclude<ImportView, { at: "stored" }>;
  actions: ImportActions;
}) {
  const { phrase } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [view.at]);
  return (
    <main class="import" onKeyDown={(event) => event.key === "Escape" && view.at !== "storing" && actions.close()}>
      <header class="import-head">
        <h1 tabIndex={-1} ref={heading}>
          {phrase("addReviews")}
        </h1>
        {view.at !== "storing" && (
          <button type="button" class="link" onClick={actions.close}>
            {phrase("cancel")}
          </button>
        )}
      </header>
      {view.at === "asking" && <Asking problem={view.problem} actions={actions} />}
      {view.at === "opening" && (
        <p class="waiting" role="status">
          {phrase("importOpening", { name: view.name })}
        </p>
      )}
      {view.at === "preview" && <PreviewForm view={view} actions={actions} />}
      {view.at === "storing" && <Storing view={view} onStop={actions.stop} />}
    </main>
  );
}
