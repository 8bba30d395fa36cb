import { useEffect, useMemo, useState } from "preact/hooks";
import { isBrought } from "../lib/collect/files/address";
import type { QuotedText } from "../lib/domain";
import type { ReviewFilter } from "../lib/report/facets";
import { overviewOf } from "../lib/report/overview";
import { Ask } from "./ask/Ask";
import { CodesContext } from "./codes/codes-view";
import { TranslatorContext, useTranslator } from "./evidence/translation";
import { Header } from "./frame/Header";
import { Tabs } from "./frame/Tabs";
import { Toast, type ToastContent } from "./frame/Toast";
import { DropTarget } from "./import/DropTarget";
import { ImportPlace } from "./import/ImportPlace";
import { StoredNotice } from "./import/StoredNotice";
import { notebookActs } from "./notes/acts";
import { Notes } from "./notes/Notes";
import { NotebookContext } from "./notes/notebook-context";
import { Overview } from "./overview/Overview";
import { themeEditing } from "./overview/theme-editing";
import { PickPlace } from "./pick/PickPlace";
import { Reviews } from "./reviews/Reviews";
import { segmentEditing } from "./segments/segment-editing";
import { ENGINES_TITLE } from "./settings/engines/engines-view";
import { Settings } from "./settings/Settings";
import { Beginning } from "./states/Beginning";
import { EngineNotice } from "./states/EngineNotice";
import { PageState } from "./states/PageState";
import { ReadingNotice } from "./states/ReadingNotice";
import { StorageNotice } from "./states/StorageNotice";
import { Test } from "./test/Test";
import { useTexts } from "./texts";
import type { EvidenceLinks, PanelActions, PanelView, PlaceName } from "./view";

const NO_FILTER: ReviewFilter = new Map();

/** The panel: a header that is always there, and one of six places under it. */
export function App({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const [place, setPlace] = usePlace();
  const [filter, setFilter] = useState(NO_FILTER);
  const [query, setQuery] = useState("");
  const [personaId, setPersonaId] = useState<string>();
  const [toast, setToast] = useState<ToastContent>();
  const subjectId = view.subject?.id;

  // Another subject has other themes, segments and words: nothing of the last search may narrow it.
  useEffect(() => {
    setFilter(NO_FILTER);
    setQuery("");
    setPersonaId(undefined);
    setToast(undefined);
  }, [subjectId]);

  const openEngines = useEngineChoice(place, setPlace);
  const links = useLinks(view, actions, setToast, {
    openEngines,
    openReviews: (wanted, words = "") => {
      setFilter(wanted);
      setQuery(words);
      setPlace("reviews");
      scrollTo({ top: 0 });
    },
  });
  const translator = useTranslator(view.engine, actions);
  const texts = useTexts();
  const acts = notebookActs(actions.notebook, setToast, texts);
  const { opened } = view.notebook;
  // what is pressed on the page is shown, wherever the panel was
  useEffect(() => {
    if (opened && opened.length > 0) setPlace("notebook");
  }, [opened]);
  const { importing } = view;
  if (importing && importing.at !== "stored") {
    return (
      <>
        <ImportPlace view={importing} actions={actions.importing} />
        <DropTarget onFile={actions.importing.file} />
      </>
    );
  }
  if (view.picking) return <PickPlace view={view.picking} actions={actions.picking} />;
  return (
    <CodesContext.Provider value={{ subjectId, codes: view.codes, actions: actions.codes }}>
      <NotebookContext.Provider value={{ view: view.notebook, actions: actions.notebook, acts }}>
        <TranslatorContext.Provider value={translator}>
          <Header view={view} actions={actions} />
          <main>
            <Tabs place={place} onChoose={setPlace} />
            <div id={`place-${place}`} role="tabpanel" aria-labelledby={`tab-${place}`} class={`place ${place}`}>
              <Notices view={view} actions={actions} onStorage={() => setPlace("settings")} />
              {place === "settings" ? (
                <Settings view={view} actions={actions} />
              ) : place === "notebook" ? (
                // any page can be marked, with reviews or without
                <Notes view={view} links={links} actions={actions} say={setToast} />
              ) : view.evidence.reviews.length === 0 ? (
                <Waiting view={view} actions={actions} />
              ) : place === "overview" ? (
                <OverviewPlace view={view} links={links} onPick={actions.picking.begin} />
              ) : place === "reviews" ? (
                <Reviews
                  view={view}
                  links={links}
                  filter={filter}
                  query={query}
                  onFilter={setFilter}
                  onQuery={setQuery}
                  search={actions.search}
                />
              ) : place === "test" ? (
                <Test key={subjectId} view={view} links={links} actions={actions} />
              ) : (
                <Ask view={view} links={links} actions={actions} personaId={personaId} onPersona={setPersonaId} />
              )}
            </div>
          </main>
          <Toast toast={toast} onClose={() => setToast(undefined)} />
          <DropTarget onFile={actions.importing.file} />
        </TranslatorContext.Provider>
      </NotebookContext.Provider>
    </CodesContext.Provider>
  );
}

/** The place shown; each keeps how far it was scrolled. */
function usePlace(): [PlaceName, (place: PlaceName) => void] {
  const [place, setPlace] = useState<PlaceName>("overview");
  const [scrolled] = useState(() => new Map<PlaceName, number>());
  useEffect(() => scrollTo({ top: scrolled.get(place) ?? 0 }), [place, scrolled]);
  return [
    place,
    (next) => {
      scrolled.set(place, document.scrollingElement?.scrollTop ?? 0);
      setPlace(next);
    },
  ];
}

/** @returns a way from anywhere to who writes the answers; the keyboard goes along */
function useEngineChoice(place: PlaceName, onPlace: (place: PlaceName) => void): () => void {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || place !== "settings") return;
    setWanted(false);
    const title = document.getElementById(ENGINES_TITLE);
    title?.scrollIntoView({ block: "start" });
    title?.focus({ preventScroll: true });
  }, [wanted, place]);
  return () => {
    setWanted(true);
    onPlace("settings");
  };
}

