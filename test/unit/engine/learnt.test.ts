import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Codes } from "../../../entrypoints/engine/codes";
import { EncoderHost } from "../../../entrypoints/engine/encoder-host";
import { loadOnce } from "../../../entrypoints/engine/learnt";
import { Reader } from "../../../entrypoints/engine/reader";
import { Understanding } from "../../../entrypoints/engine/understanding";
import { type HeadFiles, loadHeads } from "../../../lib/models/heads";
import languages from "../../../lib/models/heads/means.json";
import calibrated from "../../../lib/models/heads/reader.json";
import reviews from "../../../lib/models/heads/review.json";
import type { Encoder, EncoderInfo } from "../../../lib/models/model";
import { saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { commitReading } from "../../../lib/store/write";
import { HEADS_VERSION } from "../../../lib/understand/heads";
import { makeReview, makeSubject } from "../store/records";
import { fakeRead } from "../understand/fake-encode";

const FILES: HeadFiles = { languages, calibrated, reviews };

/** What may become of a file on a disk; the types are those of whole ones. */
const GARBAGE: [string, unknown][] = [
  ["an empty object", {}],
  ["null", null],
  ["a list", []],
  [
    "means cut off",
    { ...FILES, languages: { ...languages, means: { ...languages.means, en: { scale: 1, data: "AAAA" } } } },
  ],
  ["means that are no base64", { ...FILES, languages: { ...languages, prior: { scale: 1, data: "\u0000\u0001§§" } } }],
  ["a calibration without intents", { ...FILES, calibrated: { ...calibrated, intents: undefined } }],
  ["a temperature of zero", { ...FILES, calibrated: { ...calibrated, sentiment: 0 } }],
  ["stars without weights", { ...FILES, reviews: { ...reviews, stars: { weights: [], bias: 0 } } }],
  ["a bias in words", { ...FILES, reviews: { ...reviews, stars: { ...reviews.stars, bias: "much" } } }],
];

let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`learnt-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

/** An engine put together as `main.ts` does it, on files that can be changed. */
function startEngine(disk: { files: HeadFiles }) {
  const heads = loadOnce(() => loadHeads(disk.files));
  const encoder: Encoder = {
    info: {} as EncoderInfo,
    encode: async (texts) => (await fakeRead([...texts])).map(({ vector }) => vector),
    read: (texts) => fakeRead([...texts]),
    dispose: async () => undefined,
  };
  const host = new EncoderHost(
    async () => {
      heads();
      return encoder;
    },
    () => undefined,
  );
  const reader = new Reader(db, (_subject, texts, signal) => host.read(texts, signal), heads);
  const queue = new Understanding({
    db,
    version: HEADS_VERSION,
    understand: (batch, signal) => reader.read(batch, signal),
    settle: async () => undefined,
    turn: async () => undefined,
    hopeless: (error) => host.hopeless(error),
    works: async () => true,
    changed: () => undefined,
  });
  return { host, queue, heads };
}

describe("a damaged head file", () => {
  it.each(GARBAGE)(
    "with %s in it is told in a sentence, loses nothing, and all is read after its repair",
    async (_what, garbage) => {
      await commitReading(db, makeSubject(), [makeReview("a"), makeReview("b"), makeReview("c")]);
      const disk = { files: garbage as HeadFiles };
      const { host, queue } = startEngine(disk);
      await host.warm();
      await queue.wake();
      expect(host.state).toMatchObject({ state: "failed", reason: "broken" });
      expect(host.state).toHaveProperty("message", expect.stringMatching(/damaged.*Install Earshot again/u));
      expect(queue.problems).toEqual([]); // said once, by the encoder
      const waiting = await db.reviews.where("understood").equals(0).toArray();
      expect(waiting.map(({ id, failure }) => [id, failure])).toEqual([
        ["a", undefined],
        ["b", undefined],
        ["c", undefined],
      ]);

      disk.files = FILES;
      await host.retry();
      await queue.wake();
      expect(await db.reviews.where("understood").equals(HEADS_VERSION).count()).toBe(3);
      expect(host.state.state).toBe("ready");
    },
  );

  it("is told to whoever works with codes too", async () => {
    await commitReading(db, makeSubject(), [makeReview("a")]);
    await saveCode(db, { id: "c", subjectId: "s1", name: "Noise", description: "" }, "2026-01-02T03:04:05Z");
    const { heads } = startEngine({ files: {} as HeadFiles });
    const codes = new Codes(
      db,
      async (texts) => texts.map(() => new Float32Array(4)),
      () => heads().means,
    );
    await expect(codes.suggest("c", "s1")).rejects.toThrow(/damaged/u);
  });

  it("is loaded once when it is whole", () => {
    const { heads } = startEngine({ files: FILES });
    expect(heads()).toBe(heads());
  });
});
