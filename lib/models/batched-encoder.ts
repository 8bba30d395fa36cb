/**
 * Feeds a worker chunk by chunk: the smallest request first, so that a question does not wait for a long reading.
 * A worker that fails is replaced and its chunk tried once more; chunks that were done stay done.
 */
import { gpuLock } from "./gpu";
import { type Encoder, EncoderError, type EncoderInfo, type TextReading } from "./model";
import type { WorkerLink } from "./worker-link";

/** What is sent at once; stopping and urgent requests wait for one of these at most. */
const CHUNK = { webgpu: { texts: 128, characters: 16_000 }, other: { texts: 32, characters: 4_000 } };

interface Job {
  texts: readonly string[];
  /** Positions not yet encoded, shortest text first: neighbours of like length make full batches. */
  left: number[];
  readings: TextReading[];
  signal?: AbortSignal;
  resolve(readings: TextReading[]): void;
  reject(error: unknown): void;
}

export class BatchedEncoder implements Encoder {
  #jobs: Job[] = [];
  #working = false;
  #link: WorkerLink | undefined;
  #disposed = false;

  /** @param connect opens another worker when one has failed */
  constructor(
    readonly info: EncoderInfo,
    private readonly connect: () => Promise<WorkerLink>,
    link: WorkerLink,
  ) {
    this.#link = link;
  }

  async encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    return (await this.read(texts, signal)).map(({ vector }) => vector);
  }

  read(texts: readonly string[], signal?: AbortSignal): Promise<TextReading[]> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#disposed) return Promise.reject(putAway());
    const left = texts.map((_, i) => i).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
    return new Promise((resolve, reject) => {
      this.#jobs.push({ texts, left, readings: new Array(texts.length), signal, resolve, reject });
      if (!this.#working) void this.#work();
    });
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#link?.end();
    this.#link = undefined;
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let job = this.#next(); job; job = this.#next()) {
      try {
        await this.#step(job);
      } catch (error) {
        this.#leave(job);
        job.reject(error);
      }
    }
    this.#working = false;
  }

  /** The request with the least left to do. */
  #next(): Job | undefined {
    return this.#jobs.reduce<Job | undefined>(
      (least, job) => (!least || job.left.length < least.left.length ? job : least),
      undefined,
    );
  }

  async #step(job: Job): Promise<void> {
    job.signal?.throwIfAborted();
    if (this.#disposed) throw putAway();
    if (job.left.length > 0) {
      const chunk = takeChunk(job, this.info.backend === "webgpu" ? CHUNK.webgpu : CHUNK.other);
      const made = await this.#readTwice(chunk.map((index) => job.texts[index] ?? ""));
      chunk.forEach((index, row) => {
        const reading = made[row];
        if (reading) job.readings[index] = reading;
      });
      job.left.splice(0, chunk.length);
    }
    if (job.left.length > 0) return;
    this.#leave(job);
    job.resolve(job.readings);
  }

  #leave(job: Job): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
  }

  async #readTwice(texts: string[]): Promise<TextReading[]> {
    try {
      return await this.#read(texts);
    } catch (error) {
      if (this.#disposed) throw error;
      return this.#read(texts);
    }
  }

  async #read(texts: string[]): Promise<TextReading[]> {
    if (!this.#link || this.#link.ended) this.#link = await this.connect();
    const link = this.#link;
    if (this.#disposed) link.end();
    return this.info.backend === "webgpu" ? gpuLock.run("batch", () => link.read(texts)) : link.read(texts);
  }
}

function putAway(): EncoderError {
  return new EncoderError("failed", "The language model was put away.");
}

function takeChunk(job: Job, limit: { texts: number; characters: number }): number[] {
  let characters = 0;
  const end = job.left.findIndex((index, count) => {
    characters += job.texts[index]?.length ?? 0;
    return count >= limit.texts || (count > 0 && characters > limit.characters);
  });
  return end < 0 ? job.left.slice() : job.left.slice(0, end);
}
