/** llama.cpp's own server with the small real model: what our own servers in the other tests only play. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServer, type ServerOptions } from "../../../../../lib/models/generators/server/generator";
import { serverModels } from "../../../../../lib/models/generators/server/models";
import { type LlamaServer, llamaServerMissing, startLlamaServer } from "../../../../fixtures/servers/llama-server";

/** Milliseconds; a machine that does much else writes a word a second. */
const PATIENCE = 90_000;
const missing = llamaServerMissing();
const schema = {
  type: "object",
  properties: { lid: { type: "string", enum: ["tight", "loose"] } },
  required: ["lid"],
  additionalProperties: false,
};
const request = {
  messages: [{ role: "user", content: "Is the lid tight or loose? The lid fits well." } as const],
  maxTokens: 8,
  temperature: 0,
  seed: 7,
};

describe.skipIf(missing)(`llama.cpp's server${missing ? `: skipped. ${missing}` : ""}`, { timeout: PATIENCE }, () => {
  let server: LlamaServer;
  const open = (other: Partial<ServerOptions> = {}) =>
    openServer({ url: server.url, model: server.model, key: server.key, ...other });

  beforeAll(async () => {
    server = await startLlamaServer();
  }, 120_000);
  afterAll(() => server?.close());

  it("names its model and takes its own key only", async () => {
    expect(await serverModels({ url: server.url, key: server.key })).toContain("smollm2");
    await expect(open({ key: "another" }).generate(request)).rejects.toMatchObject({
      code: "server_key",
      values: { other: "wrong" },
    });
  });

  it("writes as it goes, counts its tokens and says the same again", async () => {
    const heard: string[] = [];
    const first = await open().generate(request, { onText: (text) => heard.push(text) });
    expect(first.text).not.toBe("");
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.at(-1)?.trimEnd()).toBe(first.text);
    expect(first.usage.completionTokens).toBeGreaterThan(1);
    expect(first.usage.completionTokens).toBeLessThanOrEqual(8);
    expect(first.usage.promptTokens).toBeGreaterThan(10);
    expect((await open().generate(request)).text).toBe(first.text);
  });

  it("is held to a JSON schema", async () => {
    const generator = open();
    const { text } = await generator.generate({ ...request, maxTokens: 24, schema });
    expect(JSON.parse(text)).toEqual({ lid: expect.stringMatching(/^(?:tight|loose)$/) });
    expect(generator.info.schema).toBe(true);
  });

  it("stops when it is told to, and answers the next question", async () => {
    const stop = new AbortController();
    const generator = open();
    const endless = { ...request, maxTokens: 1_000, messages: [{ role: "user", content: "Count to 500." } as const] };
    const answer = generator.generate(endless, { signal: stop.signal, onText: () => stop.abort(new Error("enough")) });
    await expect(answer).rejects.toThrow("enough");
    expect((await generator.generate({ ...request, maxTokens: 2 })).finish).toBe("length");
  });

  it("says when question and answer do not fit", async () => {
    const long = { ...request, messages: [{ role: "user", content: "lid ".repeat(4_000) } as const] };
    await expect(open().generate(long)).rejects.toMatchObject({ code: "context_full" });
  });
});
