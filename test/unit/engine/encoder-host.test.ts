import { describe, expect, it, vi } from "vitest";
import { EncoderHost } from "../../../entrypoints/engine/encoder-host";
import { type Encoder, EncoderError, type EncoderInfo } from "../../../lib/models/model";

const info = { model: "made-up", backend: "wasm", threads: 1, dimensions: 2 } as EncoderInfo;

function makeEncoder(): Encoder {
  const tokens = { starts: new Uint32Array(), ends: new Uint32Array(), values: new Float32Array() };
  const reading = { vector: new Float32Array(2), sentence: new Float32Array(1), tokens };
  return {
    info,
    encode: async (texts) => texts.map(() => reading.vector),
    read: async (texts) => texts.map(() => reading),
    dispose: vi.fn(async () => undefined),
  };
}

describe("the encoder's host", () => {
  it("loads once, however many ask at the same time", async () => {
    const create = vi.fn(async () => makeEncoder());
    const host = new EncoderHost(create, () => undefined);
    await Promise.all([host.warm(), host.encode(["a"]), host.encode(["b"])]);
    expect(create).toHaveBeenCalledTimes(1);
    expect(host.state.state).toBe("ready");
  });

  it("says why it failed, knows what is hopeless, and loads again when told to", async () => {
    const create = vi
      .fn(async () => makeEncoder())
      .mockRejectedValueOnce(new EncoderError("missing", "The model is not there."));
    const host = new EncoderHost(create, () => undefined);
    const failure = await host.encode(["a"]).catch((error: unknown) => error);
    expect(host.state).toEqual({ state: "failed", reason: "missing", message: "The model is not there." });
    expect(host.hopeless(failure)).toBe(true);
    await host.retry();
    expect(await host.encode(["a"])).toHaveLength(1);
    expect(host.hopeless(new EncoderError("failed", "One batch failed."))).toBe(false);
  });

  it("opens a fresh encoder after one that failed, since its GPU may be lost", async () => {
    const broken = { ...makeEncoder(), read: () => Promise.reject(new EncoderError("failed", "The worker died.")) };
    const create = vi.fn(async (): Promise<Encoder> => makeEncoder()).mockResolvedValueOnce(broken);
    const host = new EncoderHost(create, () => undefined);
    await expect(host.encode(["a"])).rejects.toThrow("The worker died.");
    expect(broken.dispose).toHaveBeenCalled();
    expect(await host.encode(["a"])).toHaveLength(1);
  });

  it("gives its memory back after a while without work, and comes back when needed", async () => {
    vi.useFakeTimers();
    const made: Encoder[] = [];
    const host = new EncoderHost(
      async () => {
        const encoder = makeEncoder();
        made.push(encoder);
        return encoder;
      },
      () => undefined,
    );
    await host.encode(["a"]);
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(made[0]?.dispose).toHaveBeenCalled();
    expect(host.state.state).toBe("idle");
    await host.encode(["a"]);
    expect(made).toHaveLength(2);
    vi.useRealTimers();
  });
});
