import { siteText } from "../import/origin";
import { useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";
import { Coverage } from "./Coverage";
import { ProgressLine } from "./ProgressLine";

/** What the panel is looking at, how much of it is read, and the one thing to do next. */
export function Header({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  const { page, subject } = view;
  const glance = page.at === "seen" ? page.glance : undefined;
  const name = subject?.name || glance?.name || phrase("extensionName");
  const facts = [(subject && siteText(subject, phrase)) || glance?.site, subject?.brand, subject?.price].filter(
    Boolean,
  );
  return (
    <header class="head">
      <h1 dir="auto">{name}</h1>
      <div class="head-row">
        <p class="sub facts">{facts.join(" · ")}</p>
        <button type="button" class="link" id="add-reviews" onClick={actions.importing.begin}>
          {phrase("addReviews")}
        </button>
      </div>
      <Coverage view={view} />
      <ReadButtons view={view} actions={actions} />
      {page.at === "stored" && (
        <p>
          <button type="button" class="link" onClick={actions.backToPage}>
            {phrase("backToPage")}
          </button>
        </p>
      )}
      <ProgressLine view={view} actions={actions} />
    </header>
  );
}

function ReadButtons({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  if (view.page.at !== "seen" || view.reading) return null;
  const { glance } = view.page;
  if (glance.reviews + glance.comments === 0) return null;
  const stored = view.pulse?.reviews ?? 0;
  const already = stored > 0;
  const complete = isComplete(view) || stored >= (glance.total ?? Infinity);
  const kind = glance.reviews > 0 ? "reviews" : "comments";
  return (
    <>
      <p class="actions">
        <button type="button" class={already ? "" : "main"} onClick={() => actions.read(false)}>
          {already ? phrase("readAgain") : phrase("readPage", { kind })}
        </button>
        {glance.hasMore && (
          <button
            type="button"
            class={already && !complete ? "main" : ""}
            aria-describedby={isNewTo(view) ? "read-all-how" : undefined}
            onClick={() => actions.read(true)}
          >
            {phrase("readAllPages")}
          </button>
        )}
      </p>
      {glance.hasMore && isNewTo(view) && (
        <p class="sub soft" id="read-all-how">
          {phrase("readAllHow")}
        </p>
      )}
    </>
  );
}

/** What reading on does in the tab is said until somebody has seen it. */
function isNewTo({ subject }: PanelView): boolean {
  return subject?.coverage === undefined || subject.coverage.why === "page";
}

/** The last reading saw all that the site shows. */
function isComplete({ ended, subject }: PanelView): boolean {
  const why = subject?.coverage?.why;
  return why === "all" || why === "end" || (ended?.how === "done" && ended.allPages && why === undefined);
}
