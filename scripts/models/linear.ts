/**
 * The two ways a graph multiplies by a weight matrix. Both start from the same 4-bit blocks.
 */
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

/**
 * 4-bit weights as they are, multiplied in floats: the source's values without loss. Runs on WebGPU, WASM and Node.
 * https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#com.microsoft.MatMulNBits
 */
export const blockwise: Linear = (graph, name, input, matrix, width) => {
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
export const dynamicInt8: Linear = (graph, name, input, matrix, width) => {
  const rows = matrix.elements / width;
  const { weights, scales } = quantiseRows(blockValues(matrix), width);
  const stored = graph.signedBytes(`${name}.int8`, [width, rows], transpose(weights, rows, width));
  const scale = graph.floats(`${name}.scale`, [rows], scales);
  return graph.node("DynamicQuantizeMatMul", [input, stored, scale], {}, "com.microsoft");
};

/** Symmetric: the largest weight of each row becomes ±127. */
function quantiseRows(values: Float32Array, width: number): { weights: Int8Array; scales: Float32Array } {
  const weights = new Int8Array(values.length);
  const scales = new Float32Array(values.length / width);
  for (let row = 0; row < scales.length; row++) {
    const start = row * width;
    let largest = 0;
    for (let i = start; i < start + width; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0));
    const scale = largest / 127 || 1;
    scales[row] = scale;
    for (let i = start; i < start + width; i++) weights[i] = Math.round((values[i] ?? 0) / scale);
  }
  return { weights, scales };
}

function transpose(values: Int8Array, rows: number, columns: number): Int8Array {
  const result = new Int8Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result[column * rows + row] = values[row * columns + column] ?? 0;
  }
  return result;
}
