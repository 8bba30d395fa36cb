import type { GeneratorsState } from "../../../lib/models/generator";
import { useKeptFocus } from "../../frame/use-kept-focus";
import { useTexts } from "../../texts";
import type { EngineActions } from "./engines-view";
import { ModelRow } from "./ModelRow";

/** The models of one kind. Where none can be used, only those are shown that take room. */
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
  const models = generators.models.filter((model) => model.kind === kind && (usable || model.stored > 0));
  if (models.length === 0) return usable ? <p class="soft">{phrase("enginesNoModels")}</p> : null;
  return (
    <>
      {usable && <p class="sub">{phrase("enginesDownloadWhat")}</p>}
      <ul class="models" aria-label={phrase("enginesModels")} tabIndex={-1} ref={room} onFocusIn={onFocusIn}>
        {models.map((model) => (
          <ModelRow
            key={model.id}
            model={model}
            usable={usable}
            inUse={generators.chosen.kind === kind && generators.chosen.model === model.id}
            actions={actions}
          />
        ))}
      </ul>
    </>
  );
}
