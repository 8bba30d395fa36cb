import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Download, download, type Version } from "../../../../lib/models/generators/downloads";

const CONTENT = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7 + (i >> 8)) & 255);
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Manner {
  ranges?: boolean;
  etag?: string;
  /** Bytes after which the connection is cut. */
  cut?: number;
  content?: Uint8Array;
}

/** A server on this machine; `asked` gets the Range header of each request. */
async function serve(manner: Manner, asked: (string | undefined)[] = []): Promise<string> {
  const opened = createServer((request, response) => {
    asked.push(request.headers.range);
    answer(manner, request, response);
  });
  await new Promise<void>((ready) => opened.listen(0, "127.0.0.1", ready));
  server = opened;
  const { port } = opened.address() as AddressInfo;
  return `http://127.0.0.1:${port}/m.gguf`;
}

function answer(
  { ranges = true, etag = '"1"', cut, content = CONTENT }: Manner,
  request: IncomingMessage,
  to: ServerResponse,
) {
  const start = ranges ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0) : 0;
  if (start >= content.length) return void to.writeHead(416, { "Content-Range": `bytes */${content.length}` }).end();
  const range = start ? { "Content-Range": `bytes ${start}-${content.length - 1}/${content.length}` } : {};
  to.writeHead(start ? 206 : 200, { ETag: etag, "Content-Length": content.length - start, ...range });
  if (cut === undefined) return void to.end(content.subarray(start));
  to.write(content.subarray(start, start + cut), () => setTimeout(() => to.destroy(), 20));
}

/** A place that remembers, as the private file system does. */
class Place {
  bytes = new Uint8Array(0);
  write(more: Uint8Array, at: number) {
    const grown = new Uint8Array(Math.max(this.bytes.length, at + more.length));
    grown.set(this.bytes);
    grown.set(more, at);
    this.bytes = grown;
  }
  truncate(length: number) {
    this.bytes = this.bytes.slice(0, length);
  }
  flush() {}
}

function wanted(url: string, place: Place, version: Version = {}, more: Partial<Download> = {}): Download {
  const quiet = { onBegan: () => undefined, onProgress: () => undefined };
  return {
    url,
    from: place.bytes.length,
    version,
    sink: place,
    signal: new AbortController().signal,
    ...quiet,
    ...more,
  };
}

test("a file arrives whole, and its size and version are told before its bytes", async () => {
  const place = new Place();
  const began: [Version, number][] = [];
  const url = await serve({});
  expect(await download(wanted(url, place, {}, { onBegan: (v, from) => void began.push([v, from]) }))).toBe(200_000);
  expect(place.bytes).toEqual(CONTENT);
  expect(began).toEqual([[{ bytes: 200_000, etag: '"1"' }, 0]]);
});

test("what was cut off stays, and the rest alone is asked for", async () => {
  const place = new Place();
  const asked: (string | undefined)[] = [];
  const manner: Manner = { cut: 70_000 };
  const url = await serve(manner, asked);
  await expect(download(wanted(url, place))).rejects.toMatchObject({ code: "download_failed" });
  expect(place.bytes.length).toBe(70_000);
  manner.cut = undefined;
  await download(wanted(url, place, { bytes: 200_000, etag: '"1"' }));
  expect(asked).toEqual([undefined, "bytes=70000-"]);
  expect(place.bytes).toEqual(CONTENT);
});

test.each<[string, Manner]>([
  ["cannot resume", { ranges: false }],
  ["has another version by now", { etag: '"2"' }],
  ["has a longer file by now", { content: new Uint8Array(250_000).fill(9) }],
  ["has a shorter file by now", { content: new Uint8Array(50_000).fill(9) }],
])("a server that %s sends all of it again, and nothing old is left", async (_what, manner) => {
  const place = new Place();
  place.write(new Uint8Array(70_000).fill(1), 0);
  const kept: number[] = [];
  const url = await serve(manner);
  const version = { bytes: 200_000, etag: '"1"' };
  await download(wanted(url, place, version, { onBegan: (_, from) => void kept.push(from) }));
  expect(kept).toEqual([0]);
  expect(place.bytes).toEqual(manner.content ?? CONTENT);
});

test("a file that is whole already is not loaded again", async () => {
  const place = new Place();
  place.write(CONTENT, 0);
  const url = await serve({});
  expect(await download(wanted(url, place, { bytes: 200_000, etag: '"1"' }))).toBe(200_000);
});

test("pausing keeps what came", async () => {
  const place = new Place();
  const stop = new AbortController();
  const url = await serve({ cut: 90_000 });
  const paused = download(
    wanted(url, place, {}, { signal: stop.signal, onProgress: () => stop.abort(new Error("paused")) }),
  );
  await expect(paused).rejects.toThrow("paused");
  expect(place.bytes.length).toBeGreaterThan(0);
});

test("a refusal before the first byte leaves what is there, a missing file and a dead server are told", async () => {
  const place = new Place();
  const url = await serve({});
  const refuse = () => {
    throw new Error("too large");
  };
  await expect(download(wanted(url, place, {}, { onBegan: refuse }))).rejects.toThrow("too large");
  expect(place.bytes.length).toBe(0);
  server?.closeAllConnections();
  server?.close();
  const failure = download(wanted(url, place));
  await expect(failure).rejects.toMatchObject({ code: "download_failed", values: { name: new URL(url).host } });
});
