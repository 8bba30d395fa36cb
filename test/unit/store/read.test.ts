import { speakerOf } from "../../fixtures/ask/made";
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EarshotDatabase } from "../../../lib/store/db";
import { conversationsOf, evidenceOf, findSubject, libraryOf, pulseOf, watch } from "../../../lib/store/read";
import { commitReading, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSentence, makeSubject, makeUnderstood } from "./records";

let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`read-${Math.random()}`);
});
afterEach(() => db.delete());

async function read(subject = makeSubject(), ids = ["a", "b", "c"]) {
  const reviews = ids.map((id) => makeReview(id, `Body of ${id}.`, subject.id));
  await commitReading(db, subject, reviews);
  return reviews;
}

describe("findSubject", () => {
  const page = { url: "https://shop.example/kettle", site: "shop.example", name: "Sample kettle" };

  it("knows a page by its address, whatever tracks it or counts its pages", async () => {
    await read();
    await read({ ...makeSubject("s2"), url: "https://shop.example/toaster", name: "Sample toaster" }, ["x"]);
    for (const url of [page.url, `${page.url}?utm_source=mail#reviews`, `${page.url}?page=3`, `${page.url}/`]) {
      expect((await findSubject(db, { ...page, name: "", url }))?.id).toBe("s1");
    }
  });

  it("knows a page of reviews by the name of its product, unless two have it", async () => {
    await read();
    const reviewsPage = { ...page, url: "https://shop.example/reviews/991" };
    expect((await findSubject(db, reviewsPage))?.id).toBe("s1");
    await read({ ...makeSubject("s2"), url: "https://shop.example/kettle-2" }, ["x"]);
    expect(await findSubject(db, reviewsPage)).toBeUndefined();
  });

  it("never takes a product of another site, or a nameless one", async () => {
    await read({ ...makeSubject(), name: "" });
    expect(await findSubject(db, { ...page, site: "other.example" })).toBeUndefined();
    expect(await findSubject(db, { url: "https://shop.example/b", site: "shop.example", name: "" })).toBeUndefined();
  });
});

describe("pulseOf", () => {
  it("follows understanding", async () => {
    const [first] = await read();
    if (!first) throw new Error("There is no review.");
    expect(await pulseOf(db, "s1")).toEqual({ reviews: 3, understood: 0, sentences: 0, settled: 0, themed: 0 });
    await saveUnderstood(db, [makeUnderstood(first)]);
    expect(await pulseOf(db, "s1")).toEqual({ reviews: 3, understood: 1, sentences: 1, settled: 0, themed: 0 });
    expect(await pulseOf(db, "unknown")).toEqual({ reviews: 0, understood: 0, sentences: 0, settled: 0, themed: 0 });
  });
});

describe("evidenceOf", () => {
  it("gives reviews newest first and sentences in reading order, without vectors, of this subject only", async () => {
    const [a, b] = await read();
    await read(makeSubject("s2"), ["z"]);
    if (!a || !b) throw new Error("There are no reviews.");
    await db.reviews.update("a", { date: "2024-03" });
    await db.reviews.update("c", { date: "2025-01-02" });
    await db.sentences.bulkPut([{ ...makeSentence(a, 1), start: 5 }, makeSentence(a, 0), makeSentence(b)]);
    const { reviews, statements } = await evidenceOf(db, "s1");
    expect(reviews.map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(statements.get("a")?.map(({ index }) => index)).toEqual([0, 1]);
    expect(statements.get("a")?.[0]).not.toHaveProperty("vector");
    expect(statements.has("z")).toBe(false);
  });
});

describe("lists", () => {
  it("name every subject with its reviews, the last read first", async () => {
    await read({ ...makeSubject("s1"), lastRead: "2026-01-01T00:00:00Z" });
    await read({ ...makeSubject("s2"), lastRead: "2026-02-01T00:00:00Z" }, ["z"]);
    const library = await libraryOf(db);
    expect(library.map(({ subject, reviews }) => [subject.id, reviews])).toEqual([
      ["s2", 1],
      ["s1", 3],
    ]);
  });

  it("give conversations of one subject, the latest first", async () => {
    const talk = { personaId: "p", turns: [], speaker: speakerOf() };
    await db.conversations.bulkPut([
      { ...talk, id: "old", subjectId: "s1", updated: "2026-01-01" },
      { ...talk, id: "new", subjectId: "s1", updated: "2026-02-01" },
      { ...talk, id: "other", subjectId: "s2", updated: "2026-03-01" },
    ]);
    expect((await conversationsOf(db, "s1")).map(({ id }) => id)).toEqual(["new", "old"]);
  });
});

describe("watch", () => {
  it("tells the value now and after each commit, until it is ended", async () => {
    const seen: number[] = [];
    const end = watch(
      () => db.reviews.count(),
      (count) => seen.push(count),
      (error) => {
        throw error;
      },
    );
    await expect.poll(() => seen).toEqual([0]);
    await read();
    await expect.poll(() => seen.at(-1)).toBe(3);
    end();
    await read(makeSubject("s2"), ["z"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.at(-1)).toBe(3);
  });
});
