import type { GeneratorInfo, GeneratorsState } from "../../../lib/models/generator";
import { type Fact, FactList } from "../../figures/FactList";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { backendText, type EngineActions, engineModel } from "./engines-view";
import { LeavesMachine } from "./LeavesMachine";
import { Progress } from "./Progress";

/** What writes the answers now: whether it is loaded, on what, what it can do, and what went wrong. */
export function EngineStatus({ generators, actions }: { generators: GeneratorsState; actions: EngineActions }) {
  const { phrase, percent } = useTexts();
  const { busy, problem, act } = useActing();
  const { chosen, state, progress, info } = generators;
  const failed = state === "failed" ? generators.problem : undefined;
  const name = engineModel(generators);
  return (
    <div class={`engine-status ${state}`}>
      <h3>{phrase("enginesKind", { kind: chosen.kind })}</h3>
      {name && (
        <p class="engine-model" dir="auto">
          {name}
        </p>
      )}
      <LeavesMachine generators={generators} />
      <p role="status">
        {phrase("enginesState", { state })}
        {state === "loading" && progress !== undefined && <span aria-hidden="true"> {percent(progress)}</span>}
      </p>
      {state === "loading" && <Progress label={phrase("enginesLoading")} share={progress ?? 0} />}
      {(failed ?? problem) !== undefined && <ProblemNote problem={problem ?? failed} />}
      {info && (state === "ready" || state === "writing") && <Abilities info={info} />}
      {chosen.kind !== "evidence" && (
        <p class="actions">
          {(state === "idle" || state === "failed") && (
            <button type="button" disabled={busy} onClick={() => void act(() => actions.choose(chosen, true))}>
              {phrase(state === "failed" ? "tryAgain" : "enginesTry")}
            </button>
          )}
          {state === "ready" && info?.local !== false && (
            <button type="button" disabled={busy} onClick={() => void act(actions.release)}>
              {phrase("enginesRelease")}
            </button>
          )}
          <button
            type="button"
            class="link"
            disabled={busy}
            onClick={() => void act(() => actions.choose({ kind: "evidence" }))}
          >
            {phrase("enginesEvidenceInstead")}
          </button>
        </p>
      )}
    </div>
  );
}

/** About how many words of English one token is: a rule of thumb, said as one. */
const WORDS_PER_TOKEN = 0.75;

function Abilities({ info }: { info: GeneratorInfo }) {
  const { phrase, number } = useTexts();
  const words = Math.round((info.context * WORDS_PER_TOKEN) / 100) * 100;
  const facts: (Fact | undefined)[] = [
    [phrase("runsOn"), backendText(info.backend, phrase)],
    [phrase("enginesContext"), phrase("enginesContextOf", { tokens: info.context, words: number(words) })],
    [phrase("enginesSchema"), phrase("enginesSchemaOf", { can: String(info.schema) })],
    [phrase("enginesTranslates"), phrase("enginesTranslatesOf", { can: String(info.translates) })],
    info.licence ? [phrase("licence"), info.licence] : undefined,
  ];
  return <FactList facts={facts} />;
}
