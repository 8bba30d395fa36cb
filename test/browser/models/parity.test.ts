import { AutoTokenizer, env } from "@huggingface/transformers";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createEncoder } from "../../../lib/models/encoder";
import type { Encoder } from "../../../lib/models/model";
import { ENCODER, type GraphKind } from "../../../lib/models/registry";
import { useLocalFilesOnly } from "../../../lib/models/session";
import { cosine, vectorFromBase64 } from "../../../lib/models/stored-vector";
import { tokenise } from "../../../lib/models/tokenise";
import ours from "../../fixtures/models/vectors.json";

const BASES = { modelBase: "/models/", wasmBase: "/wasm/" };
const LEAST: Record<GraphKind, number> = { q4: 0.995, int8: 0.99 };
const shared = inject("sharedCases");
const absent = "the shared test data is not beside this working copy (../shared/data, or EARSHOT_DATA)";

describe.each(["int8", "q4"] as const)("the %s graph on WASM", (graph) => {
  let encoder: Encoder;
  beforeAll(async () => {
    const backend = { device: "wasm", gpu: "absent", adapter: "", software: false, threads: 2 } as const;
    encoder = await createEncoder({ ...BASES, backend, graph });
  }, 120_000);
  afterAll(() => encoder.dispose());

  test("gives our own sentences in many languages their stored vectors", async () => {
    const vectors = await encoder.encode(ours.map(({ text }) => text));
    const cosines = ours.map(({ vector }, i) => cosine(vectorFromBase64(vector), at(vectors, i)));
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(LEAST[graph]);
  });

  test("gives every shared case its vector", async ({ skip }) => {
    if (shared.length === 0) skip(absent);
    const vectors = await encoder.encode(shared.map(({ text }) => text));
    const cosines = shared.map(({ vector }, i) => cosine(Float32Array.from(vector), at(vectors, i)));
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(LEAST[graph]);
  });

  test("reads a text the same in whatever company", async () => {
    const texts = ours.slice(0, 12).map(({ text }) => text);
    const together = await encoder.read(texts);
    const alone = await encoder.read(texts.slice(0, 1));
    const away = (a: Float32Array, b: Float32Array) => Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
    const [first, same] = [together[0], alone[0]];
    if (!first || !same) throw new Error("Nothing was read.");
    expect(away(first.vector, same.vector)).toBeLessThan(1e-4);
    expect(away(first.sentence, same.sentence)).toBeLessThan(1e-3);
  });

  test("says what it is and gives vectors of length one", async () => {
    expect(encoder.info).toMatchObject({ model: ENCODER.id, graph, backend: "wasm", threads: 2, gpu: "absent" });
    const [vector] = await encoder.encode(["Fits well."]);
    expect(Math.hypot(...at([vector], 0))).toBeCloseTo(1, 5);
  });
});

test("texts have the tokens of the source package, in every shared case", async ({ skip }) => {
  if (shared.length === 0) skip(absent);
  useLocalFilesOnly();
  env.localModelPath = "/models/";
  const tokenizer = await AutoTokenizer.from_pretrained(ENCODER.id);
  const texts = shared.map(({ text }) => text);
  const counts = tokenise(tokenizer, texts, ENCODER).map(({ ids }) => ids.length);
  expect(counts).toEqual(shared.map(({ tokens }) => tokens));
});

function at(vectors: readonly (Float32Array | undefined)[], i: number): Float32Array {
  return vectors[i] ?? new Float32Array();
}
