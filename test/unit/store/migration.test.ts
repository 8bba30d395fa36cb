import "fake-indexeddb/auto";
import Dexie from "dexie";
import { describe, expect, it } from "vitest";
import { ownCoder } from "../../../lib/store/coders";
import { EarshotDatabase } from "../../../lib/store/db";
import { makeReview, makeSentence, makeSubject } from "./records";

const FIRST = {
  subjects: "id, site, lastRead",
  reviews: "id, subjectId, understood, [subjectId+understood]",
  sentences: "id, reviewId, subjectId",
  themes: "id, subjectId",
  personas: "id, subjectId",
  conversations: "id, subjectId, personaId",
  settings: "key",
};
const SECOND = { ...FIRST, recipes: "id, host" };
const THIRD = { ...SECOND, themeEdits: "++id, subjectId", codes: "id, subjectId" };
const FOURTH = { ...THIRD, readings: "key, network, *subjects" };
const FIFTH = {
  ...FOURTH,
  segments: "id, subjectId",
  segmentNames: "id, subjectId",
  personaEdits: "++id, subjectId, personaId",
  groups: "id, subjectId",
  pins: "id, subjectId, conversationId",
};
const SIXTH = {
  ...FIFTH,
  surveys: "id, subjectId",
  surveyResponses: "id, surveyId, subjectId",
  surveyAnswers: "key, subjectId",
  scales: "id",
};
const SEVENTH = { ...SIXTH, surveyMaterials: "id, subjectId" };
const EIGHTH = {
  ...SEVENTH,
  annotations: "id, subjectId, target.pageKey, review.reviewId, *codeIds",
  coders: "id",
  memos: "id, subjectId, kind",
  changes: "++id, subjectId",
  pageCopies: "id, pageKey, subjectId",
  secondCodings: "id, subjectId",
};
/** Schemas as they were released. Frozen: a line is added with each new version, none is ever changed. */
const RELEASED = [
  { version: 1, stores: FIRST },
  { version: 2, stores: SECOND },
  { version: 3, stores: THIRD },
  { version: 4, stores: FOURTH },
  { version: 5, stores: FIFTH },
  { version: 6, stores: SIXTH },
  { version: 7, stores: SEVENTH },
  { version: 8, stores: EIGHTH },
];

describe("the database", () => {
  it.each(RELEASED)("opens data written by version $version and keeps all of it", async ({ version, stores }) => {
    const name = `migration-${version}`;
    const earlier = new Dexie(name);
    earlier.version(version).stores(stores);
    const review = { ...makeReview("a"), understood: 1 };
    await earlier.table("subjects").put({ ...makeSubject(), settled: 1 });
    await earlier.table("reviews").put(review);
    await earlier.table("sentences").put(makeSentence(review));
    earlier.close();

    const db = new EarshotDatabase(name);
    expect(await db.reviews.get("a")).toEqual(review);
    expect(await db.sentences.where("subjectId").equals("s1").count()).toBe(1);
    // personas of before the fifth version lack most of their card: what is made of reviews is made anew
    expect((await db.subjects.get("s1"))?.settled).toBe(version < 5 ? -1 : 1);
    expect(await db.recipes.count()).toBe(0);
    expect(Array.from((await db.sentences.toArray())[0]?.vector ?? [])).toEqual([1, 2, 3]);
    await db.delete();
  });

  it("keeps talks of before personas had voices readable, and says who spoke", async () => {
    const earlier = new Dexie("migration-talks");
    earlier.version(4).stores(FOURTH);
    const basis = { kind: "satisfied" };
    await earlier.table("personas").put({ id: "p", subjectId: "s1", segment: { basis, reviewIds: ["a", "b"] } });
    const turns = [{ question: "Is it loud?", asked: "2026-01-01", answer: { question: "Is it loud?", claims: [] } }];
    const talk = { id: "conversation:p", subjectId: "s1", personaId: "p", turns, updated: "2026-01-01" };
    await earlier.table("conversations").put(talk);
    earlier.close();

    const db = new EarshotDatabase("migration-talks");
    const [kept] = await db.conversations.toArray();
    expect(kept?.speaker).toEqual({ personaId: "p", basis, voice: 1, voices: 1, reviewers: 2 });
    expect(kept?.turns).toEqual([{ ...turns[0], id: "conversation:p:0", state: "answered" }]);
    expect(await db.personas.count()).toBe(0);
    await db.delete();
  });

  it("turns what was judged before into passages that are coded, and keeps what was learnt", async () => {
    const earlier = new Dexie("migration-codes");
    earlier.version(7).stores(SEVENTH);
    const review = { ...makeReview("a", "It leaks. It is loud."), understood: 1 };
    const example = (reviewId: string, start: number, end: number, text: string, yes: boolean) => ({
      ...{ reviewId, start, end, text, yes },
      vector: new Int8Array([1, 2, 3]),
      language: "en",
    });
    const leak = example("a", 0, 9, "It leaks.", true);
    const noise = example("a", 10, 21, "It is loud.", false);
    const readAnew = example("a", 0, 9, "It leeks.", true);
    const gone = example("forgotten", 0, 4, "Gone", true);
    const code = { name: "", description: "", created: "2026-01-01", updated: "2026-01-02" };
    await earlier.table("reviews").put(review);
    await earlier.table("codes").bulkPut([
      { ...code, id: "x", name: "Leaks", subjectId: "s1", examples: [leak, noise, gone] },
      { ...code, id: "y", name: "Faults", examples: [leak, readAnew] },
    ]);
    earlier.close();

    const db = new EarshotDatabase("migration-codes");
    const [own, ...others] = await db.coders.toArray();
    expect(own).toMatchObject({ name: "", kind: "person", own: true });
    expect(others).toEqual([]);
    expect(await db.annotations.toArray()).toEqual([
      {
        id: expect.any(String),
        coderId: own?.id,
        subjectId: "s1",
        review: { reviewId: "a", start: 0, end: 9 },
        text: "It leaks.",
        note: "",
        codeIds: ["x", "y"],
        tags: [],
        created: "2026-01-02",
        updated: "2026-01-02",
      },
    ]);
    expect((await db.codes.get("x"))?.examples).toEqual([leak, noise, gone]);
    expect((await ownCoder(db)).id).toBe(own?.id);
    await db.delete();
  });

  it("still declares every released version as it was released", () => {
    const db = new EarshotDatabase("declared");
    expect(db.verno).toBe(RELEASED.length);
    for (const [table, indexes] of Object.entries(RELEASED.at(-1)?.stores ?? {})) {
      const schema = db.table(table).schema;
      const declared = [schema.primKey.src, ...schema.indexes.map((index) => index.src)];
      expect(declared).toEqual(indexes.split(", "));
    }
  });
});
