/** A file open in its worker, as promises. One question at a time; ending it ends the worker, whatever it is doing. */
import type { Capture } from "../site";
import type { ImportChoices } from "./import";
import type { FromImportWorker, ToImportWorker } from "./import-messages";
import type { ImportSource, Preview } from "./preview";
import { FileProblem } from "./problem";

/** The part of `Worker` a link uses. */
export interface ImportWorkerLike {
  postMessage(message: ToImportWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromImportWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export class ImportLink {
  #worker: ImportWorkerLike;
  #name = "";
  #waiting: { resolve(message: FromImportWorker): void; reject(error: Error): void } | undefined;
  /** Questions wait for each other: a quick succession of choices is answered in order. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(worker: ImportWorkerLike) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#waiting?.resolve(data);
    worker.onerror = (event) => this.end(new FileProblem("unreadable", this.#name, event.message));
  }

  /** @throws FileProblem when nothing in it can be read */
  async open(source: ImportSource, content: Uint8Array | string): Promise<Preview> {
    this.#name = source.name;
    return this.#preview({ type: "open", source, content });
  }

  /** @throws FileProblem when nothing can be read with these choices */
  async preview(choices: ImportChoices): Promise<Preview> {
    return this.#preview({ type: "preview", choices });
  }

  /** What was last shown, batch by batch. @throws FileProblem */
  async *captures(): AsyncGenerator<Capture> {
    for (;;) {
      const answer = await this.#ask({ type: "next" });
      if (answer.type !== "capture") return;
      yield answer.capture;
    }
  }

  /** Ends the worker; whoever waits for it hears of it. */
  end(error: Error = new DOMException("The import was closed.", "AbortError")): void {
    this.#worker.terminate();
    this.#waiting?.reject(error);
    this.#waiting = undefined;
    this.#last = Promise.reject(error);
    this.#last.catch(() => {});
  }

  async #preview(message: ToImportWorker): Promise<Preview> {
    const answer = await this.#ask(message);
    if (answer.type !== "preview") throw new FileProblem("unreadable", this.#name);
    return answer.preview;
  }

  async #ask(message: ToImportWorker): Promise<FromImportWorker> {
    const asked = this.#last.then(
      () =>
        new Promise<FromImportWorker>((resolve, reject) => {
          this.#waiting = { resolve, reject };
          this.#worker.postMessage(message);
        }),
    );
    this.#last = asked;
    const answer = await asked;
    if (answer.type === "problem") throw new FileProblem(answer.code, this.#name, answer.message);
    return answer;
  }
}
