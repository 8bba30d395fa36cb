import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Persona, Theme } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { replacePersonas } from "../../../lib/store/personas";
import { countUnderstood, countWaiting, nextWaiting, unsettledSubjects } from "../../../lib/store/queue";
import { beginTurn, endTurn, pinTurn } from "../../../lib/store/talks";
import { replaceThemes } from "../../../lib/store/themes";
import {
  commitReading,
  forgetSubject,
  saveCoverage,
  saveUnderstood,
  setAside,
  takeUpAgain,
} from "../../../lib/store/write";
import { answerOf, personaWith } from "../../fixtures/ask/made";
import { makeReview, makeSubject, makeUnderstood } from "./records";

let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

describe("commitReading", () => {
  it("stores a reading once, however often it is read", async () => {
    const reviews = [makeReview("a"), makeReview("b")];
    expect(await commitReading(db, makeSubject(), reviews)).toEqual({ found: 2, added: 2 });
    const before = await db.reviews.toArray();
    expect(await commitReading(db, makeSubject(), reviews)).toEqual({ found: 2, added: 0 });
    expect(await db.reviews.toArray()).toEqual(before);
  });

  it("keeps what was understood when the review is seen again", async () => {
    const review = makeReview("a");
    await commitReading(db, makeSubject(), [review]);
    await saveUnderstood(db, [makeUnderstood(review)]);
    await commitReading(db, makeSubject(), [{ ...review, collected: "2026-05-05T00:00:00Z" }]);
    expect((await db.reviews.get("a"))?.understood).toBe(1);
    expect(await db.sentences.count()).toBe(1);
  });

  it("fills in what was missing and never erases with a blank", async () => {
    await commitReading(db, makeSubject(), [{ ...makeReview("a"), author: "Ola" }]);
    await commitReading(db, makeSubject(), [{ ...makeReview("a"), author: undefined, rating: 4 }]);
    expect(await db.reviews.get("a")).toMatchObject({ author: "Ola", rating: 4 });
  });

  it("replaces a cut-off body by the whole one and understands it again", async () => {
    const cut = { ...makeReview("a", "The lid broke after"), cut: true };
    await commitReading(db, makeSubject(), [cut]);
    await saveUnderstood(db, [makeUnderstood(cut)]);
    await commitReading(db, makeSubject(), [makeReview("a", "The lid broke after two weeks.")]);
    expect(await db.reviews.get("a")).toMatchObject({ body: "The lid broke after two weeks.", understood: 0 });
    expect((await db.reviews.get("a"))?.cut).toBeUndefined();
    expect(await db.sentences.count()).toBe(0);
  });
});

describe("saveCoverage", () => {
  const coverage = { read: 12, announced: 90, why: "captcha", when: "2026-03-15T12:00:00Z" } as const;

  it("keeps how far a reading came, also when more is stored later", async () => {
    await commitReading(db, makeSubject(), [makeReview("a")]);
    await saveCoverage(db, "s1", coverage);
    await commitReading(db, makeSubject(), [makeReview("b")]);
    expect((await db.subjects.get("s1"))?.coverage).toEqual(coverage);
  });

  it("brings no deleted subject back", async () => {
    await saveCoverage(db, "s1", coverage);
    expect(await db.subjects.count()).toBe(0);
  });
});

describe("the queue", () => {
  it("offers stored reviews until they are understood, the one on screen first", async () => {
    await commitReading(db, makeSubject("s1"), [makeReview("a"), makeReview("b")]);
    await commitReading(db, makeSubject("s2"), [makeReview("c", "Other.", "s2")]);
    expect((await nextWaiting(db, 1, 10, ["s2"])).map((review) => review.id)).toEqual(["c"]);
    await saveUnderstood(db, [makeUnderstood(makeReview("c", "Other.", "s2"))]);
    expect((await nextWaiting(db, 1, 10, ["s2"])).map((review) => review.id)).toEqual(["a", "b"]);
    expect(await countWaiting(db, 1)).toEqual({ done: 1, waiting: 2 });
  });

  it("reads again what an older version of the heads understood", async () => {
    const review = makeReview("a");
    await commitReading(db, makeSubject(), [review]);
    await saveUnderstood(db, [makeUnderstood(review, 1)]);
    expect(await nextWaiting(db, 1, 10)).toEqual([]);
    expect(await nextWaiting(db, 2, 10)).toHaveLength(1);
  });

  it("does not mark a review as understood whose text changed meanwhile", async () => {
    await commitReading(db, makeSubject(), [makeReview("a", "Whole text.")]);
    await saveUnderstood(db, [makeUnderstood(makeReview("a", "Whole"))]);
    expect(await nextWaiting(db, 1, 10)).toHaveLength(1);
    expect(await db.sentences.count()).toBe(0);
  });

  it("names subjects whose themes lag behind", async () => {
    const review = makeReview("a");
    await commitReading(db, makeSubject(), [review]);
    await saveUnderstood(db, [makeUnderstood(review)]);
    expect(await unsettledSubjects(db, 1)).toEqual(["s1"]);
    await replacePersonas(db, "s1", [], await countUnderstood(db, "s1", 1));
    expect(await unsettledSubjects(db, 1)).toEqual([]);
  });
});

