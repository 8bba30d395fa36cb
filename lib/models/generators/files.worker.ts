/**
 * Writes downloads into the origin's private file system, and hashes files. In a worker, since only there bytes can be written in place:
 * what came before the browser was killed is there afterwards.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { Problem } from "../../domain";
import { download, type Sink } from "./downloads";
import type { FromFiles, ToFiles } from "./file-messages";

/** Known to browsers' workers, and to TypeScript only where there is no page. */
interface SyncFile {
  getSize(): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(length: number): void;
  flush(): void;
  close(): void;
}

const stop = new AbortController();
/** Whoever listens looks at all models each time. */
const PROGRESS_MILLISECONDS = 250;

self.onmessage = async ({ data }: MessageEvent<ToFiles>) => {
  if (data.type === "stop") return stop.abort(new DOMException("Paused", "AbortError"));
  try {
    if (data.type === "hash") say({ type: "hashed", sha256: await hash(data.file) });
    else await load(data);
  } catch (error) {
    if (stop.signal.aborted) say({ type: "paused" });
    else say({ type: "failed", ...problemOf(error) });
  }
};

function say(message: FromFiles): void {
  self.postMessage(message);
}

let told = 0;

function tellNowAndThen(stored: number): void {
  if (performance.now() - told < PROGRESS_MILLISECONDS) return;
  told = performance.now();
  say({ type: "progress", stored });
}

async function hash(file: Blob): Promise<string> {
  const running = sha256.create();
  for await (const bytes of file.stream()) running.update(bytes);
  return bytesToHex(running.digest());
}

async function load(wanted: Extract<ToFiles, { type: "download" }>): Promise<void> {
  const { url, folder, name, version, largest, begins = [] } = wanted;
  const root = await navigator.storage.getDirectory();
  const room = await (await root.getDirectoryHandle(folder[0] ?? "", { create: true })).getDirectoryHandle(
    folder[1] ?? "",
    { create: true },
  );
  const handle = await room.getFileHandle(name, { create: true });
  const file = await (handle as unknown as { createSyncAccessHandle(): Promise<SyncFile> }).createSyncAccessHandle();
  const from = file.getSize();
  try {
    const stored = await download({
      url,
      from,
      version,
      sink: checking(file, begins, url),
      signal: stop.signal,
      onBegan: async (now, kept) => {
        await checkRoom(now.bytes, kept, largest, url);
        say({ type: "began", version: now, stored: kept });
      },
      onProgress: tellNowAndThen,
    });
    say({ type: "loaded", stored });
  } finally {
    file.close();
  }
}

/** Looks at the first bytes, so that a page that asks for a password is not loaded for an hour. */
function checking(file: SyncFile, begins: number[], url: string): Sink {
  return {
    write: (bytes, at) => {
      const wrong = at === 0 && bytes.length >= begins.length && begins.some((byte, i) => bytes[i] !== byte);
      if (wrong) throw new Problem("model_unreadable", "This is no language model in the GGUF format.", { name: url });
      file.write(bytes, { at });
    },
    truncate: (length) => file.truncate(length),
    flush: () => file.flush(),
  };
}

async function checkRoom(bytes: number | undefined, kept: number, largest: number, name: string): Promise<void> {
  if (bytes === undefined) return;
  if (bytes > largest) throw new Problem("model_too_large", "This model is larger than a browser can load.", { name });
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota && quota - usage < bytes - kept) throw new Problem("storage_full", "There is no room for this model.");
}

function problemOf(error: unknown): Omit<Extract<FromFiles, { type: "failed" }>, "type"> {
  const problem = findProblem(error) ?? new Problem("download_failed", String(error), {}, { cause: error });
  const detail = problem.cause instanceof Error ? problem.cause.message : undefined;
  return { code: problem.code, message: problem.message, values: problem.values, detail };
}

/** A refusal of the file itself goes before what was made of it. */
function findProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Problem)) return undefined;
  return error.cause instanceof Problem ? error.cause : error;
}
