/**
 * The embedding of tokens. It is three quarters of the model, so it stays in 4 bits, in a file of its own that both
 * graphs refer to, and is widened for the few rows a text needs: WASM has no kernel for GatherBlockQuantized.
 */
import { splitBlocks } from "./blocks";
import { BLOCK, type EncoderFile } from "./encoder-file";
import type { GraphBuilder } from "./graph-builder";
import { ElementType } from "./onnx";

const NIBBLES = BLOCK / 2;

/** Contents of the shared file: nibbles of all rows, then their f16 scales. */
export function embeddingFile(file: EncoderFile): Uint8Array {
  const { nibbles, halfScales } = splitBlocks(file.matrix("emb.word"));
  const bytes = new Uint8Array(nibbles.length + halfScales.length);
  bytes.set(nibbles);
  bytes.set(halfScales, nibbles.length);
  return bytes;
}

/** Adds word, position and type embeddings and their norm. @returns hidden states, [batch, length, hidden] */
export function embedTokens(graph: GraphBuilder, file: EncoderFile, sharedFile: string): string {
  const { hidden, epsilon } = file.shape;
  const sum = graph.node("Add", [words(graph, file, sharedFile), positions(graph, file)]);
  const weights = ["emb.ln.w", "emb.ln.b"].map((name) => graph.floats(name, [hidden], file.floats(name)));
  return graph.node("LayerNormalization", [sum, ...weights], { axis: -1, epsilon: { float: epsilon } });
}

function words(graph: GraphBuilder, file: EncoderFile, sharedFile: string): string {
  const { rows, hidden } = file.shape;
  const blocks = hidden / BLOCK;
  const scalesAt = (rows * hidden) / 2;
  const scaleBytes = rows * blocks * 2;
  const packed = graph.external("emb.word.q4", ElementType.uint8, [rows, hidden / 2], {
    file: sharedFile,
    offset: 0,
    length: scalesAt,
  });
  const scales = graph.external("emb.word.scale", ElementType.float16, [rows, blocks], {
    file: sharedFile,
    offset: scalesAt,
    length: scaleBytes,
  });
  const values = graph.node("Cast", [unpack(graph, graph.node("Gather", [packed, "input_ids"]), blocks)], {
    to: ElementType.float,
  });
  // the whole table is widened once, when the session starts: most GPUs cannot gather halves
  const scale = graph.node("Gather", [graph.node("Cast", [scales], { to: ElementType.float }), "input_ids"]);
  const zero = graph.floats("zero point", [1], Float32Array.of(8));
  const last = graph.node("Unsqueeze", [scale, graph.integers("scale axis", [3])]);
  const weights = graph.node("Mul", [graph.node("Sub", [values, zero]), last]);
  return graph.node("Reshape", [weights, graph.integers("hidden shape", [0, 0, hidden])]);
}

/** Bytes [batch, length, hidden/2] → nibbles [batch, length, blocks, 32], low halves of a block first. */
function unpack(graph: GraphBuilder, bytes: string, blocks: number): string {
  const shaped = graph.node("Reshape", [bytes, graph.integers("block shape", [0, 0, blocks, NIBBLES])]);
  const low = graph.node("BitwiseAnd", [shaped, graph.bytes("low half", [1], Uint8Array.of(15))]);
  const high = graph.node("BitShift", [shaped, graph.bytes("high half", [1], Uint8Array.of(4))], {
    direction: "RIGHT",
  });
  return graph.node("Concat", [low, high], { axis: 3 });
}

/** Rows of the position table for this length; every token is of type 0, so that row is added beforehand. */
function positions(graph: GraphBuilder, file: EncoderFile): string {
  const { positions: longest, hidden } = file.shape;
  const type = file.floats("emb.type");
  const table = file.floats("emb.pos").map((value, i) => value + (type[i % hidden] ?? 0));
  const stored = graph.floats("emb.position", [longest, hidden], table);
  const shape = graph.node("Shape", ["input_ids"], { start: 1, end: 2 });
  return graph.node("Slice", [stored, graph.integers("first", [0]), shape, graph.integers("rows", [0])]);
}
