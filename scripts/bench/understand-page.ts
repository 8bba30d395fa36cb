/** The page in which `understand.ts` times reading reviews: our path whole, and a stock pipeline one text at a time. */
import { AutoTokenizer, env, pipeline } from "@huggingface/transformers";
import { Reader } from "../../entrypoints/engine/reader";
import { RememberingReader } from "../../entrypoints/engine/remembering";
import { Understanding } from "../../entrypoints/engine/understanding";
import type { Review, Subject } from "../../lib/domain";
import { createEncoder } from "../../lib/models/encoder";
import { chooseBackend } from "../../lib/models/gpu";
import { loadHeads } from "../../lib/models/heads";
import type { Encoder, TextReading } from "../../lib/models/model";
import { ENCODER, RUNTIMES } from "../../lib/models/registry";
import { useLocalFilesOnly } from "../../lib/models/session";
import { tokenise } from "../../lib/models/tokenise";
import { EarshotDatabase } from "../../lib/store/db";
import { commitReading } from "../../lib/store/write";
import { HEADS_VERSION, understandReviews } from "../../lib/understand/understand";
import { type VectorLoss, vectorLoss } from "./vector-loss";

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

export interface Measured {
  timing: Timing;
  /** Of the vectors that are stored. */
  loss: VectorLoss;
}

/** Texts the stock path is given: it is slow, and each of its texts costs the same. */
const STOCK_TEXTS = 60;
/** Vectors compared with what is kept of them. */
const COMPARED = 400;

async function measure(bodies: string[]): Promise<Measured> {
  const backend = await chooseBackend();
  const encoder = await createEncoder({ modelBase: "/models/", wasmBase: "/wasm/" });
  await encoder.read(bodies.slice(0, 8)); // what is compiled at first use is not part of the speed
  const db = new EarshotDatabase(`bench-${performance.now()}`);
  const reviews = bodies.map((body, i): Review => {
    return { id: `r${i}`, subjectId: "s", kind: "review", body, place: { url: "" }, how: "bench", collected: "" };
  });
  await commitReading(db, { id: "s", name: "bench", url: "", site: "" } satisfies Subject, reviews);
  const read = new Map<string, TextReading>();
  const whole = await timeQueue(db, encoder, read);
  await encoder.dispose();
  const sentences = await db.sentences.count();
  await db.delete();
  const asked = [...read.keys()];
  const tokenizing = await timeTokenizer(asked);
  const heads = await timeHeads(reviews, read);
  const ours = (sentences / whole.total) * 1000;
  const stock = await timeStock(asked);
  const share = (milliseconds: number) => Number((milliseconds / whole.total).toFixed(3));
  const timing = {
    sentences,
    different: asked.length,
    backend: encoder.info.backend,
    threads: backend.threads,
    ours: Math.round(ours * 10) / 10,
    stock: Math.round(stock * 10) / 10,
    ratio: Math.round((ours / stock) * 100) / 100,
    tokenizer: share(tokenizing),
    model: share(whole.inModel - tokenizing),
    heads: share(heads),
    store: share(whole.total - whole.inModel - heads),
  };
  return { timing, loss: vectorLoss([...read.values()].slice(0, COMPARED).map(({ vector }) => vector)) };
}

/** Reviews through the queue as the engine puts it together, but for themes; `read` is filled with what the encoder said. */
async function timeQueue(db: EarshotDatabase, encoder: Encoder, read: Map<string, TextReading>) {
  let inModel = 0;
  const remembering = new RememberingReader({
    db,
    network: "bench",
    read: async (texts, signal) => {
      const before = performance.now();
      const readings = await encoder.read(texts, signal);
      inModel += performance.now() - before;
      texts.forEach((text, i) => {
        const reading = readings[i];
        if (reading) read.set(text, reading);
      });
      return readings;
    },
    turn: async () => undefined,
  });
  const reader = new Reader(db, (subject, texts, signal) => remembering.read(subject, texts, signal), loadHeads);
  const queue = new Understanding({
    db,
    version: HEADS_VERSION,
    understand: (batch, signal) => reader.read(batch, signal),
    settle: async () => undefined,
    turn: async () => undefined,
    hopeless: () => true,
    works: async () => false,
    changed: () => undefined,
  });
  const before = performance.now();
  await queue.wake();
  return { total: performance.now() - before, inModel };
}

/** The rules over readings that are there already. */
async function timeHeads(reviews: readonly Review[], read: ReadonlyMap<string, TextReading>): Promise<number> {
  const before = performance.now();
  await understandReviews(reviews, async (texts) => texts.map((text) => read.get(text) as TextReading), loadHeads());
  return performance.now() - before;
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
