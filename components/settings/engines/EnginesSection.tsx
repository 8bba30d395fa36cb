import { ENGINE_KINDS, type EngineKind } from "../../../lib/domain";
import type { EngineState } from "../../../lib/protocol";
import { useTexts } from "../../texts";
import type { EngineView } from "../../view";
import { EngineKindRow } from "./EngineKindRow";
import { EngineStatus } from "./EngineStatus";
import { ENGINES_TITLE, type EngineActions, withoutGpu } from "./engines-view";
import { useChoice } from "./use-choice";

/** Who writes the answers: what is in use, what else there is, and all that belongs to each. */
export function EnginesSection({ engine, actions }: { engine: EngineView; actions: EngineActions }) {
  const { phrase } = useTexts();
  return (
    <section class="engines">
      <h2 id={ENGINES_TITLE} tabIndex={-1}>
        {phrase("enginesTitle")}
      </h2>
      <p class="soft">{phrase("enginesWhat")}</p>
      {engine.at === "here" ? (
        <Engines state={engine.state} actions={actions} />
      ) : (
        <p class="soft">{phrase("engineAt", { at: engine.at })}</p>
      )}
    </section>
  );
}

function Engines({ state, actions }: { state: EngineState; actions: EngineActions }) {
  const { phrase, bytes } = useTexts();
  const { generators } = state;
  const { opened, toggle } = useChoice(generators.chosen.kind);
  // a kind that this copy does not hold is not offered
  const held = new Set<EngineKind>(["evidence", ...generators.engines.map(({ kind }) => kind)]);
  const kinds = ENGINE_KINDS.filter((kind) => held.has(kind));
  const stored = generators.models.reduce((sum, model) => sum + (model.bundled ? 0 : model.stored), 0);
  const recommended: EngineKind | undefined = withoutGpu(generators, state.gpu) ? "evidence" : undefined;
  return (
    <>
      <EngineStatus generators={generators} actions={actions} />
      <ul class="engine-kinds">
        {kinds.map((kind) => (
          <EngineKindRow
            key={kind}
            kind={kind}
            generators={generators}
            actions={actions}
            recommended={kind === recommended}
            open={kind === opened}
            onToggle={() => toggle(kind)}
          />
        ))}
      </ul>
      {stored > 0 && <p class="sub">{phrase("enginesStored", { size: bytes(stored) })}</p>}
    </>
  );
}
