import { useState } from "preact/hooks";
import type { ModelOffer } from "../../../lib/models/generator";
import { Announcer } from "../../frame/Announcer";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { ConfirmButton } from "../ConfirmButton";
import { isBlocked } from "./BlockedModels";
import type { EngineActions } from "./engines-view";
import { ModelFacts, useModelSize } from "./ModelFacts";
import { Progress } from "./Progress";

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
  const blocked = !usable || isBlocked(model);

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
  const { phrase } = useTexts();
  const size = useModelSize(model, true);
  const { state, id, kind } = model;
  if (blocked) return null;
  const does = state === "stored" ? (inUse ? "used" : "use") : state;
  const words = phrase("enginesModelDoes", { does, size });
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
