/**
 * The reader: a small network over the encoder's inner layers, learnt by `scripts/train/reader/train.py`. One file holds its shape as a line of
 * JSON and its weights as 8-bit numbers with one scale per column; what is small (biases, norms) is kept in 32 bits.
 */
import { readFileSync } from "node:fs";
import { ModelsFailure } from "./failure";
import { sha256 } from "./hash";

/** What the file says about itself, in its first line. */
export interface ReaderShape {
  /** Layers of the encoder it looks at, counted from 1. */
  layers: number[];
  /** Width of the encoder and of the reader; attention heads and width of the inner layer of each block. */
  input: number;
  width: number;
  heads: number;
  inner: number;
  blocks: number;
  /** For each output about the whole text, which of the attention pools it is read from. */
  pools: number[];
  /** Outputs per token, before the shares of the first `shares` outputs about the text. */
  columns: number;
  shares: number;
  /** What is said of the text also comes from `looks` pooled states side by side, through a layer of `thought` numbers. */
  looks: number;
  thought: number;
  /** Encoder it was learnt on (SHA-256 of the source weights). */
  encoder: string;
}

export interface ReaderFile {
  shape: ReaderShape;
  /** @throws Error when there is no tensor of that name and size */
  tensor(name: string, dims: readonly number[]): Float32Array;
}

interface Entry {
  name: string;
  dims: number[];
  kind: "f32" | "i8";
}

/**
 * @param hash SHA-256 it must have
 * @throws ModelsFailure when it is another file, Error when it is damaged
 */
export function readReaderFile(path: string | URL, hash: string): ReaderFile {
  const bytes = readFileSync(path);
  if (sha256(bytes) === hash) return parseReader(bytes);
  throw new ModelsFailure(
    "The reader's weights (lib/models/heads/reader.bin) are not those this version belongs to. Restore the file, or write its hash into lib/models/registry.ts after learning it again.",
  );
}

/** The first line is `{ shape, tensors }`; the tensors follow in that order, little endian. */
export function parseReader(bytes: Uint8Array): ReaderFile {
  const end = bytes.indexOf(10);
  if (end < 0) throw new Error("The reader's file has no first line: fetch it again.");
  const { shape, tensors } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
    shape: ReaderShape;
    tensors: Entry[];
  };
  const values = new Map<string, { dims: number[]; data: Float32Array }>();
  let at = end + 1;
  for (const { name, dims, kind } of tensors) {
    const size = dims.reduce((a, b) => a * b, 1);
    const columns = dims.at(-1) ?? 1;
    const length = kind === "f32" ? 4 * size : size + 4 * columns;
    const part = new Uint8Array(bytes.subarray(at, at + length)); // a copy: Node's own slice shares memory
    if (part.length !== length) throw new Error("The reader's file is cut short: fetch it again.");
    values.set(name, { dims, data: kind === "f32" ? new Float32Array(part.buffer) : unscale(part, size, columns) });
    at += length;
  }
  return { shape, tensor: (name, dims) => find(values, name, dims) };
}

/** One scale per column first, then the numbers row by row. */
function unscale(part: Uint8Array, size: number, columns: number): Float32Array {
  const scales = new Float32Array(part.buffer, 0, columns);
  const numbers = new Int8Array(part.buffer, 4 * columns, size);
  return Float32Array.from(numbers, (value, i) => value * (scales[i % columns] ?? 0));
}

function find(
  values: ReadonlyMap<string, { dims: number[]; data: Float32Array }>,
  name: string,
  dims: readonly number[],
): Float32Array {
  const found = values.get(name);
  if (found && found.dims.join() === dims.join()) return found.data;
  throw new Error(`The reader's file has no "${name}" of ${dims.join(" × ")}: it belongs to another version.`);
}
