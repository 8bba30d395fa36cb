import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Understanding, type UnderstandingParts } from "../../../entrypoints/engine/understanding";
import type { Review } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { replacePersonas } from "../../../lib/store/personas";
import { countUnderstood } from "../../../lib/store/queue";
import { commitReading } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "../store/records";

let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`engine-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

function makeParts(change: Partial<UnderstandingParts> = {}): UnderstandingParts {
  return {
    db,
    version: 1,
    understand: async (reviews) => reviews.map((review) => makeUnderstood(review)),
    settle: async (subjectId) => replacePersonas(db, subjectId, [], await countUnderstood(db, subjectId, 1)),
    hopeless: () => false,
    works: async () => true,
    turn: async (signal) => signal.throwIfAborted(),
    changed: () => undefined,
    ...change,
  };
}

async function store(count: number): Promise<void> {
  const reviews = Array.from({ length: count }, (_, index) => makeReview(`r${String(index).padStart(3, "0")}`));
  await commitReading(db, makeSubject(), reviews);
}

describe("understanding", () => {
  it("reads everything that waits and settles the subject", async () => {
    await store(30);
    const settle = vi.fn(makeParts().settle);
    const queue = new Understanding(makeParts({ settle }));
    await queue.wake();
    expect(queue.progress).toMatchObject({ active: false, done: 30, waiting: 0 });
    expect(settle).toHaveBeenCalled();
    expect((await db.subjects.get("s1"))?.settled).toBe(30);
  });

  it("goes on after being killed between batches, without reading anything twice", async () => {
    await store(40);
    const read: string[] = [];
    const note = (reviews: Review[]) => read.push(...reviews.map((review) => review.id));
    let batches = 0;
    const dying = makeParts({
      hopeless: () => true,
      understand: async (reviews) => {
        batches += 1;
        if (batches === 3) throw new Error("killed");
        note(reviews);
        return reviews.map((review) => makeUnderstood(review));
      },
    });
    await new Understanding(dying).wake();
    expect(read).toHaveLength(16); // one short batch and one whole one
    const successor = makeParts({
      understand: async (reviews) => {
        note(reviews);
        return reviews.map((review) => makeUnderstood(review));
      },
    });
    await new Understanding(successor).wake();
    expect(read).toHaveLength(40);
    expect(new Set(read).size).toBe(40);
  });

  it("sets one review aside that breaks its batch and reads the others", async () => {
    await store(5);
    const queue = new Understanding(
      makeParts({
        understand: async (reviews) => {
          if (reviews.some((review) => review.id === "r002")) throw new Error("Too strange.");
          return reviews.map((review) => makeUnderstood(review));
        },
      }),
    );
    await queue.wake();
    expect((await db.reviews.get("r002"))?.failure).toContain("Too strange.");
    expect(await db.sentences.count()).toBe(4);
    expect(queue.problems).toHaveLength(1);
  });

  it("keeps all reviews waiting when no sentence at all can be read, since the fault is then not theirs", async () => {
    await store(3);
    const understand = () => Promise.reject(new Error("The worker died."));
    const queue = new Understanding(makeParts({ understand, works: async () => false }));
    await queue.wake();
    expect(queue.progress.waiting).toBe(3);
    expect(queue.problems).toEqual(["The worker died."]);
  });

  it("sets a whole batch aside that breaks an encoder which reads plain sentences, and goes on with other subjects", async () => {
    await store(3);
    await commitReading(db, makeSubject("s2"), [makeReview("z", "It is a lamp.", "s2")]);
    const understand = async (reviews: Review[]) => {
      if (reviews.some(({ subjectId }) => subjectId === "s1")) throw new Error("Too strange.");
      return reviews.map((review) => makeUnderstood(review));
    };
    const queue = new Understanding(makeParts({ understand }));
    await queue.wake();
    expect(queue.progress.waiting).toBe(0);
    expect(await db.reviews.filter((review) => review.failure !== undefined).count()).toBe(3);
    expect((await db.reviews.get("z"))?.finding).toBeDefined();
  });

  it("blames no review when results cannot be stored: all wait, and why is said", async () => {
    await store(3);
    const full = new Error("There is no room left on this disk.");
    const spoilt = (review: Review) => ({
      ...makeUnderstood(review),
      get sentences(): never {
        throw full;
      },
    });
    const queue = new Understanding(makeParts({ understand: async (reviews) => reviews.map(spoilt) }));
    await queue.wake();
    expect(queue.problems).toEqual([full.message]);
    expect(await db.reviews.where("understood").equals(0).count()).toBe(3);
    await new Understanding(makeParts()).wake();
    expect(await db.reviews.where("understood").equals(0).count()).toBe(0);
  });

  it("stops when paused and takes the rest up when resumed", async () => {
    await store(40);
    const queue: Understanding = new Understanding(
      makeParts({
        understand: async (reviews) => {
          if (queue.progress.done === 0) setTimeout(() => queue.pause());
          await new Promise((resolve) => setTimeout(resolve, 5));
          return reviews.map((review) => makeUnderstood(review));
        },
      }),
    );
    await queue.wake();
    expect(queue.progress.waiting).toBeGreaterThan(0);
    await queue.resume();
    expect(queue.progress.waiting).toBe(0);
  });

  it("goes on when it is resumed before the batch in hand has ended, and blames no review for the stop", async () => {
    await store(1);
    let calls = 0;
    const queue: Understanding = new Understanding(
      makeParts({
        understand: async (reviews, signal) => {
          calls += 1;
          if (calls === 1) {
            queue.pause();
            void queue.resume();
          }
          await new Promise((resolve) => setTimeout(resolve, 5));
          signal.throwIfAborted();
          return reviews.map((review) => makeUnderstood(review));
        },
      }),
    );
    await queue.wake();
    expect(queue.progress.waiting).toBe(0);
    expect((await db.reviews.toArray())[0]?.failure).toBeUndefined();
    expect(queue.problems).toEqual([]);
  });

  it("hears a call that comes while it is finishing", async () => {
    await store(1);
    let late = true;
    const queue: Understanding = new Understanding(
      makeParts({
        changed: () => {
          if (!late || queue.progress.active || queue.progress.done === 0) return;
          late = false;
          whole = commitReading(db, makeSubject(), [makeReview("late")]).then(() => queue.wake());
        },
      }),
    );
    let whole: Promise<void> | undefined;
    await queue.wake();
    await whole; // the database must not be deleted under it
    expect((await db.reviews.get("late"))?.understood).toBe(1);
  });

  it("reads what is committed while it works", async () => {
    await store(3);
    let more = true;
    const queue: Understanding = new Understanding(
      makeParts({
        settle: async (subjectId) => {
          if (more) await commitReading(db, makeSubject(), [makeReview("late")]);
          if (more) void queue.wake();
          more = false;
          await makeParts().settle(subjectId);
        },
      }),
    );
    await queue.wake();
    expect((await db.reviews.get("late"))?.understood).toBe(1);
  });
});
