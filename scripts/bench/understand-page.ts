/** The page in which `understand.ts` times reading reviews: our path whole, and a stock pipeline one text at a time. */
import { AutoTokenizer, env, pipeline } from "@huggingface/transformers";
import type { Review, Subject } from "../../lib/domain";
import { createEncoder } from "../../lib/models/encoder";
import { chooseBackend } from "../../lib/models/gpu";
import { loadHeads } from "../../lib/models/heads";
import { ENCODER, RUNTIMES } from "../../lib/models/registry";
import { useLocalFilesOnly } from "../../lib/models/session";
import { tokenise } from "../../lib/models/tokenise";
import { EarshotDatabase } from "../../lib/store/db";
import { commitReading, saveUnderstood } from "../../lib/store/write";
import { understandReviews } from "../../lib/understand/understand";

export interface Timing {
  sentences: number;
  different: number;
  backend: string;
  threads: number;
  /** Sentences a second. */
  ours: number;
  stock: number;
  ratio: number;
  /** Shares of our time, 0–1. */
  tokenizer: number;
  model: number;
  heads: number;
  store: number;
}

/** Texts the stock path is given: it is slow, and each of its texts costs the same. */
const STOCK_TEXTS = 60;

async function measure(bodies: string[]): Promise<Timing> {
  const backend = await chooseBackend();
  const encoder = await createEncoder({ modelBase: "/models/", wasmBase: "/wasm/" });
  const reviews = bodies.map((body, i): Review => {
    return { id: `r${i}`, subjectId: "s", kind: "review", body, place: { url: "" }, how: "bench", collected: "" };
  });
  const db = new EarshotDatabase(`bench-${performance.now()}`);
  await commitReading(db, { id: "s", name: "bench", url: "", site: "" } satisfies Subject, reviews);
  const asked: string[] = [];
  let inModel = 0;
  const read = async (texts: string[]) => {
    const before = performance.now();
    asked.push(...texts);
    const readings = await encoder.read(texts);
    inModel += performance.now() - before;
    return readings;
  };
  await encoder.read(bodies.slice(0, 8)); // what is compiled at first use is not part of the speed
  const started = performance.now();
  const understood = await understandReviews(reviews, read, loadHeads());
  const read_ = performance.now();
  await saveUnderstood(db, understood);
  const ended = performance.now();
  await encoder.dispose();
  await db.delete();
  const tokenizing = await timeTokenizer(asked);
  const sentences = understood.reduce((sum, one) => sum + one.sentences.length, 0);
  const ours = (sentences / (ended - started)) * 1000;
  const stock = await timeStock(asked);
  const share = (milliseconds: number) => Number((milliseconds / (ended - started)).toFixed(3));
  return {
    sentences,
    different: asked.length,
    backend: encoder.info.backend,
    threads: backend.threads,
    ours: Math.round(ours * 10) / 10,
    stock: Math.round(stock * 10) / 10,
    ratio: Math.round((ours / stock) * 100) / 100,
    tokenizer: share(tokenizing),
    model: share(inModel - tokenizing),
    heads: share(read_ - started - inModel),
    store: share(ended - read_),
  };
}

async function timeTokenizer(texts: readonly string[]): Promise<number> {
  useLocalFilesOnly();
  env.localModelPath = "/models/";
  const tokenizer = await AutoTokenizer.from_pretrained(ENCODER.id);
  tokenise(tokenizer, texts.slice(0, 20), ENCODER);
  const before = performance.now();
  tokenise(tokenizer, texts, ENCODER);
  return performance.now() - before;
}

/**
 * `pipeline("feature-extraction")` as its documentation shows it, one text at a time, on the same graph file with the library's own choice of threads.
 * The graph pools by itself, so the pipeline is handed its vector as a sequence of one.
 */
async function timeStock(texts: readonly string[]): Promise<number> {
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error("ONNX Runtime is not in this build.");
  wasm.wasmPaths = { mjs: `/wasm/${RUNTIMES.wasm}.mjs`, wasm: `/wasm/${RUNTIMES.wasm}.wasm` };
  const shared = { path: ENCODER.sharedFile, data: `onnx/${ENCODER.sharedFile}` };
  const extract = await pipeline("feature-extraction", ENCODER.id, {
    device: "wasm",
    dtype: "int8",
    session_options: { externalData: [shared] },
  });
  const model = extract.model;
  extract.model = (async (inputs: unknown) => {
    const { sentence_embedding } = await (model as unknown as (i: unknown) => Promise<Record<string, Sequence>>)(
      inputs,
    );
    return { last_hidden_state: sentence_embedding?.unsqueeze(1) };
  }) as unknown as typeof extract.model;
  const chosen = texts
    .filter((_, i) => i % Math.max(1, Math.floor(texts.length / STOCK_TEXTS)) === 0)
    .slice(0, STOCK_TEXTS);
  for (const text of chosen.slice(0, 3)) await extract(`query: ${text}`, { pooling: "cls", normalize: true });
  const before = performance.now();
  for (const text of chosen) await extract(`query: ${text}`, { pooling: "cls", normalize: true });
  return (chosen.length / (performance.now() - before)) * 1000;
}

interface Sequence {
  unsqueeze(dimension: number): unknown;
}

Object.assign(globalThis, { measure });
