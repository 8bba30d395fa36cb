/**
 * One file by HTTP into a place that keeps every byte that came: resumed with Range where the server can, begun anew where it cannot or
 * where the file is another one by now. Range requests: RFC 9110, section 14.
 */
import { Problem } from "../../domain";

/** Where bytes go; what was flushed survives the end of the process. */
export interface Sink {
  write(bytes: Uint8Array, at: number): void;
  truncate(length: number): void;
  flush(): void;
}

/** What a server said about the file. Absent where it does not let pages see it. */
export interface Version {
  /** Of the whole file. */
  bytes?: number;
  etag?: string;
}

export interface Download {
  url: string;
  /** Bytes that are there. */
  from: number;
  /** What they are of; another version begins anew. */
  version: Version;
  sink: Sink;
  signal: AbortSignal;
  /** @throws to refuse the file before it is loaded. `from`: bytes that are kept. */
  onBegan(version: Version, from: number): void | Promise<void>;
  onProgress(stored: number): void;
}

const FLUSH_BYTES = 4 << 20;

/**
 * @returns bytes stored, all of them
 * @throws Problem download_failed (what is there stays), storage_full; whatever `onBegan` throws; the signal's reason
 */
export async function download(wanted: Download): Promise<number> {
  const { url, from, signal } = wanted;
  const response = await ask(url, from, signal);
  const version = versionOf(response, from);
  const complete = response.status === 416 && version.bytes === from && from > 0;
  if (complete) return from;
  const stale = from > 0 && (response.status === 416 || (response.status === 206 && !same(wanted.version, version)));
  if (stale) {
    await response.body?.cancel();
    return download({ ...wanted, from: 0 });
  }
  if (!response.ok || !response.body) throw failed(url, `The server answered ${response.status}.`);
  // a server that cannot resume sends all of it again
  const start = response.status === 206 ? from : 0;
  try {
    await wanted.onBegan(version, start);
  } catch (error) {
    await response.body.cancel();
    throw error;
  }
  wanted.sink.truncate(start);
  return store(response.body, start, version, wanted);
}

async function ask(url: string, from: number, signal: AbortSignal): Promise<Response> {
  try {
    const headers = from > 0 ? { Range: `bytes=${from}-` } : undefined;
    return await fetch(url, { signal, headers, cache: "no-store", credentials: "omit" });
  } catch (error) {
    signal.throwIfAborted();
    throw failed(url, error instanceof Error ? error.message : String(error));
  }
}

function versionOf({ headers, status }: Response, from: number): Version {
  const range = /\/(\d+)$/.exec(headers.get("content-range") ?? "")?.[1];
  const length = headers.get("content-length");
  // a length of packed bytes says nothing about the file
  const plain = length && !headers.get("content-encoding") ? Number(length) : undefined;
  const rest = status === 206 && plain !== undefined ? plain + from : plain;
  const bytes = range === undefined ? (status === 416 ? undefined : rest) : Number(range);
  return { bytes, etag: headers.get("etag") ?? undefined };
}

/** What is not known on either side cannot differ. */
function same(before: Version, now: Version): boolean {
  const differ = <T>(one: T | undefined, other: T | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  return !differ(before.bytes, now.bytes) && !differ(before.etag, now.etag);
}

async function store(body: ReadableStream<Uint8Array>, start: number, { bytes }: Version, wanted: Download) {
  let stored = start;
  let flushed = start;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => stop(error, wanted));
      if (done) break;
      write(wanted.sink, value, stored);
      stored += value.length;
      wanted.onProgress(stored);
      if (stored - flushed >= FLUSH_BYTES) {
        wanted.sink.flush();
        flushed = stored;
      }
    }
  } finally {
    wanted.sink.flush();
    await reader.cancel().catch(() => undefined);
  }
  if (bytes === undefined || stored === bytes) return stored;
  throw failed(wanted.url, `The connection ended after ${stored} of ${bytes} bytes.`);
}

function stop(error: unknown, { url, signal }: Download): never {
  signal.throwIfAborted();
  throw failed(url, error instanceof Error ? error.message : String(error));
}

function write(sink: Sink, bytes: Uint8Array, at: number): void {
  try {
    sink.write(bytes, at);
  } catch (error) {
    throw new Problem(
      "storage_full",
      "There is no room left for the model. What was loaded stays.",
      {},
      { cause: error },
    );
  }
}

function failed(url: string, detail: string): Problem {
  const name = URL.canParse(url) ? new URL(url).host : url;
  const message = `Loading from ${name} broke off. What was loaded stays; try again.`;
  return new Problem("download_failed", message, { name }, { cause: new Error(detail) });
}
