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

/** Turns texts into L2-normalised vectors, in the order given. */
export interface Encoder {
  readonly info: EncoderInfo;
  /**
   * @param texts any length; each is cut at the model's 512 tokens
   * @returns one vector of `info.dimensions` per text
   * @throws EncoderError in a sentence fit to be shown, after one retry on a fresh worker
   */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
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
