/**
 * Reads the E5S1 encoder file: a header, a Unigram tokenizer, a directory of tensors. Little endian throughout;
 * the layout is described in docs/models.md. Nothing is copied but the tokenizer's strings.
 */

export interface EncoderShape {
  hidden: number;
  layers: number;
  heads: number;
  feedForward: number;
  /** Rows of the embedding; a few more than the tokenizer has pieces. */
  rows: number;
  positions: number;
  epsilon: number;
}

export interface UnigramPieces {
  pieces: string[];
  /** Log probability per piece. */
  scores: Float32Array;
  bos: number;
  eos: number;
  pad: number;
  unk: number;
  /** What the normaliser writes for one character, where that differs from the character. */
  normaliser: Map<string, string>;
}

/** A matrix in blocks of 32 weights: f16 scale, then 16 bytes of nibbles (Q4_0), `value = (nibble − 8) · scale`. */
export interface BlockMatrix {
  kind: "q4_0";
  elements: number;
  bytes: Uint8Array;
}

export interface FloatTensor {
  kind: "f32";
  values: Float32Array;
}

export interface EncoderFile {
  shape: EncoderShape;
  tokenizer: UnigramPieces;
  /** @throws Error when the file has no block matrix of that name */
  matrix(name: string): BlockMatrix;
  /** @throws Error when the file has no float tensor of that name */
  floats(name: string): Float32Array;
}

export const BLOCK = 32;
export const BLOCK_BYTES = 18;

/** Reads primitive values one after the other. */
class Reader {
  readonly #view: DataView;
  position = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #step(size: number): number {
    const at = this.position;
    this.position += size;
    return at;
  }

  u8 = () => this.#view.getUint8(this.#step(1));
  u16 = () => this.#view.getUint16(this.#step(2), true);
  u32 = () => this.#view.getUint32(this.#step(4), true);
  i32 = () => this.#view.getInt32(this.#step(4), true);
  f32 = () => this.#view.getFloat32(this.#step(4), true);
  u64 = () => Number(this.#view.getBigUint64(this.#step(8), true));
  slice = (size: number) => this.bytes.subarray(this.#step(size), this.position);
}

/**
 * @param bytes the whole file
 * @throws Error when it is not an E5S1 file of version 1 with blocks of 32
 */
export function readEncoderFile(bytes: Uint8Array): EncoderFile {
  // a Buffer's slice is a view where a Uint8Array's is a copy: from here on it is the latter
  const reader = new Reader(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const magic = new TextDecoder().decode(reader.slice(4));
  if (magic !== "E5S1" || reader.u32() !== 1) throw new Error("This is not an E5S1 encoder file of version 1.");
  const shape = readShape(reader);
  const tokenizer = readPieces(reader);
  const tensors = readDirectory(reader);
  return { shape, tokenizer, matrix: (name) => matrixOf(tensors, name), floats: (name) => floatsOf(tensors, name) };
}

function readShape(reader: Reader): EncoderShape {
  const [hidden, layers, heads, feedForward, rows, positions] = [1, 2, 3, 4, 5, 6].map(reader.i32) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  reader.i32(); // token types: all inputs are of the first
  const epsilon = reader.f32();
  const block = reader.i32();
  if (block !== BLOCK) throw new Error(`The encoder file has blocks of ${block}; only blocks of ${BLOCK} can be read.`);
  return { hidden, layers, heads, feedForward, rows, positions, epsilon };
}

function readPieces(reader: Reader): UnigramPieces {
  const count = reader.i32();
  const [bos, eos, pad, unk] = [reader.i32(), reader.i32(), reader.i32(), reader.i32()];
  const size = reader.u64();
  const offsets = Array.from({ length: count + 1 }, reader.u32);
  const scores = Float32Array.from({ length: count }, reader.f32);
  const text = reader.slice(size);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const pieces = Array.from({ length: count }, (_, i) => decoder.decode(text.subarray(offsets[i], offsets[i + 1])));
  return { pieces, scores, bos, eos, pad, unk, normaliser: readNormaliser(reader) };
}

function readNormaliser(reader: Reader): Map<string, string> {
  const entries = reader.i32();
  const end = reader.u32() + reader.position;
  const map = new Map<string, string>();
  for (let i = 0; i < entries; i++) {
    const from = String.fromCodePoint(reader.u32());
    map.set(from, String.fromCodePoint(...Array.from({ length: reader.u8() }, reader.u32)));
  }
  if (reader.position !== end) throw new Error("The encoder file's normaliser map is damaged.");
  return map;
}

function readDirectory(reader: Reader): Map<string, BlockMatrix | FloatTensor> {
  const tensors = new Map<string, BlockMatrix | FloatTensor>();
  const count = reader.i32();
  for (let i = 0; i < count; i++) {
    const name = new TextDecoder().decode(reader.slice(reader.u16()));
    const quantised = reader.u8() === 1;
    const elements = reader.u32();
    const offset = reader.u64();
    const bytes = reader.bytes.subarray(offset, offset + reader.u64());
    tensors.set(
      name,
      quantised
        ? { kind: "q4_0", elements, bytes }
        : { kind: "f32", values: new Float32Array(bytes.slice().buffer, 0, elements) },
    );
  }
  return tensors;
}

function matrixOf(tensors: Map<string, BlockMatrix | FloatTensor>, name: string): BlockMatrix {
  const tensor = tensors.get(name);
  if (tensor?.kind !== "q4_0") throw new Error(`The encoder file has no 4-bit matrix "${name}".`);
  return tensor;
}

function floatsOf(tensors: Map<string, BlockMatrix | FloatTensor>, name: string): Float32Array {
  const tensor = tensors.get(name);
  if (tensor?.kind !== "f32") throw new Error(`The encoder file has no float tensor "${name}".`);
  return tensor.values;
}
