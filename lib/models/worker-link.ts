/**
 * One worker with the encoder in it, as promises. A link is used until its first failure and then ended; memory comes
 * back only when a worker is terminated.
 */
import { EncoderError, type TextReading } from "./model";
import { unpackReadings } from "./packed-readings";
import type { WorkerLike as AnyWorker } from "./worker-like";
import type { FromWorker, OpenRequest, ToWorker } from "./worker-protocol";

export type WorkerLike = AnyWorker<ToWorker, FromWorker>;

interface Waiting {
  resolve(message: FromWorker): void;
  reject(error: EncoderError): void;
}

export class WorkerLink {
  #worker: WorkerLike;
  #patience: number;
  #waiting: Waiting | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #requests = 0;
  /** Set by the first failure; nothing can be asked afterwards. */
  #ended: EncoderError | undefined;

  /** @param patience milliseconds without any sign of life after which the worker counts as dead */
  constructor(worker: WorkerLike, patience: number) {
    this.#worker = worker;
    this.#patience = patience;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => this.#fail("failed", event.message || "the worker could not be started");
    worker.onmessageerror = () => this.#fail("failed", "an unreadable message");
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** @throws EncoderError "missing" or "broken" when the model cannot be loaded */
  async open(request: OpenRequest): Promise<void> {
    await this.#ask({ type: "open", request });
  }

  /** @returns one reading per text, in order. @throws EncoderError("failed") */
  async read(texts: string[]): Promise<TextReading[]> {
    const answer = await this.#ask({ type: "read", id: ++this.#requests, texts });
    if (answer.type !== "read") throw this.#fail("failed", "an answer out of turn");
    return unpackReadings(answer.readings);
  }

  end(): void {
    this.#fail("failed", "it was stopped");
  }

  #ask(message: ToWorker): Promise<FromWorker> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#watch();
      this.#worker.postMessage(message);
    });
  }

  #receive(message: FromWorker): void {
    if (message.type === "alive") this.#watch();
    else if (message.type === "failed") this.#fail(message.reason, message.message);
    else this.#answer(message);
  }

  #answer(message: FromWorker): void {
    clearTimeout(this.#watchdog);
    this.#waiting?.resolve(message);
    this.#waiting = undefined;
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    const seconds = Math.round(this.#patience / 1000);
    this.#watchdog = setTimeout(() => this.#fail("failed", `no answer for ${seconds} seconds`), this.#patience);
  }

  #fail(reason: EncoderError["reason"], detail: string): EncoderError {
    clearTimeout(this.#watchdog);
    this.#ended ??= new EncoderError(reason, sentenceFor(reason), { cause: new Error(detail) });
    this.#worker.terminate();
    this.#waiting?.reject(this.#ended);
    this.#waiting = undefined;
    return this.#ended;
  }
}

function sentenceFor(reason: EncoderError["reason"]): string {
  switch (reason) {
    case "missing":
      return "The language model is not in this copy of Earshot. Install Earshot again.";
    case "broken":
      return "The language model could not be loaded. Restart the browser; if that does not help, install Earshot again.";
    case "wrong-results":
      return "The language model computes wrong results on this machine, so nothing was understood.";
    default:
      return "The language model stopped while reading a batch of texts.";
  }
}
