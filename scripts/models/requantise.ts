/**
 * Writes the blocks of a GGUF anew in another kind: 32 weights share a scale in each, so the blocks of one kind become blocks of the other
 * one by one. Layouts: https://github.com/ggml-org/ggml/blob/master/src/ggml-common.h
 */
import { type GgufTensor, parseGguf } from "../../lib/models/generators/gguf";
import { halfToFloat } from "./blocks";
import { ModelsFailure } from "./failure";

/** ggml's numbers and bytes per block of 32. */
const Q4_1 = { type: 3, bytes: 20 };
export const TARGETS = {
  Q4_0: { type: 2, bytes: 18, fileType: 2 },
  Q8_0: { type: 8, bytes: 34, fileType: 7 },
} as const;
export type Target = keyof typeof TARGETS;
const BLOCK = 32;
const PLAIN = new Map([
  [0, 4],
  [1, 2],
]);

/**
 * Tensors in Q4_1 become the target; all others keep their bytes. Q8_0 holds what Q4_1 says to within half a step of its scale;
 * Q4_0 loses the blocks' minima.
 * @throws ModelsFailure when the file is no GGUF or holds blocks of another kind
 */
export function requantise(source: Uint8Array, target: Target): Uint8Array {
  const header = parseGguf(source);
  if (!header) throw new ModelsFailure("The GGUF ends in the middle of its header.");
  const parts = header.tensors.map((tensor) => {
    const start = header.data + tensor.offset;
    const bytes = source.subarray(start, start + byteLength(tensor));
    return tensor.type === Q4_1.type ? convert(bytes, target) : bytes;
  });
  const head = source.slice(0, header.data);
  const offsets = layOut(parts);
  rewriteList(head, header.tensorList, header.tensors, target, offsets);
  const result = new Uint8Array(header.data + (offsets.at(-1) ?? 0));
  result.set(head);
  for (const [i, part] of parts.entries()) result.set(part, header.data + (offsets[i] ?? 0));
  return result;
}

/** @returns where each part begins, and at last where all end; parts begin at multiples of 32 */
function layOut(parts: readonly Uint8Array[]): number[] {
  const offsets = [0];
  for (const part of parts) offsets.push(Math.ceil(((offsets.at(-1) ?? 0) + part.length) / 32) * 32);
  return offsets;
}

function byteLength({ name, dimensions, type }: GgufTensor): number {
  const weights = dimensions.reduce((product, length) => product * length, 1);
  const plain = PLAIN.get(type);
  if (plain) return weights * plain;
  const block = [Q4_1, ...Object.values(TARGETS)].find((kind) => kind.type === type);
  if (!block) throw new ModelsFailure(`"${name}" is of kind ${type}, which is not known here.`);
  return (weights / BLOCK) * block.bytes;
}

/** Kind and place of each tensor stand in the list behind its name and dimensions; lengths do not change. */
function rewriteList(head: Uint8Array, start: number, tensors: GgufTensor[], target: Target, offsets: number[]): void {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let at = start;
  tensors.forEach((tensor, i) => {
    at += 8 + new TextEncoder().encode(tensor.name).length + 4 + 8 * tensor.dimensions.length;
    if (tensor.type === Q4_1.type) view.setUint32(at, TARGETS[target].type, true);
    view.setBigUint64(at + 4, BigInt(offsets[i] ?? 0), true);
    at += 12;
  });
}

function convert(blocks: Uint8Array, target: Target): Uint8Array {
  const count = blocks.length / Q4_1.bytes;
  const size = TARGETS[target].bytes;
  const converted = new Uint8Array(count * size);
  const weights = new Float32Array(BLOCK);
  for (let block = 0; block < count; block++) {
    readBlock(blocks, block * Q4_1.bytes, weights);
    const room = converted.subarray(block * size, (block + 1) * size);
    if (target === "Q8_0") writeEight(weights, room);
    else writeFour(weights, room);
  }
  return converted;
}

/** Q4_1: f16 scale, f16 minimum, 16 bytes with weights 0–15 in their low halves. */
function readBlock(bytes: Uint8Array, at: number, weights: Float32Array): void {
  const half = (place: number) => halfToFloat((bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8));
  const scale = half(at);
  const minimum = half(at + 2);
  for (let i = 0; i < BLOCK / 2; i++) {
    const byte = bytes[at + 4 + i] ?? 0;
    weights[i] = (byte & 15) * scale + minimum;
    weights[i + BLOCK / 2] = (byte >> 4) * scale + minimum;
  }
}

/** Q8_0: f16 scale, 32 signed bytes. */
function writeEight(weights: Float32Array, room: Uint8Array): void {
  const scale = Math.abs(farthestFromZero(weights)) / 127;
  writeHalf(room, scale);
  for (let i = 0; i < BLOCK; i++) room[2 + i] = scale ? Math.round((weights[i] ?? 0) / scale) : 0;
}

/** Q4_0: f16 scale, 16 bytes of weights plus 8; the weight farthest from zero becomes −8. */
function writeFour(weights: Float32Array, room: Uint8Array): void {
  const scale = farthestFromZero(weights) / -8;
  writeHalf(room, scale);
  const nibble = (i: number) => Math.min(15, Math.floor((scale ? (weights[i] ?? 0) / scale : 0) + 8.5));
  for (let i = 0; i < BLOCK / 2; i++) room[2 + i] = nibble(i) | (nibble(i + BLOCK / 2) << 4);
}

function farthestFromZero(weights: Float32Array): number {
  let farthest = 0;
  for (const weight of weights) if (Math.abs(weight) > Math.abs(farthest)) farthest = weight;
  return farthest;
}

function writeHalf(room: Uint8Array, value: number): void {
  new DataView(room.buffer, room.byteOffset, 2).setUint16(0, floatToHalf(value), true);
}

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** Nearest IEEE half-precision number, as bits; values too small become zero or the smallest ones, too large infinite. */
export function floatToHalf(value: number): number {
  single[0] = value;
  const word = bits[0] ?? 0;
  const sign = (word >>> 16) & 0x8000;
  const exponent = ((word >>> 23) & 0xff) - 112;
  if (exponent >= 31) return sign | 0x7c00;
  if (exponent <= 0) return sign | Math.round(Math.abs(value) * 2 ** 24);
  // a carry out of the fraction raises the exponent, as it should
  return sign + (exponent << 10) + (((word & 0x7fffff) + 0x1000) >>> 13);
}
