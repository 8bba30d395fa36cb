import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Reader } from "../../../entrypoints/engine/reader";
import { type RememberingParts, RememberingReader } from "../../../entrypoints/engine/remembering";
import { EarshotDatabase } from "../../../lib/store/db";
import { forgetOtherNetworks } from "../../../lib/store/readings";
import { commitReading, forgetAll, forgetSubject } from "../../../lib/store/write";
import { makeSubject } from "../store/records";
import { fakeHeads, fakeRead, review } from "../understand/fake-encode";

let db: EarshotDatabase;
/** Every text that passed the encoder. */
let encoded: string[];
const { signal } = new AbortController();

beforeEach(async () => {
  db = new EarshotDatabase(`remembering-${crypto.randomUUID()}`);
  encoded = [];
  for (const id of ["s1", "s2"]) await commitReading(db, makeSubject(id), []);
});
afterEach(() => db.delete());

/** An engine's reader, as after a start. */
function start(change: Partial<RememberingParts> = {}): RememberingReader {
  return new RememberingReader({
    db,
    network: "weights 1",
    read: async (texts) => {
      encoded.push(...texts);
      return fakeRead(texts);
    },
    turn: async () => undefined,
    ...change,
  });
}

const long = (words: string) => `${words} `.repeat(40).trim();

describe("one pass per text", () => {
  it("reads equal texts once, within a call, across calls, subjects and engines", async () => {
    const reader = start();
    const first = await reader.read("s1", ["A great sound.", "An awful strap.", "A great sound."], signal);
    expect(first[0]).toEqual(first[2]);
    const again = await reader.read("s1", ["An awful strap.", "It is a lamp."], signal);
    expect(again[0]).toEqual(first[1]);
    expect(await start().read("s2", ["A great sound."], signal)).toEqual([first[0]]);
    expect(encoded.sort()).toEqual(["A great sound.", "An awful strap.", "It is a lamp."]);
  });

  it("says the same of a text read long ago as of one read now, and nearly what the encoder said", async () => {
    const text = "I love the great sound but hate the awful strap.";
    const [now] = await start().read("s1", [text], signal);
    const [later] = await start().read("s1", [text], signal);
    expect(later).toEqual(now);
    const [straight] = await fakeRead([text]);
    expect(now?.sentence).toEqual(straight?.sentence);
    expect(now?.tokens.starts).toEqual(straight?.tokens.starts);
    straight?.tokens.values.forEach((value, i) => {
      expect(now?.tokens.values[i]).toBeCloseTo(value, 2);
    });
  });

  it("makes the same findings of what was kept", async () => {
    const reviews = [review("a", "A great sound. An awful strap.", { subjectId: "s1", title: "Love and hate" })];
    const understand = () => {
      const remembering = start();
      return new Reader(db, (id, texts, stop) => remembering.read(id, texts, stop), fakeHeads).read(reviews, signal);
    };
    const first = await understand();
    expect(await understand()).toEqual(first);
    expect(encoded).toHaveLength(3);
  });

  it("keeps what was read before a stop or a failure", async () => {
    let groups = 0;
    const dying = start({
      turn: async () => {
        groups += 1;
        if (groups === 3) throw new Error("killed");
      },
    });
    const texts = Array.from({ length: 30 }, (_, i) => long(`Sentence number ${i} tells of a lamp`));
    await expect(dying.read("s1", texts, signal)).rejects.toThrow("killed");
    const before = encoded.length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(30);
    await start().read("s1", texts, signal);
    expect(new Set(encoded).size).toBe(30);
    expect(encoded).toHaveLength(30);
  });

  it("offers a person the turn between groups, however much is to be read at once", async () => {
    let turns = 0;
    const reader = start({
      turn: async () => {
        turns += 1;
      },
    });
    await reader.read(
      "s1",
      Array.from({ length: 200 }, (_, i) => long(`Sentence ${i}`)),
      signal,
    );
    expect(turns).toBeGreaterThan(5);
    await reader.read("s1", [long("Sentence 1")], signal);
    expect(encoded).toHaveLength(200);
  });

  it("reads anew with other weights, and keeps no reading by the old ones", async () => {
    await start().read("s1", ["It is a lamp."], signal);
    await start({ network: "weights 2" }).read("s1", ["It is a lamp."], signal);
    expect(encoded).toHaveLength(2);
    await forgetOtherNetworks(db, "weights 2");
    expect((await db.readings.toArray()).map(({ network }) => network)).toEqual(["weights 2"]);
  });
});

describe("what is deleted", () => {
  it("takes its readings along, but for texts that another subject has too", async () => {
    const reader = start();
    await reader.read("s1", ["Shared.", "Of the first."], signal);
    await reader.read("s2", ["Shared.", "Of the second."], signal);
    await forgetSubject(db, "s1");
    expect((await db.readings.toArray()).flatMap(({ subjects }) => subjects)).toEqual(["s2", "s2"]);
    await forgetSubject(db, "s2");
    expect(await db.readings.count()).toBe(0);
  });

  it("stays deleted when it was being read", async () => {
    const reader = start({
      read: async (texts) => {
        await forgetSubject(db, "s1");
        return fakeRead(texts);
      },
    });
    expect(await reader.read("s1", ["It is a lamp."], signal)).toHaveLength(1);
    expect(await db.readings.count()).toBe(0);
    await start().read("s2", ["It is a lamp."], signal);
    await start().read("s1", ["It is a lamp."], signal); // the first subject is no more
    expect((await db.readings.toArray())[0]?.subjects).toEqual(["s2"]);
    await forgetAll(db);
    expect(await db.readings.count()).toBe(0);
  });

  it("keeps no text: the reviews alone have it", async () => {
    await start().read("s1", ["A secret."], signal);
    const [kept] = await db.readings.toArray();
    expect(JSON.stringify({ ...kept, tokens: [] })).not.toContain("secret");
  });
});
