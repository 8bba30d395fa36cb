import { useEffect, useMemo, useState } from "preact/hooks";
import { builtInScales } from "../../lib/ask/ssr/scales";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { blankDraft, draftFrom, draftOf, type SurveyDraft, templateLanguage } from "./draft";
import { Home } from "./Home";
import { OpenedContext, PlaceHead } from "./PlaceHead";
import { RunView } from "./runs/RunView";
import { ScaleEditor } from "./scales/ScaleEditor";
import { Scales } from "./scales/Scales";
import { Setup } from "./setup/Setup";
import { useKeptTest } from "./use-kept-test";

/** Shows a concept, a price, a claim or a reply to the reviewers: what was run, and the way to another run. */
export function Test({ view, links, actions }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const { language, phrase } = useTexts();
  const { kept, opened, left, go, changeDraft, changeScale } = useKeptTest(view.subject?.id ?? "");
  const builtIn = useMemo(builtInScales, []);
  const scales = useMemo(() => [...builtIn, ...view.scales], [builtIn, view.scales]);
  const { where, draft, scale } = kept;
  const [replacing, setReplacing] = useState<SurveyDraft>();
  const run = where.at === "run" ? view.surveys.find(({ id }) => id === where.id) : undefined;
  const [begun, setBegun] = useState<{ id: string; title: string }>();
  // a run is stored before it begins and read from there a moment later
  const awaited = where.at === "run" && begun?.id === where.id ? begun : undefined;
  useEffect(() => {
    if (run) setBegun(undefined);
  }, [run]);
  const setUp = (next: SurveyDraft) => {
    setReplacing(draft?.touched ? next : undefined);
    // what a person has written is not replaced without a word
    if (draft?.touched) go({ at: "home" });
    else go({ at: "setup" }, { draft: { work: next, touched: false } });
  };
  const home = () => go({ at: "home" });
  return (
    <OpenedContext.Provider value={opened}>
      {where.at === "setup" && draft ? (
        <Setup
          draft={draft.work}
          view={view}
          scales={scales}
          links={links}
          actions={actions}
          onChange={changeDraft}
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
          scale={scale.work}
          actions={actions}
          onChange={changeScale}
          onSaved={() => go({ at: "scales" }, { scale: undefined })}
          onLeave={() => go({ at: "scales" })}
        />
      ) : where.at === "scales" ? (
        <Scales
          builtIn={builtIn}
          own={view.scales}
          language={templateLanguage(language)}
          actions={actions}
          inHand={scale?.work}
          onGoOn={() => go({ at: "scale" })}
          onDiscard={() => go({ at: "scales" }, { scale: undefined })}
          onEdit={(next) => go({ at: "scale" }, { scale: { work: next, touched: false } })}
          onLeave={home}
        />
      ) : (
        <Home
          runs={view.surveys}
          draft={draft?.work}
          replacing={replacing !== undefined}
          left={left}
          actions={actions.tests}
          onTemplate={(template) => setUp(draftFrom(template, language, view.evidence.themes))}
          onBlank={() => setUp(blankDraft(language))}
          onFile={(spec) => setUp(draftOf(spec))}
          onGoOn={() => {
            setReplacing(undefined);
            go({ at: "setup" });
          }}
          onDiscard={() => {
            setReplacing(undefined);
            if (replacing) go({ at: "setup" }, { draft: { work: replacing, touched: false } });
            else go({ at: "home" }, { draft: undefined });
          }}
          onOpen={(id) => go({ at: "run", id })}
          onScales={() => go({ at: "scales" })}
        />
      )}
    </OpenedContext.Provider>
  );
}
