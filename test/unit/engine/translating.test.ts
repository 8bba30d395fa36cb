import { describe, expect, it } from "vitest";
import type { GeneratorSource } from "../../../entrypoints/engine/answering";
import { translate } from "../../../entrypoints/engine/translating";
import { FakeGenerator } from "../../fixtures/ask/fake-generator";

const source = (generator?: FakeGenerator): GeneratorSource => ({
  chosen: () => ({ kind: generator ? "server" : "evidence" }),
  ready: async () => generator,
});
const quote = { text: "Слишком громкий.", from: "ru", to: "en" };

describe("translating a quote", () => {
  it("gives what an able model wrote, and names the model", async () => {
    const generator = new FakeGenerator({ writes: " Too loud. ", info: { translates: true } });
    expect(await translate(source(generator), quote)).toEqual({ text: "Too loud.", model: "Scripted-1B" });
    expect(generator.lastPrompt).toContain(quote.text);
  });

  it.each([
    ["there is none", undefined],
    ["it is too small", new FakeGenerator({ writes: "Too loud." })],
  ])("refuses when %s", async (_why, generator) => {
    await expect(translate(source(generator), quote)).rejects.toMatchObject({ code: "model_absent" });
  });

  it("does not show an empty translation", async () => {
    const generator = new FakeGenerator({ writes: "  ", info: { translates: true } });
    await expect(translate(source(generator), quote)).rejects.toMatchObject({ code: "generator_failed" });
  });
});
