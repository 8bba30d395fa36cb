import { Notice } from "../frame/Notice";
import { useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";
import { CoverageNotice } from "./CoverageNotice";
import { Detail } from "./Detail";

/** How the last reading ended, when it did not simply end well; and what could not be read. */
export function ReadingNotice({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  const { ended, reading } = view;
  if (reading) return null;
  return (
    <>
      {isBroken(view) ? <BrokenOff view={view} actions={actions} /> : <CoverageNotice view={view} actions={actions} />}
      {ended && ended.warnings.length > 0 && (
        <details class="warnings">
          <summary>{phrase("warningsTitle", { count: ended.warnings.length })}</summary>
          <ul>
            {ended.warnings.map(({ code, count = 1, message }) => (
              <li key={message}>{phrase("warning", { code, count })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The page went away, or nothing is stored that could tell how far the reading came. */
function isBroken({ ended, subject }: PanelView): boolean {
  if (!ended || ended.how === "done") return false;
  return ended.how !== "stopped" || !subject?.coverage;
}

function BrokenOff({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  const { ended, page } = view;
  if (!ended) return null;
  const readable = page.at === "seen" && page.glance.reviews + page.glance.comments > 0;
  return (
    <Notice tone={ended.how === "stopped" ? "plain" : "warning"} title={phrase("readingEndTitle", { how: ended.how })}>
      {ended.problem && <p>{phrase("problem", { code: ended.problem, name: "", other: "" })}</p>}
      <p>{phrase("readingEndKept", { count: ended.found })}</p>
      {ended.detail && <Detail lines={[ended.detail]} />}
      {readable && (
        <button type="button" onClick={() => actions.read(page.glance.hasMore)}>
          {phrase("readOn")}
        </button>
      )}
    </Notice>
  );
}
