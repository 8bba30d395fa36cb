import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChatPriority } from "../../../entrypoints/engine/chat-priority";
import { Understanding, type UnderstandingParts } from "../../../entrypoints/engine/understanding";
import type { Review } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { replacePersonas } from "../../../lib/store/personas";
import { countUnderstood } from "../../../lib/store/queue";
import { commitReading } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "../store/records";

let db: EarshotDatabase;
/** Reviews in the order in which they were read. */
let read: Review[];
beforeEach(() => {
  db = new EarshotDatabase(`order-${crypto.randomUUID()}`);
  read = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await db.delete();
});

function makeQueue(change: Partial<UnderstandingParts> = {}): Understanding {
  return new Understanding({
    db,
    version: 1,
    understand: async (reviews) => {
      read.push(...reviews);
      return reviews.map((review) => makeUnderstood(review));
    },
    settle: async (subjectId) => replacePersonas(db, subjectId, [], await countUnderstood(db, subjectId, 1)),
    hopeless: () => false,
    works: async () => true,
    turn: async () => undefined,
    changed: () => undefined,
    ...change,
  });
}

/** Reviews whose ids, as real ones, say nothing of their subject. */
async function store(subjectId: string, count: number): Promise<void> {
  const reviews = Array.from({ length: count }, (_, i) =>
    makeReview(`${i % 7}-${i}-${subjectId}`, undefined, subjectId),
  );
  await commitReading(db, makeSubject(subjectId), reviews);
}

/** Subjects in the order in which they were taken up, and again. */
const turns = () => read.map(({ subjectId }) => subjectId).filter((id, i, all) => id !== all[i - 1]);

describe("who goes first", () => {
  it("one subject is read to its end before another is begun", async () => {
    for (const subjectId of ["s1", "s2", "s3"]) await store(subjectId, 30);
    await makeQueue().wake();
    expect(read).toHaveLength(90);
    expect(turns()).toHaveLength(3);
  });

  it("the subject on screen overtakes a long import after the batch in hand", async () => {
    await store("import", 60);
    await store("seen", 10);
    const queue: Understanding = makeQueue({
      understand: async (reviews) => {
        if (read.length === 0) queue.look("seen"); // opened while the first batch is read
        read.push(...reviews);
        return reviews.map((review) => makeUnderstood(review));
      },
    });
    await queue.wake("import");
    expect(turns()).toEqual(["import", "seen", "import"]);
    expect(read.findIndex(({ subjectId }) => subjectId === "seen")).toBe(4);
    expect(read).toHaveLength(70);
  });

  it("what is stored in the background does not push the subject on screen aside", async () => {
    await store("seen", 40);
    await store("import", 20);
    const queue: Understanding = makeQueue({
      understand: async (reviews) => {
        if (read.length === 4) void queue.wake("import");
        read.push(...reviews);
        return reviews.map((review) => makeUnderstood(review));
      },
    });
    queue.look("seen");
    await queue.wake();
    expect(turns()).toEqual(["seen", "import"]);
  });
});

describe("while a person chats", () => {
  /** IndexedDB of the tests runs on setImmediate, which goes on. */
  const holdClock = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });

  it("no batch is begun until the answer is there and some time has gone by", async () => {
    await store("s1", 40);
    holdClock();
    const chat = new ChatPriority();
    let answer = () => {};
    const answered = () =>
      chat.during(
        () =>
          new Promise<void>((resolve) => {
            answer = resolve;
          }),
      );
    const queue: Understanding = makeQueue({
      turn: (signal) => chat.turn(signal),
      understand: async (reviews) => {
        if (read.length === 0) void answered(); // asked while the first batch is read
        read.push(...reviews);
        return reviews.map((review) => makeUnderstood(review));
      },
    });
    const whole = queue.wake();
    await vi.waitFor(() => expect(read).toHaveLength(4), { timeout: 5_000 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(read).toHaveLength(4);
    answer();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(read).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1_100);
    await whole;
    expect(read).toHaveLength(40);
  });

  it("an engine killed in the pause loses nothing: its successor reads the rest, once", async () => {
    await store("s1", 40);
    holdClock();
    const chat = new ChatPriority();
    const queue: Understanding = makeQueue({
      turn: (signal) => chat.turn(signal),
      understand: async (reviews) => {
        if (read.length === 0) void chat.during(() => new Promise(() => {}));
        read.push(...reviews);
        return reviews.map((review) => makeUnderstood(review));
      },
    });
    void queue.wake(); // its clock never moves again
    await vi.waitFor(() => expect(read).toHaveLength(4), { timeout: 5_000 });
    await makeQueue().wake();
    expect(read).toHaveLength(40);
    expect(new Set(read.map(({ id }) => id)).size).toBe(40);
  });

  it("a stop by hand is heard in the pause at once", async () => {
    await store("s1", 5);
    holdClock();
    const chat = new ChatPriority();
    void chat.during(() => new Promise(() => {}));
    const queue = makeQueue({ turn: (signal) => chat.turn(signal) });
    const whole = queue.wake();
    queue.pause();
    await whole;
    expect(queue.progress).toMatchObject({ active: false, waiting: 5 });
    expect(queue.problems).toEqual([]);
  });
});
