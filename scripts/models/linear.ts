/**
 * The two ways a graph multiplies by a weight matrix. Both start from the same 4-bit blocks.
 */
import type { GraphKind } from "../../lib/models/registry";
import { blockScales, blockValues, neighbourNibbles } from "./blocks";
import { BLOCK, type BlockMatrix } from "./encoder-file";
import type { GraphBuilder } from "./graph-builder";

/**
 * Adds `input · matrixᵀ` to the graph.
 * @param name unique in the graph
 * @param width input features; `matrix` has `elements / width` rows
 * @returns name of the product
 */
export type Linear = (graph: GraphBuilder, name: string, input: string, matrix: BlockMatrix, width: number) => string;

/** Adds `input · values` to the graph, `values` being [rows, columns]. @returns name of the product */
export type Dense = (
  graph: GraphBuilder,
  name: string,
  input: string,
  values: Float32Array,
  dims: readonly [number, number],
) => string;

/** How a graph multiplies: by the matrices of the encoder and by those of the reader. */
export interface Arithmetic {
  encoder: Linear;
  reader: Dense;
}

const floats: Dense = (graph, name, input, values, dims) =>
  graph.node("MatMul", [input, graph.floats(name, [...dims], values)]);

/**
 * 4-bit weights as they are, multiplied in floats: the source's values without loss. Runs on WebGPU, WASM and Node.
 * https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.MatMulNBits
 */
const blockwise: Linear = (graph, name, input, matrix, width) => {
  const rows = matrix.elements / width;
  const packed = graph.bytes(`${name}.q4`, [rows, width / BLOCK, BLOCK / 2], neighbourNibbles(matrix));
  const scales = graph.floats(`${name}.scale`, [matrix.elements / BLOCK], blockScales(matrix));
  const attributes = { K: width, N: rows, bits: 4, block_size: BLOCK };
  return graph.node("MatMulNBits", [input, packed, scales], attributes, "com.microsoft");
};

/**
 * 8-bit weights with one scale per output, 8-bit inputs measured at run time: fast where there is no GPU.
 * https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.DynamicQuantizeMatMul
 */
const dynamicInt8: Linear = (graph, name, input, matrix, width) => {
  const rows = matrix.elements / width;
  return dynamicDense(graph, name, input, transpose(blockValues(matrix), rows, width), [width, rows]);
};

/**
 * Each row is measured by itself: the largest of its values becomes ±127. A row is a token, so what is read of a text does not depend on the
 * company it is read in, and one loud token does not cost the others their digits (as in LLM.int8(), Dettmers et al. 2022).
 */
const dynamicDense: Dense = (graph, name, input, values, [rows, columns]) => {
  const { weights, scales } = quantiseColumns(values, columns);
  const stored = graph.signedBytes(`${name}.int8`, [rows, columns], weights);
  const scale = graph.floats(`${name}.scale`, [columns], scales);
  const size = graph.node("ReduceMax", [graph.node("Abs", [input]), graph.integers("row.axis", [-1])], { keepdims: 1 });
  const step = graph.node("Mul", [
    graph.node("Max", [size, scalar(graph, "row.least", LEAST)]),
    scalar(graph, "row.step", 1 / 127),
  ]);
  const one = scalar(graph, "row.one", 1);
  const zero = graph.bytes("row.zero", [], Uint8Array.of(128));
  const even = graph.node("Mul", [input, graph.node("Reciprocal", [step])]);
  const whole = graph.node("QuantizeLinear", [even, one, zero]);
  const product = graph.node("MatMulIntegerToFloat", [whole, stored, one, scale, zero], {}, "com.microsoft");
  return graph.node("Mul", [product, step]);
};

/** A row of zeros stays one. */
const LEAST = 1e-9;

function scalar(graph: GraphBuilder, name: string, value: number): string {
  return graph.floats(name, [], Float32Array.of(value));
}

/** Both kinds of graph, by what their encoder's weights are kept in. */
export const ARITHMETIC: Record<GraphKind, Arithmetic> = {
  q4: { encoder: blockwise, reader: floats },
  int8: { encoder: dynamicInt8, reader: dynamicDense },
};

/** Symmetric: the largest weight of each column becomes ±127. */
function quantiseColumns(values: Float32Array, columns: number): { weights: Int8Array; scales: Float32Array } {
  const largest = new Float32Array(columns);
  values.forEach((value, i) => {
    largest[i % columns] = Math.max(largest[i % columns] ?? 0, Math.abs(value));
  });
  const scales = largest.map((value) => value / 127 || 1);
  return { weights: Int8Array.from(values, (value, i) => Math.round(value / (scales[i % columns] ?? 1))), scales };
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result[column * rows + row] = values[row * columns + column] ?? 0;
  }
  return result;
}
