/** The page in which `browser-speed.ts` times the encoder. */
import { createEncoder } from "../../lib/models/encoder";
import type { GraphKind } from "../../lib/models/registry";
import { cosine } from "../../lib/models/stored-vector";

interface Request {
  graph: GraphKind;
  threads: number;
  cases: { text: string; vector: number[] }[];
}

/** Enough sentences for some seconds of work. */
const REPEATS = 4;

async function measure({ graph, threads, cases }: Request) {
  const backend = { device: "wasm", gpu: "absent", adapter: "", software: false, threads } as const;
  const start = performance.now();
  const encoder = await createEncoder({ modelBase: "/models/", wasmBase: "/wasm/", backend, graph });
  const loaded = performance.now();
  const texts = cases.map(({ text }) => text);
  const vectors = await encoder.encode(texts);
  const cosines = cases.map(({ vector }, i) => cosine(Float32Array.from(vector), vectors[i] ?? new Float32Array()));
  const many = Array.from({ length: REPEATS }, () => texts).flat();
  const before = performance.now();
  await encoder.encode(many);
  const seconds = (performance.now() - before) / 1000;
  await encoder.dispose();
  return {
    graph,
    threads,
    "load s": round((loaded - start) / 1000, 1),
    "sentences/s": round(many.length / seconds, 1),
    "least cosine": round(Math.min(...cosines), 4),
    "mean cosine": round(cosines.reduce((sum, value) => sum + value, 0) / cosines.length, 4),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

Object.assign(globalThis, { measure });
