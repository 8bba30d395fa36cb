import type { GeneratorsState } from "../../../lib/models/generator";
import { useKeptFocus } from "../../frame/use-kept-focus";
import { useTexts } from "../../texts";
import { BlockedModels, isBlocked } from "./BlockedModels";
import type { EngineActions } from "./engines-view";
import { ModelRow } from "./ModelRow";

/** The models of one kind: those that can be used or take room, and folded those that cannot be used here. */
export function ModelList({
  kind,
  generators,
  actions,
  usable,
}: {
  kind: "webllm" | "wllama";
  generators: GeneratorsState;
  actions: EngineActions;
  usable: boolean;
}) {
  const { phrase } = useTexts();
  const { room, onFocusIn } = useKeptFocus<HTMLUListElement>();
  const models = generators.models.filter((model) => model.kind === kind);
  const shown = models.filter((model) => model.stored > 0 || (usable && !isBlocked(model)));
  const blocked = models.filter((model) => !shown.includes(model));
  if (models.length === 0) return usable ? <p class="soft">{phrase("enginesNoModels")}</p> : null;
  return (
    <>
      {usable && <p class="sub">{phrase("enginesDownloadWhat", { kind })}</p>}
      {shown.length > 0 && (
        <ul class="models" aria-label={phrase("enginesModels")} tabIndex={-1} ref={room} onFocusIn={onFocusIn}>
          {shown.map((model) => (
            <ModelRow
              key={model.id}
              model={model}
              usable={usable}
              inUse={generators.chosen.kind === kind && generators.chosen.model === model.id}
              actions={actions}
            />
          ))}
        </ul>
      )}
      {blocked.length > 0 && <BlockedModels models={blocked} usable={usable} />}
    </>
  );
}
