/** One piece of work on a file, in a worker that ends with it. */
import { Problem } from "../../domain";
import type { Version } from "./downloads";
import type { FromFiles, ToFiles } from "./file-messages";
import FilesWorker from "./files.worker?worker";

export interface DownloadWatcher {
  onBegan(version: Version, stored: number): Promise<void>;
  onProgress(stored: number): void;
}

/** What is to be loaded, and where it goes. `version`: of what is there already. */
export type Wanted = Omit<Extract<ToFiles, { type: "download" }>, "type">;

export class FileWork {
  #worker: Worker = new FilesWorker({ name: "earshot-files" });

  /** SHA-256 in hexadecimal. @throws Problem download_failed when the file cannot be read */
  async hash(file: Blob): Promise<string> {
    const last = await this.#run({ type: "hash", file }, () => undefined);
    return last.type === "hashed" ? last.sha256 : "";
  }

  /** @returns whether all of it is there; false when it was paused. @throws Problem as `download` */
  async download(wanted: Wanted, watcher: DownloadWatcher): Promise<boolean> {
    let began = Promise.resolve();
    const last = await this.#run({ type: "download", ...wanted }, (message) => {
      if (message.type === "began") began = watcher.onBegan(message.version, message.stored);
      else if (message.type === "progress") watcher.onProgress(message.stored);
    });
    await began;
    return last.type === "loaded";
  }

  /** A download ends at its next bytes and keeps what came. */
  stop(): void {
    this.#worker.postMessage({ type: "stop" } satisfies ToFiles);
  }

  #run(task: ToFiles, onMessage: (message: FromFiles) => void): Promise<FromFiles> {
    const worker = this.#worker;
    return new Promise<FromFiles>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromFiles>) => {
        if (data.type === "failed") reject(problem(data));
        else if (data.type === "began" || data.type === "progress") onMessage(data);
        else resolve(data);
      };
      worker.onerror = ({ message }) =>
        reject(new Problem("download_failed", message || "The worker could not start."));
      worker.postMessage(task);
    }).finally(() => worker.terminate());
  }
}

function problem({ code, message, values, detail }: Extract<FromFiles, { type: "failed" }>): Problem {
  return new Problem(code, message, values, detail === undefined ? undefined : { cause: new Error(detail) });
}
