/**
 * One worker with a language model in it, as promises. A link is used until it breaks and then ended: memory comes back only when a
 * worker is terminated, and a crashed program cannot be asked again.
 */
import { Problem, type ProblemCode } from "../../domain";
import type { Generation, GenerationRequest } from "../generator";
import type { WorkerLike } from "../worker-like";
import type { FromWriter, ToWriter } from "./writer-messages";

/** What one request hears while it runs. */
export interface Listener {
  onText?: (text: string) => void;
  onLoaded?: (share: number) => void;
}

interface Waiting<Opened> extends Listener {
  resolve(message: FromWriter<Opened>): void;
  reject(error: Error): void;
}

export type Written = Omit<Generation, "usage"> & { usage: Omit<Generation["usage"], "model"> };

/** `Open`: what a model is opened with; `Opened`: what it says of itself then. */
export class WriterLink<Open, Opened> {
  #worker: WorkerLike<ToWriter<Open>, FromWriter<Opened>>;
  #patience: number;
  #waiting: Waiting<Opened> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #ended: Problem | undefined;

  /** @param patience milliseconds without any sign of life after which the worker counts as dead */
  constructor(worker: WorkerLike<ToWriter<Open>, FromWriter<Opened>>, patience: number) {
    this.#worker = worker;
    this.#patience = patience;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => this.#end(event.message || "the worker could not be started");
    worker.onmessageerror = () => this.#end("an unreadable message");
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** @throws Problem generator_failed when the model cannot be loaded */
  async open(request: Open, onLoaded?: (share: number) => void): Promise<Opened> {
    const answer = await this.#ask({ type: "open", request }, { onLoaded });
    if (answer.type !== "opened") throw this.#end("an answer out of turn");
    return answer.opened;
  }

  /** @returns nothing when it was aborted. @throws Problem generator_failed; the link may have ended by then */
  async generate(request: GenerationRequest, onText?: (text: string) => void): Promise<Written | undefined> {
    const answer = await this.#ask({ type: "generate", request }, { onText });
    if (answer.type === "aborted") return undefined;
    if (answer.type !== "done") throw this.#end("an answer out of turn");
    return { ...answer.generation, usage: answer.usage };
  }

  /** The running request ends at its next token; nothing happens when there is none. */
  abort(): void {
    if (!this.#ended) this.#worker.postMessage({ type: "abort" });
  }

  end(): void {
    this.#end("it was stopped");
  }

  #ask(message: ToWriter<Open>, listener: Listener): Promise<FromWriter<Opened>> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting = { ...listener, resolve, reject };
      this.#watch();
      this.#worker.postMessage(message);
    });
  }

  #receive(message: FromWriter<Opened>): void {
    if (!this.#waiting) {
      // the last words of something given up, or a program that broke while nobody asked
      if (message.type === "failed" && message.broken) this.#end(message.message, message.code);
      return;
    }
    this.#watch();
    if (message.type === "alive") this.#waiting.onLoaded?.(message.loaded ?? 0);
    else if (message.type === "text") this.#waiting.onText?.(message.text);
    else if (message.type === "failed") this.#fail(message);
    else this.#settle().resolve(message);
  }

  #fail({ broken, message, code }: Extract<FromWriter<Opened>, { type: "failed" }>): void {
    if (broken) this.#end(message, code);
    else this.#settle().reject(failure(message, code));
  }

  #settle(): Waiting<Opened> {
    clearTimeout(this.#watchdog);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting ?? { resolve: () => undefined, reject: () => undefined };
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    const seconds = Math.round(this.#patience / 1000);
    this.#watchdog = setTimeout(() => this.#end(`no answer for ${seconds} seconds`), this.#patience);
  }

  #end(detail: string, code?: ProblemCode): Problem {
    this.#ended ??= failure(detail, code);
    this.#worker.terminate();
    this.#settle().reject(this.#ended);
    return this.#ended;
  }
}

function failure(detail: string, code: ProblemCode = "generator_failed"): Problem {
  const message = "The language model stopped working. Ask again; a smaller model may help when it happens often.";
  return new Problem(code, message, {}, { cause: new Error(detail) });
}
