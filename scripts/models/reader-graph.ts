/**
 * The reader as part of the encoder's graph: it looks at the states of some layers, mixes them in a transformer block or two of its own (layer norm
 * first, Xiong et al. 2020, arXiv:2002.04745) and says what each token and the whole text are about. The encoder's own vectors are not
 * touched by it: a side network (Sung et al. 2022, arXiv:2206.06522).
 */
import type { GraphBuilder } from "./graph-builder";
import type { ReaderFile } from "./reader-file";

const EPSILON = { float: 1e-5 };

/** Names of the two outputs. */
export const SENTENCE_READING = "sentence_reading";
export const TOKEN_READING = "token_reading";

/**
 * @param states hidden states by layer (1 is the first), each [batch, length, encoder width]
 * @param scores of `maskScores`
 * @returns widths of the two outputs that were added
 */
export function addReader(
  graph: GraphBuilder,
  reader: ReaderFile,
  states: readonly string[],
  scores: string,
): { sentence: number; token: number } {
  const { shape } = reader;
  const wide = graph.node(
    "Concat",
    shape.layers.map((layer) => states[layer - 1] ?? ""),
    { axis: -1 },
  );
  let x = product(graph, reader, "in.w", wide, shape.layers.length * shape.input, shape.width);
  x = normalise(graph, reader, "in", plus(graph, reader, "in.b", x, shape.width));
  // what is said of the text needs no mixing of tokens beyond the encoder's own: its pool does that
  const parts = addTextOutputs(graph, reader, x, scores);
  for (let block = 0; block < shape.blocks; block++) x = addBlock(graph, reader, block, x, scores);
  addTokenOutputs(graph, reader, normalise(graph, reader, "out", x), parts);
  return { sentence: shape.pools.length, token: shape.columns + shape.shares };
}

function addBlock(graph: GraphBuilder, reader: ReaderFile, block: number, input: string, scores: string): string {
  const { width, inner } = reader.shape;
  const name = (part: string) => `b${block}.${part}`;
  const attended = attend(graph, reader, block, normalise(graph, reader, name("n1"), input), scores);
  const middle = graph.node("Add", [input, product(graph, reader, name("o"), attended, width, width)]);
  const wide = product(graph, reader, name("f1"), normalise(graph, reader, name("n2"), middle), width, inner);
  const bent = graph.node("Gelu", [plus(graph, reader, name("f1.b"), wide, inner)], {}, "com.microsoft");
  return graph.node("Add", [middle, product(graph, reader, name("f2"), bent, inner, width)]);
}

function attend(graph: GraphBuilder, reader: ReaderFile, block: number, input: string, scores: string): string {
  const { width, heads } = reader.shape;
  const all = product(graph, reader, `b${block}.qkv`, input, width, 3 * width);
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

/** What is said of the text is a sum over its tokens. @returns its parts, [batch, length, outputs] */
function addTextOutputs(graph: GraphBuilder, reader: ReaderFile, x: string, scores: string): string {
  const { width, pools } = reader.shape;
  const count = Math.max(...pools) + 1;
  const masked = graph.node("Squeeze", [scores, graph.integers("reader.head axis", [1])]); // [batch, 1, length]
  const column = graph.node("Transpose", [masked], { perm: [0, 2, 1] });
  const looks = graph.node("Add", [product(graph, reader, "pool", x, width, count), column]);
  const weights = graph.node("Softmax", [looks], { axis: 1 });
  const spread = graph.node("Gather", [weights, graph.integers("reader.pools", pools)], { axis: 2 });
  const parts = graph.node("Mul", [spread, product(graph, reader, "text.w", x, width, pools.length)]);
  const sum = graph.node("ReduceSum", [parts, graph.integers("reader.token axis", [1])], { keepdims: 0 });
  const bias = graph.floats("reader.text.b", [pools.length], reader.tensor("text.b", [pools.length]));
  graph.nodes.push({ op: "Add", domain: "", inputs: [sum, bias], outputs: [SENTENCE_READING], attributes: {} });
  return parts;
}

/** What each token is, and its share in what is said of the text. */
function addTokenOutputs(graph: GraphBuilder, reader: ReaderFile, x: string, parts: string): void {
  const { width, columns, shares } = reader.shape;
  const told = plus(graph, reader, "token.b", product(graph, reader, "token.w", x, width, columns), columns);
  const range = [0, shares, 2].map((value, i) => graph.integers(`reader.share ${i}`, [value]));
  const share = graph.node("Slice", [parts, ...range]);
  graph.nodes.push({
    op: "Concat",
    domain: "",
    inputs: [told, share],
    outputs: [TOKEN_READING],
    attributes: { axis: -1 },
  });
}

function product(
  graph: GraphBuilder,
  reader: ReaderFile,
  name: string,
  input: string,
  rows: number,
  columns: number,
): string {
  const dims = [rows, columns];
  return graph.node("MatMul", [input, graph.floats(`reader.${name}`, dims, reader.tensor(name, dims))]);
}

function plus(graph: GraphBuilder, reader: ReaderFile, name: string, input: string, width: number): string {
  return graph.node("Add", [input, graph.floats(`reader.${name}`, [width], reader.tensor(name, [width]))]);
}

function normalise(graph: GraphBuilder, reader: ReaderFile, name: string, input: string): string {
  const { width } = reader.shape;
  const [scale, shift] = ["n.w", "n.b"].map((part) =>
    graph.floats(`reader.${name}.${part}`, [width], reader.tensor(`${name}.${part}`, [width])),
  );
  return graph.node("LayerNormalization", [input, scale ?? "", shift ?? ""], { axis: -1, epsilon: EPSILON });
}
