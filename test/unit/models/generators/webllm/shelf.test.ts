import { describe, expect, it, vi } from "vitest";
import { localFetch, shelfAddress, shelfOf } from "../../../../../lib/models/generators/webllm/shelf";

const FILES = new Map([
  ["mlc-chat-config.json", new Blob(['{"a":1}'])],
  ["params_shard_0.bin", new Blob([new Uint8Array([1, 2, 3])])],
]);

describe("the shelf", () => {
  it("has what lies on it, under the addresses the library makes", async () => {
    const cache = await shelfOf("sample", FILES).open("webllm/model");
    const base = shelfAddress("sample");
    expect(await (await cache.match(new Request(new URL("mlc-chat-config.json", base).href)))?.json()).toEqual({
      a: 1,
    });
    const shard = await cache.match(`${base}params_shard_0.bin`);
    expect([...new Uint8Array((await shard?.arrayBuffer()) ?? [])]).toEqual([1, 2, 3]);
    expect((await cache.keys()).map(({ url }) => url)).toEqual([...FILES.keys()].map((name) => base + name));
  });

  it("has nothing else, and fetches nothing", async () => {
    const cache = await shelfOf("sample", FILES).open("webllm/model");
    expect(await cache.match(`${shelfAddress("sample")}params_shard_1.bin`)).toBeUndefined();
    expect(await cache.match(`${shelfAddress("other")}params_shard_0.bin`)).toBeUndefined();
    const missing = cache.add(`${shelfAddress("sample")}params_shard_1.bin`);
    await expect(missing).rejects.toThrow("is not among the stored files");
  });
});

describe("what may be fetched", () => {
  const fetch = vi.fn(async () => new Response("here"));
  const local = localFetch(fetch, "https://own.example");

  it.each(["/mlc/a.wasm", "https://own.example/mlc/a.wasm", "data:application/wasm;base64,AA=="])(
    "is %s",
    async (url) => {
      expect(await (await local(url)).text()).toBe("here");
    },
  );

  it.each(["https://raw.githubusercontent.com/x.wasm", "http://own.example/x", "https://own.example.evil/x"])(
    "is not %s",
    async (url) => {
      fetch.mockClear();
      await expect(local(url)).rejects.toThrow("Nothing is loaded from");
      await expect(local(new Request(url))).rejects.toThrow("Nothing is loaded from");
      expect(fetch).not.toHaveBeenCalled();
    },
  );
});
