import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import type { SurveyRun, SurveySpec, SurveyTemplate } from "../../lib/domain";
import { Simulated } from "../ask/Simulated";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import type { SurveyDraft } from "./draft";
import { InHandNote } from "./InHandNote";
import { OpenSurvey } from "./OpenSurvey";
import { OpenedContext } from "./PlaceHead";
import { RunList } from "./runs/RunList";
import { TemplateCards } from "./TemplateCards";
import type { TestActions } from "./test-view";

/** What can be tested and what was: the beginning of the place. */
export function Home({
  runs,
  draft,
  replacing,
  left,
  actions,
  onTemplate,
  onBlank,
  onFile,
  onGoOn,
  onDiscard,
  onOpen,
  onScales,
}: {
  runs: readonly SurveyRun[];
  /** Set up and not run yet. */
  draft: SurveyDraft | undefined;
  /** Another one is to take its place. */
  replacing: boolean;
  /** Id of what was just left: the keyboard goes back to what opened it. */
  left: string | undefined;
  actions: Pick<TestActions, "delete">;
  onTemplate: (template: SurveyTemplate) => void;
  onBlank: () => void;
  onFile: (spec: SurveySpec) => void;
  onGoOn: () => void;
  onDiscard: () => void;
  onOpen: (surveyId: string) => void;
  onScales: () => void;
}) {
  const { phrase } = useTexts();
  const { problem, act } = useActing();
  const room = useOpener(left);
  return (
    <div ref={room}>
      <section>
        <h2 tabIndex={-1}>
          <span>{phrase("testTitle")}</span> <Simulated />
        </h2>
        <p class="soft">{phrase("testWhat")}</p>
        {draft && (
          <InHandNote
            title={draft.title.trim() || phrase("testUntitled")}
            replacing={replacing}
            opens="setup"
            onGoOn={onGoOn}
            onDiscard={onDiscard}
          />
        )}
      </section>
      {runs.length > 0 && (
        <section>
          <h2>{phrase("testRuns")}</h2>
          <RunList runs={runs} onOpen={onOpen} onDelete={(id) => void act(() => actions.delete(id))} />
          {problem !== undefined && <ProblemNote problem={problem} />}
        </section>
      )}
      <section>
        <h2>{phrase("testTemplates")}</h2>
        <TemplateCards onChoose={onTemplate} />
        <p class="actions">
          <button type="button" onClick={onBlank}>
            {phrase("testBlank")}
          </button>
          <OpenSurvey onOpen={onFile} />
        </p>
      </section>
      <section data-opens="scales">
        <h2>{phrase("testScales")}</h2>
        <p class="soft">{phrase("testScalesWhat")}</p>
        <button type="button" class="link" onClick={onScales}>
          {phrase("testScalesOpen")}
        </button>
      </section>
    </div>
  );
}

/** Whoever comes back is where they left: at what opened it, else at the heading. */
function useOpener(left: string | undefined) {
  const opened = useContext(OpenedContext);
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!opened) return;
    const opener = left && room.current?.querySelector<HTMLElement>(`[data-opens="${CSS.escape(left)}"] button`);
    const target = opener || room.current?.querySelector<HTMLElement>("h2");
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: opener ? "center" : "end" });
  }, []);
  return room;
}
