import type { ProblemCode } from "../../../lib/domain";
import type { ModelOffer } from "../../../lib/models/generator";
import { problemText } from "../../problem-text";
import { useTexts } from "../../texts";
import { ModelFacts } from "./ModelFacts";

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

/** Whether a model cannot be used on this machine, whatever is loaded. */
export function isBlocked({ problem }: ModelOffer): boolean {
  return problem !== undefined && OF_THE_MACHINE.has(problem.code);
}

/** Models that cannot be used here, folded. Each says why, unless the kind of engine has said it for all of them. */
export function BlockedModels({ models, usable }: { models: readonly ModelOffer[]; usable: boolean }) {
  const { phrase } = useTexts();
  return (
    <details class="aside">
      <summary>{phrase("enginesBlocked", { count: models.length, usable: String(usable) })}</summary>
      <ul class="models">
        {models.map((model) => (
          <li key={model.id} data-row={model.id} class="model">
            <div>
              <b dir="auto">{model.title}</b>
              <ModelFacts model={model} />
            </div>
            {usable && <p class="sub">{problemText(model.problem, phrase)}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
