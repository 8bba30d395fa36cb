/** One layer of the encoder: attention, then the wide product, with the layer norm after each sum. Biases ride in the fused operators that follow. */
import { attend } from "./attention";
import type { EncoderFile } from "./encoder-file";
import type { GraphBuilder } from "./graph-builder";
import type { Linear } from "./linear";

const RUNTIME = "com.microsoft";

/** What all layers of one pass share. */
export interface Pass {
  graph: GraphBuilder;
  file: EncoderFile;
  linear: Linear;
  /** Of `maskScores`. */
  scores: string;
}

/** @returns hidden states after the layer (0 is the first), [batch, length, hidden] */
export function addLayer(pass: Pass, layer: number, input: string): string {
  const { graph, file, linear } = pass;
  const { hidden, feedForward } = file.shape;
  const name = (part: string) => `l${layer}.${part}`;
  const product = (part: string, from: string, width: number) =>
    linear(graph, name(part), from, file.matrix(`${name(part)}.w`), width);

  const attended = attend(pass, layer, input);
  const middle = addAndNorm(pass, name("aln"), product("ao", attended, hidden), input, name("ao.b"));
  const bias = graph.floats(name("fi.b"), [feedForward], file.floats(name("fi.b")));
  const wide = graph.node("BiasGelu", [product("fi", middle, hidden), bias], {}, RUNTIME);
  return addAndNorm(pass, name("oln"), product("fo", wide, feedForward), middle, name("fo.b"));
}

function addAndNorm({ graph, file }: Pass, norm: string, product: string, residual: string, bias: string): string {
  const { hidden, epsilon } = file.shape;
  const weights = [`${norm}.w`, `${norm}.b`, bias].map((name) => graph.floats(name, [hidden], file.floats(name)));
  return graph.node(
    "SkipLayerNormalization",
    [product, residual, ...weights],
    { epsilon: { float: epsilon } },
    RUNTIME,
  );
}
