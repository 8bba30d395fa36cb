/**
 * Collects the nodes and weights of one ONNX graph; every method answers with the name of what it added.
 */
import { ElementType, type External, type NodeRecord, type TensorRecord } from "./onnx";

/** Views any typed array as its little-endian bytes. */
export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export class GraphBuilder {
  readonly nodes: NodeRecord[] = [];
  readonly tensors: TensorRecord[] = [];
  readonly #named = new Map<string, TensorRecord>();
  #values = 0;

  /** A node with one output. */
  node(op: string, inputs: string[], attributes: NodeRecord["attributes"] = {}, domain = ""): string {
    return this.nodeOf(1, op, inputs, attributes, domain)[0] ?? "";
  }

  /** A node with `count` outputs. */
  nodeOf(
    count: number,
    op: string,
    inputs: string[],
    attributes: NodeRecord["attributes"] = {},
    domain = "",
  ): string[] {
    const outputs = Array.from({ length: count }, () => `v${this.#values++}`);
    this.nodes.push({ op, domain, inputs, outputs, attributes });
    return outputs;
  }

  floats(name: string, dims: number[], values: Float32Array): string {
    return this.#tensor({ name, type: ElementType.float, dims, data: bytesOf(values) });
  }

  bytes(name: string, dims: number[], data: Uint8Array): string {
    return this.#tensor({ name, type: ElementType.uint8, dims, data });
  }

  signedBytes(name: string, dims: number[], data: Int8Array): string {
    return this.#tensor({ name, type: ElementType.int8, dims, data: bytesOf(data) });
  }

  integers(name: string, values: number[]): string {
    const data = bytesOf(BigInt64Array.from(values, BigInt));
    return this.#tensor({ name, type: ElementType.int64, dims: [values.length], data });
  }

  external(name: string, type: ElementType, dims: number[], data: External): string {
    return this.#tensor({ name, type, dims, data });
  }

  /** A weight that is there already under its name is used again, so that parts of a graph may name the same axes and ranges. */
  #tensor(tensor: TensorRecord): string {
    const known = this.#named.get(tensor.name);
    if (known && !isSame(known, tensor)) {
      throw new Error(
        `The graph has a weight "${tensor.name}" of another size or other numbers already: name one of them anew.`,
      );
    }
    if (!known) this.tensors.push(tensor);
    this.#named.set(tensor.name, tensor);
    return tensor.name;
  }
}

function isSame(a: TensorRecord, b: TensorRecord): boolean {
  if (a.type !== b.type || a.dims.join() !== b.dims.join()) return false;
  if (!ArrayBuffer.isView(a.data) || !ArrayBuffer.isView(b.data)) return false;
  return Buffer.compare(a.data, b.data) === 0;
}
