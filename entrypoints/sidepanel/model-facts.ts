/** Facts about the model that the engine does not tell: they are in the build. */
import { useEffect, useState } from "preact/hooks";
import type { EngineView, PanelView } from "../../components/view";
import { ENCODER, type GraphKind, graphFiles } from "../../lib/models/registry";

/** @returns licence and size of the files that the graph in use is loaded from; undefined while none is */
export function useModelFacts(engine: EngineView): PanelView["model"] {
  const encoder = engine.at === "here" ? engine.state.encoder : undefined;
  const graph = encoder?.state === "ready" ? encoder.info.graph : undefined;
  const [facts, setFacts] = useState<PanelView["model"]>();
  useEffect(() => {
    if (!graph) return;
    sizeOf(graph).then(
      (bytes) => setFacts({ licence: ENCODER.licence, bytes }),
      (error) => console.error("Earshot: the model's manifest could not be read.", error),
    );
  }, [graph]);
  return facts;
}

async function sizeOf(graph: GraphKind): Promise<number> {
  const response = await fetch(`/models/${ENCODER.id}/manifest.json`);
  const { files } = (await response.json()) as { files: { path: string; bytes: number }[] };
  const used = new Set(graphFiles(ENCODER, graph));
  return files.reduce((sum, { path, bytes }) => sum + (used.has(path) ? bytes : 0), 0);
}