function OverviewPlace({ view, links, onPick }: { view: PanelView; links: EvidenceLinks; onPick: () => void }) {
  const figures = useMemo(() => overviewOf(view.evidence), [view.evidence]);
  return <Overview view={view} figures={figures} links={links} onPick={onPick} />;
}

function Waiting({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { page } = view;
  const readable = page.at === "seen" && page.glance.reviews + page.glance.comments > 0;
  return readable || view.reading ? (
    <Beginning view={view} onPick={actions.picking.begin} />
  ) : (
    <PageState page={page} actions={actions} />
  );
}

function Notices({ view, actions, onStorage }: { view: PanelView; actions: PanelActions; onStorage: () => void }) {
  return (
    <>
      {view.importing?.at === "stored" && (
        <StoredNotice view={view.importing} onOpen={actions.open} onClose={actions.importing.close} />
      )}
      <EngineNotice view={view} actions={actions} />
      <ReadingNotice view={view} actions={actions} />
      <StorageNotice view={view} onOpen={onStorage} />
    </>
  );
}

function useLinks(
  view: PanelView,
  actions: PanelActions,
  say: (toast: ToastContent | undefined) => void,
  ways: Pick<EvidenceLinks, "openReviews" | "openEngines">,
): EvidenceLinks {
  const texts = useTexts();
  const byId = useMemo(() => new Map(view.evidence.reviews.map((review) => [review.id, review])), [view.evidence]);
  const sayShown = (how: string) => say({ text: texts.phrase("shown", { how }) });
  async function show(quote: QuotedText) {
    const review = byId.get(quote.reviewId);
    if (!review) return;
    if (isBrought(review.place.url)) return sayShown("brought");
    sayShown("looking");
    const shown = await actions.show(review, quote.text);
    if (shown === "quote") say(undefined);
    else sayShown(shown);
  }
  return {
    reviewOf: (id) => byId.get(id),
    showQuote: (quote) => void show(quote),
    stepTo: async (quote, open) => {
      const review = byId.get(quote.reviewId);
      if (!review) return "nothing";
      if (isBrought(review.place.url)) return "brought";
      return actions.show(review, quote.text, { stay: !open }).catch(() => "elsewhere" as const);
    },
    endShow: actions.endShow,
    ...ways,
    why: actions.why,
    ...themeEditing(actions, say, texts),
    segments: segmentEditing(actions.segments, say, texts),
  };
}
