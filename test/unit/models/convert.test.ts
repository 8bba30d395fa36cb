import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AutoModel, Tensor } from "@huggingface/transformers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENCODER, type EncoderRecord } from "../../../lib/models/registry";
import { EXACT_BYTES, useLocalFilesOnly } from "../../../lib/models/session";
import { cosine } from "../../../lib/models/stored-vector";
import { convert } from "../../../scripts/models/convert";
import { readEncoderFile } from "../../../scripts/models/encoder-file";
import { GraphBuilder } from "../../../scripts/models/graph-builder";
import { install } from "../../../scripts/models/install";
import { parseReader } from "../../../scripts/models/reader-file";
import { referenceStates, referenceVector } from "../../fixtures/models/reference";
import { referenceReading } from "../../fixtures/models/reference-reader";
import { TINY_PIECES, tinyEncoderFile } from "../../fixtures/models/tiny-encoder";
import { tinyReader, tinyReaderBytes } from "../../fixtures/models/tiny-reader";

const record: EncoderRecord = { ...ENCODER, id: "tiny" };
const weights = tinyEncoderFile();
const root = mkdtempSync(join(tmpdir(), "earshot-convert-"));
const folder = join(root, "tiny");

beforeAll(() => {
  useLocalFilesOnly();
  install(convert(weights, record, tinyReader()), record, folder);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("the encoder file is read back as it was written", () => {
  const file = readEncoderFile(weights);
  expect(file.shape).toMatchObject({ hidden: 64, layers: 2, heads: 2, feedForward: 96, rows: 10, positions: 512 });
  expect(file.tokenizer.pieces).toEqual(TINY_PIECES);
  expect(file.tokenizer).toMatchObject({ bos: 0, eos: 2, pad: 1, unk: 3, normaliser: new Map([["ﬁ", "f"]]) });
  expect(() => file.matrix("l9.q.w")).toThrow('no 4-bit matrix "l9.q.w"');
});

test("a view into a larger buffer, as Node reads files, gives the same numbers", () => {
  const padded = Buffer.concat([Buffer.from("before"), weights, Buffer.from("after")]);
  const file = readEncoderFile(padded.subarray(6, 6 + weights.length));
  expect(file.floats("l1.oln.b")).toEqual(readEncoderFile(weights).floats("l1.oln.b"));
});

test("anything else is refused by name", () => {
  expect(() => readEncoderFile(new TextEncoder().encode("GGUF and more"))).toThrow("not an E5S1 encoder file");
});

test("converting twice gives the same bytes", () => {
  const [first, second] = [convert(weights, record, tinyReader()), convert(weights, record, tinyReader())];
  for (const [path, bytes] of first) expect(Buffer.compare(bytes, second.get(path) ?? new Uint8Array()), path).toBe(0);
});

describe.each([
  ["q4", 0.99999],
  ["int8", 0.99],
] as const)("the %s graph", (dtype, least) => {
  test("computes what plain loops over the source weights compute, whatever else is in the batch", async () => {
    const texts = [
      [0, 5, 2],
      [0, 7, 8, 4, 6, 5, 4, 2],
      [0, 3, 2, 1, 2],
    ];
    const vectors = await run(dtype, texts);
    const file = readEncoderFile(weights);
    texts.forEach((ids, row) => {
      expect(cosine(vectors[row] ?? new Float32Array(), referenceVector(file, ids))).toBeGreaterThan(least);
    });
  });
});

test.each([
  ["q4", 0.0005],
  ["int8", 0.15],
] as const)(
  "in the %s graph the reader says what plain loops over its weights say, of the text and of each token",
  async (dtype, away) => {
    const texts = [
      [0, 5, 2],
      [0, 7, 8, 4, 6, 5, 4, 2],
    ];
    const output = await compute(dtype, texts);
    const [file, reader] = [readEncoderFile(weights), tinyReader()];
    let furthest = 0;
    texts.forEach((ids, row) => {
      const { sentence, tokens } = referenceReading(reader, referenceStates(file, ids));
      const told = output.sentence_reading.data.slice(row * 3, (row + 1) * 3);
      sentence.forEach((value, i) => {
        furthest = Math.max(furthest, Math.abs(value - (told[i] ?? 0)));
      });
      tokens.flat().forEach((value, i) => {
        furthest = Math.max(furthest, Math.abs(value - (output.token_reading.data[row * LENGTH * 7 + i] ?? 0)));
      });
    });
    expect(furthest).toBeLessThan(away);
  },
);

test("two weights of one name must be the same weight", () => {
  const graph = new GraphBuilder();
  graph.floats("one", [1], Float32Array.of(1));
  graph.floats("one", [1], Float32Array.of(1));
  expect(graph.tensors).toHaveLength(1);
  expect(() => graph.floats("one", [2], Float32Array.of(1, 2))).toThrow("another size");
  expect(() => graph.floats("one", [1], Float32Array.of(2))).toThrow("other numbers");
});

test("a reader's file that is cut short or of another shape is refused in words", () => {
  const bytes = tinyReaderBytes();
  expect(() => parseReader(bytes.subarray(0, bytes.length - 3))).toThrow("cut short");
  expect(() => parseReader(new Uint8Array(40))).toThrow("no first line");
  expect(() => tinyReader().tensor("in.w", [2, 2])).toThrow('no "in.w" of 2 × 2');
});

type Output = "sentence_embedding" | "sentence_reading" | "token_reading";
const LENGTH = 16;

/** Vectors of one padded batch. */
async function run(dtype: "q4" | "int8", texts: number[][]): Promise<Float32Array[]> {
  const output = await compute(dtype, texts);
  return texts.map((_, row) => output.sentence_embedding.data.slice(row * 64, (row + 1) * 64));
}

/** Runs one padded batch. */
async function compute(dtype: "q4" | "int8", texts: number[][]): Promise<Record<Output, { data: Float32Array }>> {
  const model = await AutoModel.from_pretrained(folder, { dtype, device: "cpu", session_options: EXACT_BYTES });
  const length = LENGTH;
  const padded = texts.flatMap((ids) => Array.from({ length }, (_, i) => BigInt(ids[i] ?? 1)));
  const mask = texts.flatMap((ids) => Array.from({ length }, (_, i) => BigInt(i < ids.length ? 1 : 0)));
  const dims = [texts.length, length];
  const output = await model({
    input_ids: new Tensor("int64", BigInt64Array.from(padded), dims),
    attention_mask: new Tensor("int64", BigInt64Array.from(mask), dims),
  });
  await model.dispose();
  return output;
}
