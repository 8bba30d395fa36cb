/**
 * The reader as part of the encoder's graph: it looks at the states of some layers, mixes them in a transformer block or two of its own (layer norm
 * first, Xiong et al. 2020, arXiv:2002.04745) and says what each token and the whole text are about. The encoder's own vectors are not
 * touched by it: a side network (Sung et al. 2022, arXiv:2206.06522).
 */
import type { GraphBuilder } from "./graph-builder";
import type { Pass } from "./layer";
import type { Dense } from "./linear";
import { ElementType } from "./onnx";
import type { ReaderFile } from "./reader-file";

const EPSILON = { float: 1e-5 };

/** Names of the two outputs. */
export const SENTENCE_READING = "sentence_reading";
export const TOKEN_READING = "token_reading";

/** The reader on its way into a graph. */
interface Writing {
  graph: GraphBuilder;
  reader: ReaderFile;
  /** For its wide matrices; the narrow ones that its outputs come from stay in floats. */
  dense: Dense;
  /** Of `maskScores`. */
  scores: string;
}

/**
 * @param states hidden states by layer (1 is the first), each [batch, length, encoder width]
 * @returns widths of the two outputs that were added
 */
export function addReader(
  pass: Pass,
  dense: Dense,
  reader: ReaderFile,
  states: readonly string[],
): { sentence: number; token: number } {
  const { shape } = reader;
  const { graph, scores } = pass;
  const to = { graph, reader, dense, scores };
  const wide = graph.node(
    "Concat",
    shape.layers.map((layer) => states[layer - 1] ?? ""),
    { axis: -1 },
  );
  let x = broad(to, "in.w", wide, shape.layers.length * shape.input, shape.width);
  x = normalise(to, "in", plus(to, "in.b", x, shape.width));
  // what is said of the text needs no mixing of tokens beyond the encoder's own: its pool does that
  const shares = addTextOutputs(to, x);
  for (let block = 0; block < shape.blocks; block++) x = addBlock(to, block, x);
  addTokenOutputs(to, normalise(to, "out", x), shares);
  return { sentence: shape.pools.length, token: shape.columns + shape.shares };
}

function addBlock(to: Writing, block: number, input: string): string {
  const { width, inner } = to.reader.shape;
  const name = (part: string) => `b${block}.${part}`;
  const attended = attend(to, block, normalise(to, name("n1"), input));
  const middle = to.graph.node("Add", [input, broad(to, name("o"), attended, width, width)]);
  const wide = broad(to, name("f1"), normalise(to, name("n2"), middle), width, inner);
  const bent = to.graph.node("Gelu", [plus(to, name("f1.b"), wide, inner)], {}, "com.microsoft");
  return to.graph.node("Add", [middle, broad(to, name("f2"), bent, inner, width)]);
}

function attend(to: Writing, block: number, input: string): string {
  const { graph, reader, scores } = to;
  const { width, heads } = reader.shape;
  const all = broad(to, `b${block}.qkv`, input, width, 3 * width);
  const shape = graph.integers(`reader.${block}.heads`, [0, 0, 3 * heads, width / heads]);
  const turned = graph.node("Transpose", [graph.node("Reshape", [all, shape])], { perm: [0, 2, 1, 3] });
  const sizes = graph.integers(`reader.${block}.sizes`, [heads, heads, heads]);
  const [query = "", key = "", value = ""] = graph.nodeOf(3, "Split", [turned, sizes], { axis: 1 });
  const scale = graph.floats(`reader.${block}.scale`, [1], Float32Array.of(1 / Math.sqrt(width / heads)));
  const keys = graph.node("Transpose", [key], { perm: [0, 1, 3, 2] });
  const products = graph.node("MatMul", [graph.node("Mul", [query, scale]), keys]);
  const weights = graph.node("Softmax", [graph.node("Add", [products, scores])], { axis: -1 });
  const gathered = graph.node("Transpose", [graph.node("MatMul", [weights, value])], { perm: [0, 2, 1, 3] });
  return graph.node("Reshape", [gathered, graph.integers(`reader.${block}.joined`, [0, 0, width])]);
}

/**
 * What is said of the text: a sum over its tokens, and what a layer makes of several looks at them.
 * @returns each token's share in the first `shares` outputs, [batch, length, shares]
 */
function addTextOutputs(to: Writing, x: string): string {
  const { graph, reader } = to;
  const { width, pools } = reader.shape;
  const rests = pool(to, "pool", x, Math.max(...pools) + 1);
  const spread = graph.node("Gather", [rests, graph.integers("reader.pools", pools)], { axis: 2 });
  const parts = graph.node("Mul", [spread, narrow(to, "text.w", x, width, pools.length)]);
  const sum = graph.node("ReduceSum", [parts, graph.integers("reader.token axis", [1])], { keepdims: 0 });
  const { said, shares } = addThought(to, x);
  const told = [plus(to, "text.b", sum, pools.length), said];
  graph.nodes.push({ op: "Add", domain: "", inputs: told, outputs: [SENTENCE_READING], attributes: {} });
  return graph.node("Add", [first(to, parts, 2), shares]);
}

