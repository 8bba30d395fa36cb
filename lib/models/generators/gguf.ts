/**
 * Reads the header of a GGUF file: what it says about itself, and where its tensors lie. Nothing of the weights.
 * Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (versions 2 and 3, little endian).
 */

/** What is read of one value; lists of text or numbers are skipped (`count` of a vocabulary would be megabytes). */
export type GgufValue = string | number | boolean | { count: number };

export interface GgufTensor {
  name: string;
  /** Innermost dimension first, as stored. */
  dimensions: number[];
  /** ggml type: 0 f32, 1 f16, 2 Q4_0, 3 Q4_1, 8 Q8_0, … */
  type: number;
  /** From the beginning of the data. */
  offset: number;
}

export interface GgufHeader {
  version: number;
  metadata: Map<string, GgufValue>;
  tensors: GgufTensor[];
  /** Byte at which the metadata end and the list of tensors begins. */
  tensorList: number;
  /** Byte at which the data begin. */
  data: number;
}

/** The file is no GGUF, or one of a kind that is not known. The message is a sentence in English. */
export class GgufError extends Error {
  override name = "GgufError";
}

/** There are more bytes to be had. */
class EndOfBytes extends Error {}

const MAGIC = 0x46554747;
const FIRST_READ = 1 << 20;
/** The largest vocabularies make headers of about 15 MB. */
const LARGEST_HEADER = 128 << 20;
/** More than any model has; a damaged count would otherwise be believed. */
const MOST_ENTRIES = 1_000_000;

/** @throws GgufError when it is no GGUF, or ends before its header does */
export async function readGguf(file: Blob): Promise<GgufHeader> {
  for (let length = FIRST_READ; ; length *= 4) {
    const bytes = new Uint8Array(await file.slice(0, length).arrayBuffer());
    const header = parseGguf(bytes);
    if (header) return header;
    if (length >= file.size) throw new GgufError("The file ends in the middle of its header.");
    if (length >= LARGEST_HEADER) throw new GgufError("The header of the file has no end.");
  }
}

/** @returns nothing when the header goes on behind these bytes. @throws GgufError */
export function parseGguf(bytes: Uint8Array): GgufHeader | undefined {
  try {
    return parse(new Reader(bytes));
  } catch (error) {
    if (error instanceof EndOfBytes) return undefined;
    throw error;
  }
}

function parse(reader: Reader): GgufHeader {
  if (reader.u32() !== MAGIC) throw new GgufError("This is no GGUF file.");
  const version = reader.u32();
  if (version !== 2 && version !== 3) throw new GgufError(`This GGUF is of version ${version}; 2 and 3 are known.`);
  const tensorCount = reader.count();
  const entries = reader.count();
  const metadata = new Map<string, GgufValue>();
  for (let entry = 0; entry < entries; entry++) metadata.set(reader.text(), reader.value(reader.u32()));
  const tensorList = reader.at;
  const tensors = Array.from({ length: tensorCount }, () => reader.tensor());
  const alignment = metadata.get("general.alignment");
  const step = typeof alignment === "number" && alignment > 0 ? alignment : 32;
  return { version, metadata, tensors, tensorList, data: Math.ceil(reader.at / step) * step };
}

/** Bytes of the numeric types, by their number in the format. */
const SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
const TEXT = 8;
const LIST = 9;

class Reader {
  at = 0;
  #bytes: Uint8Array;
  #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    return this.#view.getUint32(this.#step(4), true);
  }

  /** A number of things, which a damaged file may name too large. */
  count(): number {
    const count = this.#u64();
    if (count > MOST_ENTRIES) throw new GgufError("The header of the file is damaged.");
    return count;
  }

  text(): string {
    const length = this.#u64();
    if (length > LARGEST_HEADER) throw new GgufError("The header of the file is damaged.");
    const start = this.#step(length);
    return new TextDecoder().decode(this.#bytes.subarray(start, start + length));
  }

  value(type: number): GgufValue {
    if (type === TEXT) return this.text();
    if (type === LIST) return this.#list();
    return this.#number(type);
  }

  tensor(): GgufTensor {
    const name = this.text();
    const rank = this.u32();
    if (rank > 8) throw new GgufError("The header of the file is damaged.");
    const dimensions = Array.from({ length: rank }, () => this.#u64());
    return { name, dimensions, type: this.u32(), offset: this.#u64() };
  }

  #list(): GgufValue {
    const type = this.u32();
    const count = this.#u64();
    if (type === TEXT) for (let item = 0; item < count; item++) this.#step(this.#u64());
    else if (type === LIST) throw new GgufError("The header of the file holds lists of lists.");
    else this.#step(count * this.#size(type));
    return { count };
  }

  #number(type: number): number | boolean {
    const at = this.#step(this.#size(type));
    const view = this.#view;
    if (type === 0) return view.getUint8(at);
    if (type === 1) return view.getInt8(at);
    if (type === 2) return view.getUint16(at, true);
    if (type === 3) return view.getInt16(at, true);
    if (type === 4) return view.getUint32(at, true);
    if (type === 5) return view.getInt32(at, true);
    if (type === 6) return view.getFloat32(at, true);
    if (type === 7) return view.getUint8(at) !== 0;
    if (type === 10) return Number(view.getBigUint64(at, true));
    if (type === 11) return Number(view.getBigInt64(at, true));
    return view.getFloat64(at, true);
  }

  #size(type: number): number {
    const size = SIZES[type];
    if (!size) throw new GgufError(`The header of the file holds a value of the unknown kind ${type}.`);
    return size;
  }

  #u64(): number {
    return Number(this.#view.getBigUint64(this.#step(8), true));
  }

  /** Goes on by so many bytes. @returns where they begin */
  #step(length: number): number {
    const start = this.at;
    if (start + length > this.#bytes.length) throw new EndOfBytes();
    this.at = start + length;
    return start;
  }
}
