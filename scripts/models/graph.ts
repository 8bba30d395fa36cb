/**
 * The encoder as an ONNX graph: BERT with the layer norm after each sum, exact GELU, mean pooling and L2 norm inside,
 * so that one small vector per text leaves the GPU.
 *
 * input_ids, attention_mask: int64 [batch, length] → sentence_embedding: float [batch, hidden], and what the reader says:
 * sentence_reading: float [batch, outputs], token_reading: float [batch, length, columns]
 */
import { maskScores } from "./attention";
import { embedTokens } from "./embedding";
import type { EncoderFile } from "./encoder-file";
import { GraphBuilder } from "./graph-builder";
import { addLayer } from "./layer";
import type { Arithmetic } from "./linear";
import { ElementType, type GraphRecord } from "./onnx";
import type { ReaderFile } from "./reader-file";
import { addReader, SENTENCE_READING, TOKEN_READING } from "./reader-graph";

/** @param sharedFile name of the file with the embedding, beside the graph's own */
export function encoderGraph(
  file: EncoderFile,
  arithmetic: Arithmetic,
  sharedFile: string,
  reader: ReaderFile,
): GraphRecord {
  const graph = new GraphBuilder();
  const mask = graph.node("Cast", ["attention_mask"], { to: ElementType.float });
  const pass = { graph, file, linear: arithmetic.encoder, scores: maskScores(graph, mask) };
  let hidden = embedTokens(graph, file, sharedFile);
  const states: string[] = [];
  for (let layer = 0; layer < file.shape.layers; layer++) {
    hidden = addLayer(pass, layer, hidden);
    states.push(hidden);
  }
  const widths = addReader(pass, arithmetic.reader, reader, states);
  const pooled = pool(graph, hidden, mask);
  graph.nodes.push({
    op: "Div",
    domain: "",
    inputs: [pooled, norm(graph, pooled)],
    outputs: ["sentence_embedding"],
    attributes: {},
  });
  const dims = ["batch", "length"];
  return {
    name: "sentence-encoder",
    nodes: graph.nodes,
    tensors: graph.tensors,
    inputs: ["input_ids", "attention_mask"].map((name) => ({ name, type: ElementType.int64, dims })),
    outputs: [
      { name: "sentence_embedding", type: ElementType.float, dims: ["batch", file.shape.hidden] },
      { name: SENTENCE_READING, type: ElementType.float, dims: ["batch", widths.sentence] },
      { name: TOKEN_READING, type: ElementType.float, dims: [...dims, widths.token] },
    ],
  };
}

/** Sum over the real tokens; the mean differs by a factor that the norm removes. */
function pool(graph: GraphBuilder, hidden: string, mask: string): string {
  const kept = graph.node("Mul", [hidden, graph.node("Unsqueeze", [mask, graph.integers("feature axis", [2])])]);
  return graph.node("ReduceSum", [kept, graph.integers("token axis", [1])], { keepdims: 0 });
}

function norm(graph: GraphBuilder, pooled: string): string {
  const squares = graph.node("Mul", [pooled, pooled]);
  return graph.node("Sqrt", [graph.node("ReduceSum", [squares, graph.integers("last axis", [1])], { keepdims: 1 })]);
}