describe("themes that are out of date", () => {
  it("are made again when a text was completed, though the number of reviews stays the same", async () => {
    const cut = makeReview("a", "The lid broke after");
    await commitReading(db, makeSubject(), [cut]);
    await saveUnderstood(db, [makeUnderstood(cut)]);
    await replacePersonas(db, "s1", [], 1);
    const whole = makeReview("a", "The lid broke after two weeks.");
    await commitReading(db, makeSubject(), [whole]);
    await saveUnderstood(db, [makeUnderstood(whole)]);
    expect(await unsettledSubjects(db, 1)).toEqual(["s1"]);
  });

  it("are made again when newer heads read the same reviews", async () => {
    const review = makeReview("a");
    await commitReading(db, makeSubject(), [review]);
    await saveUnderstood(db, [makeUnderstood(review, 1)]);
    await replacePersonas(db, "s1", [], 1);
    await saveUnderstood(db, [makeUnderstood(review, 2)]);
    expect(await unsettledSubjects(db, 2)).toEqual(["s1"]);
  });
});

describe("replacing and forgetting", () => {
  const theme: Theme = {
    id: "t1",
    subjectId: "s1",
    label: "Lid",
    keywords: ["lid"],
    size: 1,
    share: 1,
    positive: 1,
    neutral: 0,
    negative: 0,
    score: 0.5,
    quotes: [{ reviewId: "a", start: 0, end: 4 }],
  };

  it("points sentences at the new themes and away from the old", async () => {
    const reviews = [makeReview("a"), makeReview("b")];
    await commitReading(db, makeSubject(), reviews);
    await saveUnderstood(
      db,
      reviews.map((review) => makeUnderstood(review)),
    );
    await replaceThemes(db, "s1", [theme], new Map([["a:0", { themeId: "t1" }]]));
    await replaceThemes(db, "s1", [{ ...theme, id: "t2" }], new Map([["b:0", { themeId: "t2" }]]));
    expect((await db.themes.toArray()).map((found) => found.id)).toEqual(["t2"]);
    expect((await db.sentences.toArray()).map((sentence) => sentence.themeId)).toEqual([undefined, "t2"]);
  });

  it("writes nothing for a subject that was deleted meanwhile", async () => {
    await replaceThemes(db, "gone", [theme], new Map());
    const persona = { id: "p", subjectId: "gone" } as Persona;
    await replacePersonas(db, "gone", [persona], 3);
    expect([await db.themes.count(), await db.personas.count()]).toEqual([0, 0]);
  });

  it("lets reviews that were set aside wait again", async () => {
    await commitReading(db, makeSubject(), [makeReview("a")]);
    await setAside(db, "a", 1, "Too strange.");
    await takeUpAgain(db);
    expect(await nextWaiting(db, 1, 10)).toHaveLength(1);
  });

  it("forgets a subject with everything made from it and leaves the others", async () => {
    for (const id of ["s1", "s2"]) {
      const review = makeReview(`${id}-a`, "Text.", id);
      await commitReading(db, makeSubject(id), [review]);
      await saveUnderstood(db, [makeUnderstood(review)]);
      const persona = personaWith({ id: `p-${id}`, subjectId: id });
      await replacePersonas(db, id, [persona], 1);
      const { conversation, turn } = await beginTurn(db, persona, { question: "Why?", asked: "2026-01-01" });
      await endTurn(db, conversation.id, turn.id, { state: "answered", answer: answerOf() });
      await pinTurn(db, { conversationId: conversation.id, turnId: turn.id, pinned: true }, "2026-01-02");
    }
    await forgetSubject(db, "s1");
    expect(await db.subjects.toCollection().primaryKeys()).toEqual(["s2"]);
    expect(await db.reviews.toCollection().primaryKeys()).toEqual(["s2-a"]);
    expect(await db.sentences.count()).toBe(1);
    expect(await db.personas.toCollection().primaryKeys()).toEqual(["p-s2"]);
    expect((await db.conversations.toArray()).map(({ subjectId }) => subjectId)).toEqual(["s2"]);
    expect((await db.pins.toArray()).map(({ subjectId }) => subjectId)).toEqual(["s2"]);
  });
});
