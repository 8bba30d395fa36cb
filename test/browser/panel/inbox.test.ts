import { afterEach, describe, expect, it, vi } from "vitest";
import { INBOX, layModelDown, takeBack } from "../../../entrypoints/sidepanel/inbox";

const MEGABYTE = 1 << 20;

/** A file of pieces, so that its stream comes in many. */
function modelFile(megabytes: number): File {
  const piece = new Uint8Array(MEGABYTE).map((_, index) => index % 251);
  return new File(["GGUF", ...Array.from({ length: megabytes }, () => piece)], "gull.gguf");
}

async function inbox(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(INBOX, { create: true });
}

async function names(): Promise<string[]> {
  const found: string[] = [];
  for await (const name of (await inbox()).keys()) found.push(name);
  return found;
}

async function sameBytes(one: Blob, other: Blob): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(async (blob) => new Uint8Array(await blob.arrayBuffer())));
  return a?.length === b?.length && (a?.every((byte, index) => byte === b?.[index]) ?? false);
}

const unwatched = { signal: new AbortController().signal, onBytes: () => {} };

afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of await names()) await takeBack(name);
});

describe("a model file on its way to the engine", () => {
  it("arrives byte by byte, and says how much of it is there", async () => {
    const file = modelFile(5);
    const told: number[] = [];
    const name = await layModelDown(file, { ...unwatched, onBytes: (bytes) => told.push(bytes) });
    const copy = await (await (await inbox()).getFileHandle(name)).getFile();
    expect(await sameBytes(copy, file)).toBe(true);
    expect(told.at(-1)).toBe(file.size);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    await takeBack(name);
    expect(await names()).toEqual([]);
  });

  it("keeps its own copy beside another of the same name", async () => {
    const [one, other] = await Promise.all([
      layModelDown(modelFile(1), unwatched),
      layModelDown(modelFile(1), unwatched),
    ]);
    expect((await names()).sort()).toEqual([one, other].sort());
  });

  it("leaves nothing behind when it is stopped in the middle", async () => {
    const stop = new AbortController();
    const copied = layModelDown(modelFile(40), {
      signal: stop.signal,
      onBytes: (bytes) => bytes > 2 * MEGABYTE && stop.abort(),
    });
    await expect(copied).rejects.toHaveProperty("name", "AbortError");
    expect(await names()).toEqual([]);
  });

  it.each([new File(["PK\x03\x04 and more"], "gull.gguf"), new File([], "gull.gguf"), new File(["GG"], "gull.gguf")])(
    "is refused when it does not begin as such files do",
    async (file) => {
      await expect(layModelDown(file, unwatched)).rejects.toMatchObject({
        code: "model_unreadable",
        values: { name: "gull.gguf" },
      });
      expect(await names()).toEqual([]);
    },
  );

  it("is refused at once where there is no room for it", async () => {
    vi.spyOn(navigator.storage, "estimate").mockResolvedValue({ quota: 3 * MEGABYTE, usage: 2 * MEGABYTE });
    await expect(layModelDown(modelFile(2), unwatched)).rejects.toMatchObject({ code: "storage_full" });
    expect(await names()).toEqual([]);
  });
});
