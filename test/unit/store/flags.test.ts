import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { EarshotDatabase } from "../../../lib/store/db";
import { saveOffTopic } from "../../../lib/store/flags";
import { commitReading, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "./records";

let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const flagsOf = async (id: string) => (await db.reviews.get(id))?.finding?.flags;

it("sets the flag, keeps the others, and takes it back when more reviews show that it was wrong", async () => {
  const reviews = [makeReview("r1"), makeReview("r2"), makeReview("r3")];
  await commitReading(db, makeSubject(), reviews);
  const [first, second] = reviews.map((review) => makeUnderstood(review));
  if (first && second) {
    first.finding.flags = ["incentivised"];
    await saveUnderstood(db, [first, second]);
  }
  await saveOffTopic(db, "s1", 1, ["r1", "r3"]);
  expect(await flagsOf("r1")).toEqual(["incentivised", "off-topic"]);
  expect(await flagsOf("r2")).toEqual([]);
  expect(await flagsOf("r3"), "it waits to be read").toBeUndefined();
  await saveOffTopic(db, "s1", 1, ["r2"]);
  expect([await flagsOf("r1"), await flagsOf("r2")]).toEqual([["incentivised"], ["off-topic"]]);
});
