import { describe, expect, it } from "vitest";
import { normaliseServerUrl, reachOf } from "../../../../../lib/models/generators/server/address";
import { openServer } from "../../../../../lib/models/generators/server/generator";
import { ServerKind } from "../../../../../lib/models/generators/server/kind";

describe("the address of a server", () => {
  it.each([
    ["localhost:11434", "http://localhost:11434/v1"],
    [" 127.0.0.1:8080/ ", "http://127.0.0.1:8080/v1"],
    ["[::1]:8080", "http://[::1]:8080/v1"],
    ["192.168.1.20:8000", "http://192.168.1.20:8000/v1"],
    ["gpu-box:8000", "http://gpu-box:8000/v1"],
    ["llm.example", "https://llm.example/v1"],
    ["http://llm.example/", "http://llm.example/v1"],
    ["https://llm.example/api/v3/", "https://llm.example/api/v3"],
    ["https://llm.example/openai/v1/chat/completions", "https://llm.example/openai/v1"],
    ["https://llm.example/v1/models?limit=3#top", "https://llm.example/v1"],
  ])("written as %s is %s", (written, url) => {
    expect(normaliseServerUrl(written)).toBe(url);
    expect(normaliseServerUrl(url)).toBe(url);
  });

  it.each([
    ["", "empty"],
    ["ftp://llm.example", "other"],
    ["javascript:alert(1)", "other"],
    ["file:///etc/passwd", "other"],
    ["http://", "other"],
    ["https://ada:secret@llm.example/v1", "password"],
  ])("%j is refused in a sentence", (written, other) => {
    expect(() => normaliseServerUrl(written)).toThrow(
      expect.objectContaining({ code: "server_address", values: expect.objectContaining({ other }) }),
    );
    expect(() => normaliseServerUrl(written)).not.toThrow(/secret/);
  });

  it.each([
    ["http://localhost:1/v1", "machine"],
    ["http://127.3.2.1/v1", "machine"],
    ["http://[::1]/v1", "machine"],
    ["http://192.168.1.20/v1", "network"],
    ["http://localhost.llm.example/v1", "network"],
    ["http://127.0.0.1.llm.example/v1", "network"],
  ])("%s reaches %s", (url, reach) => expect(reachOf(url)).toBe(reach));

  it("needs the name of a model", () => {
    expect(() => openServer({ url: "localhost:1", model: " " })).toThrow(
      expect.objectContaining({ code: "server_model" }),
    );
  });
});

describe("the server that is set up", () => {
  it("keeps a key for its address only", async () => {
    const kind = new ServerKind();
    expect(kind.setting).toBeUndefined();
    expect(await kind.set({ url: "localhost:1", model: "wren" }, "sesame")).toEqual({
      kept: { url: "http://localhost:1/v1", model: "wren" },
      changed: true,
    });
    expect(kind.setting).toEqual({ url: "http://localhost:1/v1", model: "wren", hasKey: true, reach: "machine" });
    expect((await kind.set({ url: "http://localhost:1/v1", model: "wren" })).changed).toBe(false);
    expect(kind.setting?.hasKey).toBe(true);
    await kind.set({ url: "http://llm.example/v1", model: "wren" });
    expect(kind.setting).toMatchObject({ hasKey: false, reach: "network" });
    await kind.set({ url: "http://llm.example/v1", model: "wren" }, "");
    expect(kind.setting?.hasKey).toBe(false);
  });

  it("is remembered without its key, and a record that cannot be read is none", async () => {
    const kept = new ServerKind({ kept: Promise.resolve({ url: "http://localhost:1/v1", model: "wren" }) });
    expect((await kept.offer()).device).toBe("server: localhost:1");
    expect(kept.setting).toMatchObject({ model: "wren", hasKey: false });
    const broken = new ServerKind({ kept: Promise.reject(new Error("damaged")) });
    expect((await broken.offer()).device).toBe("");
    const open = broken.open({ kind: "server" }, { signal: new AbortController().signal, onProgress: () => {} });
    await expect(open).rejects.toMatchObject({ code: "server_address" });
  });
});
