/**
 * Arithmetic on blocks of 4-bit weights (Q4_0): 32 weights along the input share one f16 scale.
 */
import { BLOCK, BLOCK_BYTES, type BlockMatrix } from "./encoder-file";

const NIBBLES = BLOCK / 2;
const ZERO = 8;

/** Value of an IEEE half-precision number given by its bits. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function scaleBits(matrix: BlockMatrix, block: number): number {
  const at = block * BLOCK_BYTES;
  return (matrix.bytes[at] ?? 0) | ((matrix.bytes[at + 1] ?? 0) << 8);
}

/** Scales of all blocks, in order. */
export function blockScales(matrix: BlockMatrix): Float32Array {
  const scales = new Float32Array(matrix.elements / BLOCK);
  for (let block = 0; block < scales.length; block++) scales[block] = halfToFloat(scaleBits(matrix, block));
  return scales;
}

/** Nibbles and scales apart, both untouched: 16 bytes and one f16 per block. */
export function splitBlocks(matrix: BlockMatrix): { nibbles: Uint8Array; halfScales: Uint8Array } {
  const blocks = matrix.elements / BLOCK;
  const nibbles = new Uint8Array(blocks * NIBBLES);
  const halfScales = new Uint8Array(blocks * 2);
  for (let block = 0; block < blocks; block++) {
    const at = block * BLOCK_BYTES;
    halfScales.set(matrix.bytes.subarray(at, at + 2), block * 2);
    nibbles.set(matrix.bytes.subarray(at + 2, at + BLOCK_BYTES), block * NIBBLES);
  }
  return { nibbles, halfScales };
}

/**
 * Nibbles in the order of ONNX Runtime's MatMulNBits: neighbours share a byte, the even one in its low half.
 * Q4_0 pairs weight i with weight i + 16 instead. The values stay the same: zero point 8 is the operator's default.
 */
export function neighbourNibbles(matrix: BlockMatrix): Uint8Array {
  const { nibbles } = splitBlocks(matrix);
  const packed = new Uint8Array(nibbles.length);
  const weight = (start: number, i: number) => {
    const byte = nibbles[start + (i % NIBBLES)] ?? 0;
    return i < NIBBLES ? byte & 15 : byte >> 4;
  };
  for (let start = 0; start < nibbles.length; start += NIBBLES) {
    for (let i = 0; i < NIBBLES; i++) packed[start + i] = weight(start, 2 * i) | (weight(start, 2 * i + 1) << 4);
  }
  return packed;
}

/** All weights as floats, row by row. */
export function blockValues(matrix: BlockMatrix): Float32Array {
  const { nibbles } = splitBlocks(matrix);
  const scales = blockScales(matrix);
  const values = new Float32Array(matrix.elements);
  for (let i = 0; i < nibbles.length; i++) {
    const byte = nibbles[i] ?? 0;
    const block = Math.floor(i / NIBBLES);
    const at = block * BLOCK + (i % NIBBLES);
    const scale = scales[block] ?? 0;
    values[at] = ((byte & 15) - ZERO) * scale;
    values[at + NIBBLES] = ((byte >> 4) - ZERO) * scale;
  }
  return values;
}

/** Matrices of equal input width as one, rows below each other. */
export function stackMatrices(matrices: readonly BlockMatrix[]): BlockMatrix {
  const bytes = new Uint8Array(matrices.reduce((sum, matrix) => sum + matrix.bytes.length, 0));
  let at = 0;
  for (const matrix of matrices) {
    bytes.set(matrix.bytes, at);
    at += matrix.bytes.length;
  }
  return { kind: "q4_0", elements: matrices.reduce((sum, matrix) => sum + matrix.elements, 0), bytes };
}
