/**
 * The interfaces of models. Everything outside `lib/models` knows only these types.
 */

/** What runs, on what, and from which file: printed beside every figure. */
export interface EncoderInfo {
  model: string;
  /** SHA-256 of the source weights. */
  revision: string;
  graph: "q4" | "int8";
  backend: "webgpu" | "wasm" | "node";
  /** Adapter description on WebGPU, "" elsewhere. */
  adapter: string;
  threads: number;
  dimensions: number;
  /** Why WebGPU is used or not; absent outside the browser. */
  gpu?: "used" | "absent" | "software" | "wrong-results";
}

/** What one pass makes of a text: its vector, and what the reader network on top of the encoder says about it. */
export interface TextReading {
  /** L2-normalised, `info.dimensions` long. */
  vector: Float32Array;
  /** Logits about the whole text; `lib/understand/reading.ts` names them. */
  sentence: Float32Array;
  tokens: TokenReading;
}

/** One row for each token of the text; the model's prefix and control tokens are left out. */
export interface TokenReading {
  /** UTF-16 places in the text as it was given. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Row-major logits; `lib/understand/reading.ts` names the columns. */
  values: Float32Array;
}

/** Turns texts into vectors and readings, in the order given. */
export interface Encoder {
  readonly info: EncoderInfo;
  /**
   * @param texts any length; each is cut at the model's 512 tokens
   * @returns one vector of `info.dimensions` per text
   * @throws EncoderError in a sentence fit to be shown, after one retry on a fresh worker
   */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** As `encode`, with everything the same pass says about each text. */
  read(texts: readonly string[], signal?: AbortSignal): Promise<TextReading[]>;
  dispose(): Promise<void>;
}

/** Why an encoder could not be had or stopped working. */
export class EncoderError extends Error {
  constructor(
    readonly reason: "missing" | "broken" | "wrong-results" | "failed",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "EncoderError";
  }
}
