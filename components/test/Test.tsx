import { useEffect, useMemo, useState } from "preact/hooks";
import { builtInScales } from "../../lib/ask/ssr/scales";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { blankDraft, draftFrom, draftOf, type SurveyDraft, templateLanguage } from "./draft";
import { Home } from "./Home";
import { type KeptTest, keepTest, keptTest, type TestWhere } from "./kept";
import { OpenedContext, PlaceHead } from "./PlaceHead";
import { RunView } from "./runs/RunView";
import { ScaleEditor } from "./scales/ScaleEditor";
import { Scales } from "./scales/Scales";
import { Setup } from "./setup/Setup";

/** Shows a concept, a price, a claim or a reply to the reviewers: what was run, and the way to another run. */
export function Test({ view, links, actions }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const { language, phrase } = useTexts();
  const { kept, opened, left, go, change } = useKeptTest(view.subject?.id ?? "");
  const builtIn = useMemo(builtInScales, []);
  const scales = useMemo(() => [...builtIn, ...view.scales], [builtIn, view.scales]);
  const { where, draft, scale } = kept;
  const run = where.at === "run" ? view.surveys.find(({ id }) => id === where.id) : undefined;
  const [begun, setBegun] = useState<{ id: string; title: string }>();
  // a run is stored before it begins and read from there a moment later
  const awaited = where.at === "run" && begun?.id === where.id ? begun : undefined;
  useEffect(() => {
    if (run) setBegun(undefined);
  }, [run]);
  const setUp = (next: SurveyDraft) => go({ at: "setup" }, { draft: next });
  const home = () => go({ at: "home" });
  return (
    <OpenedContext.Provider value={opened}>
      {where.at === "setup" && draft ? (
        <Setup
          draft={draft}
          view={view}
          scales={scales}
          links={links}
          actions={actions}
          onChange={(next) => change({ draft: next })}
          onRun={(id, { title }) => {
            setBegun({ id, title });
            go({ at: "run", id }, { draft: undefined });
          }}
          onLeave={home}
        />
      ) : run ? (
        <RunView
          key={run.id}
          run={run}
          view={view}
          links={links}
          actions={actions}
          onAgain={(spec) => setUp(draftOf(spec))}
          onLeave={home}
        />
      ) : awaited ? (
        <PlaceHead title={awaited.title} onBack={home}>
          <p class="soft">{phrase("testStarting")}</p>
        </PlaceHead>
      ) : where.at === "scale" && scale ? (
        <ScaleEditor
          scale={scale}
          actions={actions}
          onChange={(next) => change({ scale: next })}
          onLeave={() => go({ at: "scales" }, { scale: undefined })}
        />
      ) : where.at === "scales" ? (
        <Scales
          builtIn={builtIn}
          own={view.scales}
          language={templateLanguage(language)}
          actions={actions}
          onEdit={(next) => go({ at: "scale" }, { scale: next })}
          onLeave={home}
        />
      ) : (
        <Home
          runs={view.surveys}
          draft={draft}
          left={left}
          actions={actions.tests}
          onTemplate={(template) => setUp(draftFrom(template, language))}
          onBlank={() => setUp(blankDraft(language))}
          onFile={(spec) => setUp(draftOf(spec))}
          onGoOn={() => go({ at: "setup" })}
          onDiscard={() => go({ at: "home" }, { draft: undefined })}
          onOpen={(id) => go({ at: "run", id })}
          onScales={() => go({ at: "scales" })}
        />
      )}
    </OpenedContext.Provider>
  );
}

/** Where in the place one is and what is being set up; both are there again after the panel was elsewhere or closed. */
function useKeptTest(subjectId: string) {
  const [kept, setKept] = useState<KeptTest>(() => keptTest(subjectId));
  const [left, setLeft] = useState<string>();
  const [opened, setOpened] = useState(false);
  function keep(next: KeptTest) {
    setKept(next);
    keepTest(subjectId, next);
  }
  return {
    kept,
    opened,
    left,
    change: (part: Omit<KeptTest, "where">) => keep({ ...kept, ...part }),
    go: (where: TestWhere, part: Omit<KeptTest, "where"> = {}) => {
      setOpened(true);
      setLeft(kept.where.at === "run" ? kept.where.id : kept.where.at);
      keep({ ...kept, ...part, where });
    },
  };
}
