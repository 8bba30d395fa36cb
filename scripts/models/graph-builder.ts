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

  #tensor(tensor: TensorRecord): string {
    this.tensors.push(tensor);
    return tensor.name;
  }
}
