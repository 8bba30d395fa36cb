import { useState } from "preact/hooks";
import type { ProblemCode } from "../../../lib/domain";
import type { ModelOffer } from "../../../lib/models/generator";
import { Announcer } from "../../frame/Announcer";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { ConfirmButton } from "../ConfirmButton";
import type { EngineActions } from "./engines-view";
import { Progress } from "./Progress";

/** Problems that no download mends. */
const OF_THE_MACHINE: ReadonlySet<ProblemCode> = new Set([
  "gpu_absent",
  "gpu_no_f16",
  "gpu_too_small",
  "library_missing",
  "browser_too_old",
  "model_too_large",
  "model_unreadable",
]);

/** One model: what it is, how much of it is here, and what can be done with it. */
export function ModelRow({
  model,
  usable,
  inUse,
  actions,
}: {
  model: ModelOffer;
  usable: boolean;
  inUse: boolean;
  actions: EngineActions;
}) {
  const { phrase, bytes } = useTexts();
  const { problem, act } = useActing();
  const [checked, setChecked] = useState<"checking" | "whole" | "damaged">();
  const { state, stored } = model;
  const begun = state === "downloading" || state === "paused";
  const blocked = !usable || (model.problem !== undefined && OF_THE_MACHINE.has(model.problem.code));

  async function check() {
    setChecked("checking");
    let whole = false;
    const answered = await act(async () => {
      whole = await actions.verify(model.id);
    });
    setChecked(answered ? (whole ? "whole" : "damaged") : undefined);
  }

  return (
    <li data-row={model.id} class={inUse ? "model in-use" : "model"}>
      <div>
        <b dir="auto">{model.title}</b>
        <ModelFacts model={model} />
        {begun && (
          <>
            <Progress label={phrase("enginesDownloadOf", { model: model.title })} share={stored / (model.bytes || 1)} />
            <span class="sub">
              {phrase("enginesDownloaded", { stored: bytes(stored), all: bytes(model.bytes), state })}
            </span>
          </>
        )}
      </div>
      <div class="actions">
        <MainButton model={model} blocked={blocked} inUse={inUse} act={act} actions={actions} />
        {state === "stored" && !model.bundled && (
          <button
            type="button"
            class="small"
            aria-label={`${phrase("enginesCheck")}: ${model.title}`}
            aria-disabled={checked === "checking"}
            onClick={checked === "checking" ? undefined : () => void check()}
          >
            {phrase("enginesCheck")}
          </button>
        )}
        {!model.bundled && state !== "downloading" && (stored > 0 || model.own) && (
          <ConfirmButton
            label={phrase("delete")}
            about={model.title}
            question={phrase("enginesDeleteQuestion", { size: bytes(stored), own: String(model.own ?? false) })}
            onConfirm={() => void act(() => actions.remove(model.id))}
          />
        )}
      </div>
      <Announcer
        text={checked ? phrase("enginesChecked", { found: checked }) : phrase("enginesModelState", { state })}
      />
      {checked && <p class="sub checked">{phrase("enginesChecked", { found: checked })}</p>}
      {(problem ?? model.problem) !== undefined && <ProblemNote problem={problem ?? model.problem} />}
    </li>
  );
}

function ModelFacts({ model }: { model: ModelOffer }) {
  const { phrase, bytes } = useTexts();
  const facts = [
    model.bytes > 0 && bytes(model.bytes),
    model.licence,
    model.memory && phrase("enginesMemory", { size: bytes(model.memory) }),
    model.f16 && phrase("enginesF16"),
    model.bundled && phrase("enginesBundled"),
    model.own && phrase("enginesOwn"),
    model.state === "damaged" && phrase("enginesDamaged"),
  ];
  return <span class="sub">{facts.filter(Boolean).join(" · ")}</span>;
}

/** One button that becomes what comes next, so that the keyboard stays where it is. */
function MainButton({
  model,
  blocked,
  inUse,
  act,
  actions,
}: {
  model: ModelOffer;
  blocked: boolean;
  inUse: boolean;
  act: (work: () => Promise<unknown>) => Promise<boolean>;
  actions: EngineActions;
}) {
  const { phrase, bytes } = useTexts();
  const { state, id, kind } = model;
  if (blocked) return null;
  const does = state === "stored" ? (inUse ? "used" : "use") : state;
  const words = phrase("enginesModelDoes", { does, size: bytes(model.bytes - model.stored) });
  const work = {
    absent: () => actions.download(id),
    damaged: () => actions.download(id),
    paused: () => actions.download(id),
    downloading: () => actions.pause(id),
    stored: () => actions.choose({ kind, model: id }),
  }[state];
  return (
    <button
      type="button"
      class={does === "use" ? "small main" : "small"}
      aria-label={`${words}: ${model.title}`}
      aria-disabled={does === "used"}
      onClick={does === "used" ? undefined : () => void act(work)}
    >
      {words}
    </button>
  );
}
