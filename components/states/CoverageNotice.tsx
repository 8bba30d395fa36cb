import type { Coverage } from "../../lib/domain";
import { Notice } from "../frame/Notice";
import { useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";

/** Ends after which pressing Go on takes up the reading where it was. */
const GOES_ON: readonly Coverage["why"][] = [
  "stopped",
  "cap",
  "captcha",
  "refused",
  "login",
  "slow",
  "failed",
  "stuck",
];
/** Ends that nobody needs to hear of: everything was read, or as much as was asked for. */
const QUIET: readonly Coverage["why"][] = ["all", "page"];

/** How much of what the site announces was read, and why no more; kept with the subject, so it is still there tomorrow. */
export function CoverageNotice({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  const coverage = view.subject?.coverage;
  if (view.reading || !coverage) return null;
  const { why, cut = 0 } = coverage;
  return (
    <>
      {why === "end" || QUIET.includes(why) ? (
        <ShownOnly coverage={coverage} />
      ) : (
        <Notice
          tone={why === "stopped" || why === "cap" ? "plain" : "warning"}
          title={phrase("coverageTitle", { why })}
        >
          <p>
            {figures(coverage, phrase)}{" "}
            {phrase("coverageWhy", { why, status: coverage.status ?? 0, seconds: coverage.wait ?? 0 })}
          </p>
          <GoOn view={view} actions={actions} why={why} />
        </Notice>
      )}
      {cut > 0 && <p class="note-line">{phrase("coverageCut", { count: cut })}</p>}
    </>
  );
}

/** Sites announce more than they show: ratings without words, reviews in other languages. */
function ShownOnly({ coverage: { why, read, announced = 0 } }: { coverage: Coverage }) {
  const { phrase } = useTexts();
  if (why !== "end" || announced <= read) return null;
  return <p class="note-line">{phrase("coverageShownOnly", { read, announced })}</p>;
}

function figures({ read, announced = 0 }: Coverage, phrase: ReturnType<typeof useTexts>["phrase"]): string {
  return announced > read ? phrase("coverageReadOf", { read, announced }) : phrase("coverageRead", { count: read });
}

function GoOn({ view, actions, why }: { view: PanelView; actions: PanelActions; why: Coverage["why"] }) {
  const { phrase } = useTexts();
  const { page } = view;
  if (page.at !== "seen" || page.glance.reviews + page.glance.comments === 0) return null;
  const again = why === "left" && page.glance.hasMore;
  if (!GOES_ON.includes(why) && !again) return null;
  return (
    <button type="button" onClick={() => actions.read(page.glance.hasMore, !again)}>
      {phrase("goOn")}
    </button>
  );
}
