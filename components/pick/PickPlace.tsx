import { useEffect, useRef } from "preact/hooks";
import { Detail } from "../states/Detail";
import { useTexts } from "../texts";
import { Pointing } from "./Pointing";
import { ProposalForm } from "./ProposalForm";
import type { PickActions, PickView } from "./pick-view";

/** Where a person shows what a review is: point, check, read. The heading has the focus at each step. */
export function PickPlace({ view, actions }: { view: PickView; actions: PickActions }) {
  const { phrase } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const proposal = view.at === "proposed" ? view.proposals.levels[view.level] : undefined;
  const count = proposal?.paths.length ?? 0;
  useEffect(() => {
    if (view.at !== "pointing") heading.current?.focus({ preventScroll: true });
  }, [view.at, count]);
  return (
    <main
      class="import pick"
      onKeyDown={(event) => event.key === "Escape" && view.at !== "pointing" && actions.close()}
    >
      <header class="import-head">
        <h1 tabIndex={-1} ref={heading}>
          {proposal ? phrase("pickFound", { count }) : phrase("pickTitle")}
        </h1>
        <button type="button" class="link" onClick={actions.close}>
          {phrase("cancel")}
        </button>
      </header>
      {view.at === "pointing" && <Pointing words={view.words} actions={actions} />}
      {view.at === "finding" && (
        <p class="waiting" role="status">
          {phrase("pickFinding")}
        </p>
      )}
      {view.at === "proposed" && proposal && (
        // Another level has other fields: nothing decided about this one holds for it.
        <ProposalForm key={view.level} view={view} proposal={proposal} actions={actions} />
      )}
      {(view.at === "nothing" || view.at === "failed") && (
        <section>
          <p class="import-problem">{phrase(view.at === "nothing" ? "pickNothing" : "pickFailed")}</p>
          {view.at === "failed" && <Detail lines={[view.message]} />}
          <p class="actions">
            <button type="button" class="main" onClick={actions.begin}>
              {phrase("pickAgain")}
            </button>
          </p>
        </section>
      )}
    </main>
  );
}
