/**
 * A loaded encoder: tokenizer and graph of transformers.js called directly, batch by batch. Runs wherever it is
 * imported; only `encoder.worker.ts` and `node-encoder.ts` do.
 */
import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from "@huggingface/transformers";
import { type Batch, type BatchRules, planBatches, rowsFor } from "./batches";
import type { TextReading } from "./model";
import type { EncoderRecord, GraphKind } from "./registry";
import { type TokenisedText, tokenise } from "./tokenise";

export type Device = "webgpu" | "wasm" | "cpu";

export interface SessionOptions {
  record: EncoderRecord;
  graph: GraphKind;
  device: Device;
  rules: BatchRules;
  /** Node: folder of the model. Browser: its name below `env.localModelPath`. */
  path: string;
  /** 0 leaves the choice to the runtime. */
  threads: number;
}

export interface EncodeOptions {
  signal?: AbortSignal;
  onBatch?: () => void;
}

/** Nothing is fetched from anywhere but the places given: no hub, no browser cache, no wasm from a CDN. */
export function useLocalFilesOnly(): void {
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.useBrowserCache = false;
  env.useFSCache = false;
  env.useWasmCache = false;
}

export class EncoderSession {
  private constructor(
    readonly options: SessionOptions,
    readonly tokenizer: PreTrainedTokenizer,
    readonly model: PreTrainedModel,
  ) {}

  /**
   * @param onStep called after each step of loading
   * @throws Error as the library words it when a file is missing or damaged
   */
  static async open(options: SessionOptions, onStep?: () => void): Promise<EncoderSession> {
    const { record, graph, device, path, threads } = options;
    const shared = { path: record.sharedFile, data: `onnx/${record.sharedFile}` };
    const tokenizer = await AutoTokenizer.from_pretrained(path);
    onStep?.();
    const model = await AutoModel.from_pretrained(path, {
      device,
      dtype: graph,
      session_options: {
        // Node finds the shared file beside the graph by itself, and maps it instead of reading it
        ...(device === "cpu" ? {} : { externalData: [shared] }),
        ...(threads && device === "cpu" ? { intraOpNumThreads: threads } : {}),
        ...(device === "cpu" ? EXACT_BYTES : {}),
      },
    });
    onStep?.();
    return new EncoderSession(options, tokenizer, model);
  }

  /** Tokens per text: what is counted, cut and batched. */
  tokenise(texts: readonly string[]): TokenisedText[] {
    return tokenise(this.tokenizer, texts, this.options.record);
  }

  /** @returns one reading per text, in order; both options act between batches */
  async read(texts: readonly string[], { signal, onBatch }: EncodeOptions = {}): Promise<TextReading[]> {
    const tokenised = this.tokenise(texts);
    const readings: TextReading[] = new Array(texts.length);
    const lengths = tokenised.map(({ ids }) => ids.length);
    for (const batch of planBatches(lengths, this.options.rules)) {
      signal?.throwIfAborted();
      const results = await this.#run(batch, tokenised);
      batch.indices.forEach((index, row) => {
        const reading = results[row];
        if (reading) readings[index] = reading;
      });
      onBatch?.();
    }
    return readings;
  }

  /** Runs the shapes most sentences will have, so that the first real batch is not the slow one. */
  async warmUp(onStep?: () => void): Promise<void> {
    for (const length of this.options.rules.warmUp) {
      const rows = rowsFor(length, this.options.rules);
      const ids = Array.from({ length }, () => this.#padId);
      const filler = { ids, from: 0, to: 0, starts: new Uint32Array(), ends: new Uint32Array() };
      const texts = Array.from({ length: rows }, () => filler);
      await this.#run({ indices: texts.map((_, i) => i), length }, texts);
      onStep?.();
    }
  }

  dispose(): Promise<unknown> {
    return this.model.dispose();
  }

  get #padId(): number {
    return this.tokenizer.pad_token_id ?? 0;
  }

  async #run(batch: Batch, texts: readonly TokenisedText[]): Promise<TextReading[]> {
    // a GPU keeps shaders per shape: incomplete batches are filled up there
    const rows = this.options.device === "webgpu" ? rowsFor(batch.length, this.options.rules) : batch.indices.length;
    const size = rows * batch.length;
    const input = new BigInt64Array(size).fill(BigInt(this.#padId));
    const mask = new BigInt64Array(size);
    for (let row = 0; row < rows; row++) {
      const { ids = [] } = texts[batch.indices[row] ?? batch.indices[0] ?? 0] ?? {};
      ids.forEach((id, column) => {
        input[row * batch.length + column] = BigInt(id);
        mask[row * batch.length + column] = 1n;
      });
    }
    const dims = [rows, batch.length];
    const output = await this.model({
      input_ids: new Tensor("int64", input, dims),
      attention_mask: new Tensor("int64", mask, dims),
    });
    return batch.indices.map((index, row) => readingOf(output, row, batch.length, texts[index]));
  }
}

/**
 * Processors of x64 without VNNI add pairs of byte products in 16 bits, which overflow: vectors were 0.94 alike instead of 0.99. This has ONNX Runtime
 * take its exact way there; other processors are not concerned (onnxruntime.ai, "Quantize ONNX models", on U8S8 and saturation).
 */
export const EXACT_BYTES = { extra: { session: { x64quantprecision: "1" } } };

type Output = Record<
  "sentence_embedding" | "sentence_reading" | "token_reading",
  { data: Float32Array; dims: number[] }
>;

/** One row of a batch, without padding, prefix and control tokens. */
function readingOf(output: Output, row: number, length: number, text: TokenisedText | undefined): TextReading {
  const part = (name: keyof Output, from: number, to: number) => {
    const { data, dims } = output[name];
    const width = dims.at(-1) ?? 0;
    return data.slice(from * width, to * width);
  };
  const { from, to, starts, ends } = text ?? { from: 0, to: 0, starts: new Uint32Array(), ends: new Uint32Array() };
  return {
    vector: part("sentence_embedding", row, row + 1),
    sentence: part("sentence_reading", row, row + 1),
    tokens: { starts, ends, values: part("token_reading", row * length + from, row * length + to) },
  };
}
