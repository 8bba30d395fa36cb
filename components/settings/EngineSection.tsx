import type { EngineState } from "../../lib/protocol";
import { type Fact, FactList } from "../figures/FactList";
import { selector, useTexts } from "../texts";
import type { EngineView, PanelView } from "../view";

/** Which model runs, on what, how fast, and why not faster. */
export function EngineSection({ engine, model }: { engine: EngineView; model: PanelView["model"] }) {
  const { phrase } = useTexts();
  return (
    <section>
      <h2>{phrase("engine")}</h2>
      {engine.at === "here" ? (
        <EngineFacts state={engine.state} model={model} />
      ) : (
        <p class="soft">{phrase("engineAt", { at: engine.at })}</p>
      )}
      <p class="soft">{phrase("modelCredit")}</p>
    </section>
  );
}

function EngineFacts({ state, model }: { state: EngineState; model: PanelView["model"] }) {
  const { phrase, number, decimal, bytes } = useTexts();
  const { encoder } = state;
  const facts: Fact[] = [[phrase("status"), phrase("encoderState", { state: encoder.state })]];
  if (encoder.state === "ready") {
    const { info } = encoder;
    const rate = encoder.sentencesPerSecond;
    facts.push([phrase("model"), info.model]);
    if (model) facts.push([phrase("licence"), model.licence], [phrase("size"), bytes(model.bytes)]);
    facts.push([phrase("precision"), phrase("precisionOf", { graph: info.graph })]);
    facts.push([phrase("runsOn"), phrase("backend", { backend: info.backend, threads: info.threads })]);
    if (info.adapter) facts.push([phrase("adapter"), info.adapter]);
    if (rate)
      facts.push([
        phrase("speed"),
        phrase("sentencesPerSecond", { rate: rate < 10 ? decimal(rate) : number(Math.round(rate)) }),
      ]);
    facts.push([phrase("revision"), info.revision.slice(0, 12)]);
  }
  return (
    <>
      <FactList facts={facts} />
      {state.gpu !== "used" && <p class="soft">{phrase("whyNoGpu", { gpu: selector(state.gpu) })}</p>}
    </>
  );
}
