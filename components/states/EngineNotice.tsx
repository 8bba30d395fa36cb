import { Notice } from "../frame/Notice";
import { selector, useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";
import { Detail } from "./Detail";

/** The engine does not answer, its model is missing or wrong, or a batch failed: said once, with a way on. */
export function EngineNotice({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  if (view.engine.at === "silent") {
    return (
      <Notice tone="warning" title={phrase("engineSilentTitle")}>
        <p>{phrase("engineSilent")}</p>
        <button type="button" onClick={actions.reconnect}>
          {phrase("tryAgain")}
        </button>
      </Notice>
    );
  }
  if (view.engine.at !== "here") return null;
  const { encoder, problems } = view.engine.state;
  return (
    <>
      {encoder.state === "failed" && (
        <Notice tone="warning" title={phrase("modelTitle", { reason: selector(encoder.reason) })}>
          <p>{phrase("modelHelp", { reason: selector(encoder.reason) })}</p>
          <Detail lines={[encoder.message]} />
          <button type="button" onClick={actions.retryEncoder}>
            {phrase("tryAgain")}
          </button>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="warning" title={phrase("problemsTitle", { count: problems.length })}>
          <p>{phrase("problemsHelp")}</p>
          <Detail lines={problems} />
        </Notice>
      )}
    </>
  );
}
