import { describe, expect, it, vi } from "vitest";
import type { GenerationRequest } from "../../../../../lib/models/generator";
import type { FromWorker, OpenRequest } from "../../../../../lib/models/generators/webllm/messages";
import { type Engine, faultOf, Session } from "../../../../../lib/models/generators/webllm/session";

const OPEN: OpenRequest = { model: "sample", library: "/mlc/sample.wasm", files: [], context: 4096, thinks: false };
const ASK: GenerationRequest = {
  messages: [
    { role: "system", content: "Answer from the reviews." },
    { role: "user", content: "Is it loud?" },
  ],
  maxTokens: 40,
  temperature: 0,
  seed: 7,
};

class NotLoaded extends Error {
  override name = "ModelNotLoadedError";
}

/** A library that has a model or has none, and writes what it is told to. */
class FakeEngine {
  loaded = true;
  requests: Record<string, unknown>[] = [];
  interrupted = 0;
  pieces: string[] = [];
  finish: "stop" | "length" = "stop";
  /** Called before each piece. */
  between: () => void = () => undefined;
  reload = vi.fn(async () => undefined);

  async getMessage() {
    if (!this.loaded) throw new NotLoaded("Model not loaded");
    return "";
  }

  async interruptGenerate() {
    this.interrupted += 1;
  }

  async chatCompletion(request: Record<string, unknown>) {
    this.requests.push(request);
    return this.#write();
  }

  async *#write() {
    const before = this.interrupted;
    for (const content of this.pieces) {
      this.between();
      if (this.interrupted > before + 1) return; // the first Stop came before the library listened
      yield { choices: [{ delta: { content }, finish_reason: null }] };
    }
    yield { choices: [{ delta: {}, finish_reason: this.finish }] };
    yield { choices: [], usage: { prompt_tokens: 31, completion_tokens: this.pieces.length } };
  }
}

async function opened(request: OpenRequest = OPEN) {
  const engine = new FakeEngine();
  const said: FromWorker[] = [];
  const session = new Session(engine as unknown as Engine, (message) => said.push(message));
  await session.open(request);
  return { engine, said, session };
}

describe("a model in web-llm", () => {
  it("is opened with a small context and says so", async () => {
    const { engine, said } = await opened();
    expect(engine.reload).toHaveBeenCalledWith("sample", { context_window_size: 4096, sliding_window_size: -1 });
    expect(said).toEqual([{ type: "opened", opened: { context: 4096 } }]);
  });

  it("that is not there after a load that seemed to work was not opened", async () => {
    const engine = new FakeEngine();
    engine.loaded = false;
    await expect(new Session(engine as unknown as Engine, () => undefined).open(OPEN)).rejects.toThrow("not loaded");
  });

  it("is asked with everything that was asked for, and says what it cost", async () => {
    const { engine, said, session } = await opened();
    engine.pieces = ["It ", "is ", "quiet."];
    await session.generate(ASK);
    expect(engine.requests).toEqual([
      {
        model: "sample",
        messages: ASK.messages,
        stream: true,
        stream_options: { include_usage: true },
        max_tokens: 40,
        temperature: 0,
        seed: 7,
      },
    ]);
    expect(said.filter(({ type }) => type === "text").map((one) => one.type === "text" && one.text)).toEqual([
      "It ",
      "It is ",
      "It is quiet.",
    ]);
    const last = said.at(-1);
    expect(last).toMatchObject({
      type: "done",
      generation: { text: "It is quiet.", finish: "stop" },
      usage: { promptTokens: 31, completionTokens: 3 },
    });
    if (last?.type === "done") expect(last.usage.first).toBeLessThanOrEqual(last.usage.total);
  });

  it("that is cut says so", async () => {
    const { engine, said, session } = await opened();
    engine.pieces = ["It is"];
    engine.finish = "length";
    await session.generate(ASK);
    expect(said.at(-1)).toMatchObject({ generation: { finish: "length" } });
  });

  it("keeps to a schema by construction", async () => {
    const { engine, session } = await opened();
    const schema = { type: "object", properties: { claim: { type: "string" } } };
    await session.generate({ ...ASK, schema });
    expect(engine.requests[0]?.response_format).toEqual({ type: "json_object", schema: JSON.stringify(schema) });
  });

  it("that thinks aloud is told not to, and what it thinks all the same is no answer", async () => {
    const { engine, said, session } = await opened({ ...OPEN, thinks: true });
    engine.pieces = ["<thi", "nk>\n\nHmm, lou", "d?</think>\n\n", "It is quiet."];
    await session.generate(ASK);
    expect(engine.requests[0]?.extra_body).toEqual({ enable_thinking: false });
    expect(said.at(-1)).toMatchObject({ generation: { text: "It is quiet." } });
    expect(JSON.stringify(said)).not.toContain("Hmm");
  });

  it("that was stopped ends at its next token, also when Stop came before its first", async () => {
    const { engine, said, session } = await opened();
    engine.pieces = Array.from({ length: 50 }, (_, i) => `${i} `);
    const writing = session.generate(ASK);
    session.stop();
    engine.between = () => undefined;
    await writing;
    expect(said.at(-1)).toEqual({ type: "aborted" });
    expect(said.filter(({ type }) => type === "text").length).toBeLessThan(4);
    engine.pieces = ["Yes."];
    await session.generate(ASK);
    expect(said.at(-1)).toMatchObject({ type: "done", generation: { text: "Yes." } });
  });

  it("that was unloaded without a word is a lost card, told before anything is asked", async () => {
    const { engine, session } = await opened();
    engine.loaded = false;
    const fault = await session.generate(ASK).catch(faultOf);
    expect(fault).toMatchObject({ type: "failed", broken: true, code: "gpu_lost" });
    expect(engine.requests).toEqual([]);
  });

  it("is not asked before it was opened", async () => {
    const session = new Session(new FakeEngine() as unknown as Engine, () => undefined);
    await expect(session.generate(ASK)).rejects.toThrow("No model was opened.");
  });
});

describe("a fault of the library", () => {
  const named = (name: string, message = "") => Object.assign(new Error(message), { name });

  it.each([
    [named("DeviceLostError"), "gpu_lost", true],
    [named("WebGPUNotAvailableError"), "gpu_absent", true],
    [named("Error", "Unable to find a compatible GPU. This issue"), "gpu_absent", true],
    [named("Error", "requested maxBufferSize exceeds limit. requested=1"), "gpu_too_small", true],
    [named("Error", "params_shard_3.bin is not among the stored files."), "model_damaged", true],
    [named("ContextWindowSizeExceededError", "too long"), "context_full", false],
    [named("CompileError", "expected magic word"), undefined, true],
    ["thrown text", undefined, true],
  ])("%s is %s; worker to be replaced: %s", (error, code, broken) => {
    const fault = faultOf(error);
    expect(fault.code).toBe(code);
    expect(fault.broken).toBe(broken);
  });
});
