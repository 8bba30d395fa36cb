import type { GeneratorsState } from "../../lib/models/generator";
import { type EngineActions, engineModel } from "../settings/engines/engines-view";
import { LeavesMachine } from "../settings/engines/LeavesMachine";
import { Progress } from "../settings/engines/Progress";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";

/** Who answers, by name: how far it is loaded, what went wrong with it, and the way to another one. */
export function WhoAnswers({
  generators,
  actions,
  onChange,
}: {
  generators: GeneratorsState;
  actions: Pick<EngineActions, "choose">;
  /** Leads to the choice. */
  onChange: () => void;
}) {
  const { phrase, percent } = useTexts();
  const { busy, problem, act } = useActing();
  const { chosen, state, progress = 0 } = generators;
  const name = engineModel(generators) ?? phrase("enginesKind", { kind: chosen.kind });
  const failed = problem ?? generators.problem;
  return (
    <div class="who-answers">
      <p class="sub">
        <span dir="auto">{phrase("talkWho", { kind: chosen.kind, name })}</span>{" "}
        <LeavesMachine generators={generators} />{" "}
        <button type="button" class="link" onClick={onChange}>
          {phrase("talkWhoElse")}
        </button>
      </p>
      {state === "loading" && (
        <div class="loading">
          <p class="sub" role="status">
            {phrase("talkLoading", { name })} <span aria-hidden="true">{percent(progress)}</span>
          </p>
          <Progress label={phrase("enginesLoading")} share={progress} />
        </div>
      )}
      {failed !== undefined && state !== "loading" && chosen.kind !== "evidence" && (
        <div class="engine-failed">
          <ProblemNote problem={failed} />
          <p class="sub">{phrase("talkMeanwhile")}</p>
          <p class="actions">
            <button
              type="button"
              class="small"
              aria-disabled={busy}
              onClick={busy ? undefined : () => void act(() => actions.choose(chosen, true))}
            >
              {phrase("tryAgain")}
            </button>
            <button
              type="button"
              class="small"
              aria-disabled={busy}
              onClick={busy ? undefined : () => void act(() => actions.choose({ kind: "evidence" }))}
            >
              {phrase("enginesEvidenceInstead")}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
