import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type HubFile,
  huggingFace,
  neededFiles,
  readRevision,
  readTree,
} from "../../../../../lib/models/generators/webllm/hub";

const SHA256 = "ab".repeat(32);
const GIT = "cd".repeat(20);
const REVISION = "0123456789abcdef0123456789abcdef01234567";
const signal = new AbortController().signal;

const small = (path: string): HubFile => ({ path, bytes: 10, git: GIT });
const shard = (number: number): HubFile => ({ path: `params_shard_${number}.bin`, bytes: 1000, sha256: SHA256 });
const WHOLE = [small("mlc-chat-config.json"), small("tensor-cache.json"), small("tokenizer.json"), shard(0)];

afterEach(() => vi.unstubAllGlobals());

describe("what a hub says", () => {
  it("of a large file is its SHA-256 and its true size, of a small one git's hash", () => {
    const answer = [
      { type: "directory", path: "logs", oid: GIT },
      { type: "file", path: "a.json", size: 12, oid: GIT },
      { type: "file", path: "b.bin", size: 134, oid: GIT, lfs: { oid: SHA256, size: 5000, pointerSize: 134 } },
    ];
    expect(readTree(answer)).toEqual([
      { path: "a.json", bytes: 12, git: GIT },
      { path: "b.bin", bytes: 5000, sha256: SHA256 },
    ]);
  });

  it("is not believed when it is something else", () => {
    for (const answer of [null, {}, "page", 3]) expect(() => readTree(answer)).toThrow(/huggingface.co/);
    for (const answer of [null, {}, { sha: "main" }, { sha: 7 }]) expect(() => readRevision(answer)).toThrow();
    expect(readTree([null, 3, { type: "file" }, { type: "file", path: "x", size: -1 }])).toEqual([]);
    expect(readTree([{ type: "file", path: "x", size: 1, oid: "../../etc" }])).toEqual([{ path: "x", bytes: 1 }]);
    expect(readRevision({ sha: REVISION })).toBe(REVISION);
  });

  it("is asked for one state, and the files of that state", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      return Response.json(url.includes("/tree/") ? [] : { sha: REVISION });
    });
    expect(await huggingFace.list("mlc-ai/Sample", signal)).toEqual({ revision: REVISION, files: [] });
    expect(asked).toEqual([
      "https://huggingface.co/api/models/mlc-ai/Sample/revision/main",
      `https://huggingface.co/api/models/mlc-ai/Sample/tree/${REVISION}?recursive=true`,
    ]);
    expect(huggingFace.address("mlc-ai/Sample", REVISION, "params_shard_0.bin")).toBe(
      `https://huggingface.co/mlc-ai/Sample/resolve/${REVISION}/params_shard_0.bin`,
    );
  });

  it("may be nothing: that is a download that failed, with its reason", async () => {
    vi.stubGlobal("fetch", async () => new Response("gone", { status: 404 }));
    await expect(huggingFace.list("mlc-ai/Sample", signal)).rejects.toMatchObject({
      code: "download_failed",
      cause: { message: "The server answered 404." },
    });
  });
});

describe("the files that are needed", () => {
  it("are configuration, list, tokenizer and shards in their order, and nothing else", () => {
    const more = [small("README.md"), shard(10), shard(2), small("tokenizer.model"), small("../evil.bin")];
    expect(neededFiles([...more, ...WHOLE]).map(({ path }) => path)).toEqual([
      "mlc-chat-config.json",
      "tensor-cache.json",
      "tokenizer.json",
      "params_shard_0.bin",
      "params_shard_2.bin",
      "params_shard_10.bin",
    ]);
  });

  it("may have the list's older name", () => {
    const older = WHOLE.map((file) => (file.path === "tensor-cache.json" ? small("ndarray-cache.json") : file));
    expect(neededFiles(older).map(({ path }) => path)).toContain("ndarray-cache.json");
  });

  it.each(WHOLE.map(({ path }) => path))("are incomplete without %s", (missing) => {
    expect(() => neededFiles(WHOLE.filter(({ path }) => path !== missing))).toThrow(/huggingface.co/);
  });

  it("are refused when one has no hash", () => {
    const bare = WHOLE.map((file) => (file.path === "params_shard_0.bin" ? { path: file.path, bytes: 1 } : file));
    expect(() => neededFiles(bare)).toThrow(expect.objectContaining({ code: "download_failed" }));
  });
});
