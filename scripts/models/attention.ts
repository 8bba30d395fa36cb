/**
 * Self-attention in plain operators. ONNX Runtime's fused MultiHeadAttention is no faster for sentences on WASM, and on
 * WebGPU it masks every text of a batch by the padding of the first.
 */
import { stackMatrices } from "./blocks";
import type { GraphBuilder } from "./graph-builder";
import type { Pass } from "./layer";

/** Added to the score of a padded position; far below any real score, far above overflow. */
const MASKED = -1e9;

/** [batch, length] of 1 and 0 → [batch, 1, 1, length]: 0 where a key may be looked at, `MASKED` elsewhere. */
export function maskScores(graph: GraphBuilder, mask: string): string {
  const one = graph.floats("one", [1], Float32Array.of(1));
  const masked = graph.floats("masked", [1], Float32Array.of(MASKED));
  const missing = graph.node("Mul", [graph.node("Sub", [one, mask]), masked]);
  return graph.node("Unsqueeze", [missing, graph.integers("key axes", [1, 2])]);
}

/**
 * @param input hidden states, [batch, length, hidden]
 * @returns what each position gathered from the others, [batch, length, hidden], before the output product
 */
export function attend(pass: Pass, layer: number, input: string): string {
  const { graph, file, scores } = pass;
  const { hidden, heads } = file.shape;
  const size = hidden / heads;
  const [query, key, value] = splitHeads(pass, layer, input);
  const scale = graph.floats(`l${layer}.scale`, [1], Float32Array.of(1 / Math.sqrt(size)));
  const keys = graph.node("Transpose", [key], { perm: [0, 1, 3, 2] });
  const products = graph.node("MatMul", [graph.node("Mul", [query, scale]), keys]);
  const weights = graph.node("Softmax", [graph.node("Add", [products, scores])], { axis: -1 });
  const gathered = graph.node("Transpose", [graph.node("MatMul", [weights, value])], { perm: [0, 2, 1, 3] });
  return graph.node("Reshape", [gathered, graph.integers(`l${layer}.joined`, [0, 0, hidden])]);
}

/** Query, key and value, each [batch, heads, length, size], from one product: fewer, larger multiplications. */
function splitHeads(pass: Pass, layer: number, input: string): [string, string, string] {
  const { graph, file, linear } = pass;
  const { hidden, heads } = file.shape;
  const parts = ["q", "k", "v"].map((part) => `l${layer}.${part}`);
  const matrix = stackMatrices(parts.map((part) => file.matrix(`${part}.w`)));
  const name = `l${layer}.qkv`;
  const all = linear(graph, name, input, matrix, hidden);
  const biases = Float32Array.from(parts.flatMap((part) => [...file.floats(`${part}.b`)]));
  const biased = graph.node("Add", [all, graph.floats(`${name}.b`, [3 * hidden], biases)]);
  const shape = graph.integers(`l${layer}.heads`, [0, 0, 3 * heads, hidden / heads]);
  const turned = graph.node("Transpose", [graph.node("Reshape", [biased, shape])], { perm: [0, 2, 1, 3] });
  const sizes = graph.integers(`l${layer}.sizes`, [heads, heads, heads]);
  const [query = "", key = "", value = ""] = graph.nodeOf(3, "Split", [turned, sizes], { axis: 1 });
  return [query, key, value];
}