/** Where each of `count` looks rests: weights of the tokens, [batch, length, count]. */
function pool(to: Writing, name: string, x: string, count: number): string {
  const { graph, reader, scores } = to;
  const masked = graph.node("Squeeze", [scores, graph.integers("reader.head axis", [1])]); // [batch, 1, length]
  const column = graph.node("Transpose", [masked], { perm: [0, 2, 1] });
  const looks = graph.node("Add", [narrow(to, name, x, reader.shape.width, count), column]);
  return graph.node("Softmax", [looks], { axis: 1 });
}

/**
 * What several looks at the text say together: a sum over single tokens cannot tell "died" from "died after ten years". The layer is linear
 * in pieces (ReLU), so that each token's share in what it says is exact: what it adds through the units that are on.
 * @returns `said` [batch, outputs], `shares` [batch, length, shares]
 */
function addThought(to: Writing, x: string): { said: string; shares: string } {
  const { graph, reader } = to;
  const { width, looks, thought, pools } = reader.shape;
  const rests = pool(to, "m.pool", x, looks); // [batch, length, looks]
  const seen = graph.node("Reshape", [
    graph.node("MatMul", [graph.node("Transpose", [rests], { perm: [0, 2, 1] }), x]),
    graph.integers("reader.seen", [0, looks * width]),
  ]);
  const units = graph.node("Relu", [plus(to, "m.1.b", narrow(to, "m.1", seen, looks * width, thought), thought)]);
  const said = narrow(to, "m.2", units, thought, pools.length);
  return { said, shares: sharesOfThought(to, x, rests, units) };
}

function sharesOfThought(to: Writing, x: string, rests: string, units: string): string {
  const { graph, reader } = to;
  const { width, looks, shares } = reader.shape;
  const positive = graph.node("Greater", [units, graph.floats("reader.off", [1], Float32Array.of(0))]);
  const active = graph.node("Cast", [positive], { to: ElementType.float });
  const on = graph.node("Unsqueeze", [active, graph.integers("reader.output axis", [2])]);
  const through = graph.node("Mul", [on, first(to, "reader.m.2", 1)]); // [batch, thought, shares]
  const slopes = graph.node("MatMul", ["reader.m.1", through]); // [batch, looks · width, shares]
  const byLook = graph.node("Reshape", [slopes, graph.integers("reader.slopes", [0, looks, width, shares])]);
  const values = graph.node("MatMul", [graph.node("Unsqueeze", [x, graph.integers("reader.look axis", [1])]), byLook]);
  const turned = graph.node("Transpose", [rests], { perm: [0, 2, 1] });
  const weighed = graph.node("Mul", [
    values, // [batch, looks, length, shares]
    graph.node("Unsqueeze", [turned, graph.integers("reader.last axis", [3])]),
  ]);
  return graph.node("ReduceSum", [weighed, graph.integers("reader.looks axis", [1])], { keepdims: 0 });
}

/** The first `shares` numbers along an axis. */
function first({ graph, reader }: Writing, from: string, axis: number): string {
  const range = [0, reader.shape.shares, axis].map((value, i) => graph.integers(`reader.${axis}.share ${i}`, [value]));
  return graph.node("Slice", [from, ...range]);
}

/** What each token is, and its share in what is said of the text. */
function addTokenOutputs(to: Writing, x: string, shares: string): void {
  const { width, columns } = to.reader.shape;
  const told = plus(to, "token.b", narrow(to, "token.w", x, width, columns), columns);
  const inputs = [told, shares];
  to.graph.nodes.push({ op: "Concat", domain: "", inputs, outputs: [TOKEN_READING], attributes: { axis: -1 } });
}

function broad({ graph, reader, dense }: Writing, name: string, input: string, rows: number, columns: number): string {
  return dense(graph, `reader.${name}`, input, reader.tensor(name, [rows, columns]), [rows, columns]);
}

function narrow({ graph, reader }: Writing, name: string, input: string, rows: number, columns: number): string {
  const dims = [rows, columns];
  return graph.node("MatMul", [input, graph.floats(`reader.${name}`, dims, reader.tensor(name, dims))]);
}

function plus({ graph, reader }: Writing, name: string, input: string, width: number): string {
  return graph.node("Add", [input, graph.floats(`reader.${name}`, [width], reader.tensor(name, [width]))]);
}

function normalise({ graph, reader }: Writing, name: string, input: string): string {
  const { width } = reader.shape;
  const [scale, shift] = ["n.w", "n.b"].map((part) =>
    graph.floats(`reader.${name}.${part}`, [width], reader.tensor(`${name}.${part}`, [width])),
  );
  return graph.node("LayerNormalization", [input, scale ?? "", shift ?? ""], { axis: -1, epsilon: EPSILON });
}
