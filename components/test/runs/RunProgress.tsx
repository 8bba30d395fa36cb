import type { SurveyRun } from "../../../lib/domain";
import type { GeneratorsState } from "../../../lib/models/generator";
import { Announcer } from "../../frame/Announcer";
import { engineModel } from "../../settings/engines/engines-view";
import { Progress } from "../../settings/engines/Progress";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { TestActions } from "../test-view";

/** How far a run is, with a way to stop and to go on; said aloud by quarters. Nothing to see once it is done. */
export function RunProgress({
  run,
  generators,
  actions,
}: {
  run: SurveyRun;
  generators: GeneratorsState;
  actions: Pick<TestActions, "pause" | "resume">;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const { state, done, of } = run;
  const standing = state === "paused" && run.problem ? "broken" : state;
  const running = state === "running";
  const said = phrase("testRunState", { state: standing, done, of });
  const loading = running && run.spec.mode === "engine" && generators.state === "loading";
  const quarter = Math.floor((done / Math.max(1, of)) * 4) * 25;
  const press = () => void act(() => (running ? actions.pause(run.id) : actions.resume(run.id)));
  return (
    <>
      <Announcer text={running ? phrase("testRunAloud", { quarter }) : said} />
      {state !== "done" && (
        <section class="test-progress">
          <Progress label={phrase("testRunState", { state: "running", done, of })} share={done / Math.max(1, of)} />
          <p class="sub">{said}</p>
          {loading && <p class="sub">{phrase("talkLoading", { name: engineModel(generators) ?? "" })}</p>}
          {standing === "broken" && run.problem?.code === "answer_broken_off" ? (
            <p>{phrase("testBrokeOff")}</p>
          ) : (
            run.problem && <ProblemNote problem={run.problem} />
          )}
          <p class="actions">
            <button
              type="button"
              class={running ? undefined : "main"}
              aria-disabled={busy}
              onClick={busy ? undefined : press}
            >
              {phrase(running ? "testPause" : "goOn")}
            </button>
          </p>
          {problem !== undefined && <ProblemNote problem={problem} />}
        </section>
      )}
    </>
  );
}
