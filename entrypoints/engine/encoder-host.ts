/**
 * Holds the one encoder: loads it when it is first needed, says how it is, and gives its memory back when idle.
 */
import { type Encoder, EncoderError, type TextReading } from "../../lib/models/model";
import type { EncoderState } from "../../lib/protocol";

/** A worker with the model in it holds a few hundred megabytes; after this long without work it goes. */
const IDLE_MILLISECONDS = 5 * 60_000;

export class EncoderHost {
  state: EncoderState = { state: "idle" };
  #create: () => Promise<Encoder>;
  #changed: () => void;
  #encoder: Promise<Encoder> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #busy = 0;

  constructor(create: () => Promise<Encoder>, changed: () => void) {
    this.#create = create;
    this.#changed = changed;
  }

  /** @throws EncoderError when the encoder cannot be had; the state says the same */
  async encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    return (await this.read(texts, signal)).map(({ vector }) => vector);
  }

  /** As `encode`, with everything the same pass says about each text. */
  async read(texts: readonly string[], signal?: AbortSignal): Promise<TextReading[]> {
    clearTimeout(this.#idle);
    this.#busy += 1;
    try {
      const encoder = await this.#ready();
      return await encoder.read(texts, signal);
    } catch (error) {
      // A worker that failed twice may have lost its GPU: the next need chooses anew what to run on.
      if (error instanceof EncoderError) await this.#drop();
      throw error;
    } finally {
      this.#busy -= 1;
      this.#rest();
    }
  }

  /** Loads the model before it is needed, so that the first review does not wait for it. */
  async warm(): Promise<void> {
    await this.#ready().catch(() => undefined); // the state says what went wrong
    this.#rest();
  }

  /** Forgets a failure and loads again at the next need. */
  async retry(): Promise<void> {
    await this.release();
    this.#become({ state: "idle" });
  }

  /** Ends the worker; the next `encode` starts another. */
  async release(): Promise<void> {
    await this.#drop();
    if (this.state.state === "ready") this.#become({ state: "idle" });
  }

  async #drop(): Promise<void> {
    const encoder = this.#encoder;
    this.#encoder = undefined;
    await encoder?.then((loaded) => loaded.dispose()).catch(() => undefined);
  }

  /** True when another text would fail the same way: no model, a broken one, one that computes nonsense or does not load. */
  hopeless(error: unknown): boolean {
    return error instanceof EncoderError && (error.reason !== "failed" || this.state.state === "failed");
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#busy === 0) this.#idle = setTimeout(() => void this.release(), IDLE_MILLISECONDS);
  }

  #ready(): Promise<Encoder> {
    this.#encoder ??= this.#load();
    return this.#encoder;
  }

  async #load(): Promise<Encoder> {
    this.#become({ state: "loading" });
    try {
      const encoder = await this.#create();
      this.#become({ state: "ready", info: encoder.info });
      return encoder;
    } catch (error) {
      this.#encoder = undefined;
      const reason = error instanceof EncoderError ? error.reason : "failed";
      this.#become({ state: "failed", reason, message: error instanceof Error ? error.message : String(error) });
      throw error instanceof EncoderError ? error : new EncoderError("broken", String(error), { cause: error });
    }
  }

  #become(state: EncoderState): void {
    this.state = state;
    this.#changed();
  }
}
