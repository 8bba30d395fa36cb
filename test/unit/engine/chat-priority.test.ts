import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChatPriority } from "../../../entrypoints/engine/chat-priority";

const TIMES = { quiet: 4_000, longestAnswer: 60_000, longestWait: 30_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A question whose answer is given by hand. */
function question(chat: ChatPriority) {
  let answer = (_words: string) => {};
  let fail = (_error: Error) => {};
  const answered = chat.during(
    () =>
      new Promise<string>((resolve, reject) => {
        answer = resolve;
        fail = reject;
      }),
  );
  return { answered, answer, fail };
}

/** Whether background work may go on, looked at from outside. */
function watchTurn(chat: ChatPriority, signal?: AbortSignal) {
  const watched = { state: "waits" };
  chat.turn(signal).then(
    () => {
      watched.state = "goes on";
    },
    (reason: Error) => {
      watched.state = reason.message;
    },
  );
  return watched;
}

describe("a person who asks", () => {
  it("holds nothing up while nobody asks", async () => {
    const background = watchTurn(new ChatPriority(TIMES));
    await vi.advanceTimersByTimeAsync(0);
    expect(background.state).toBe("goes on");
  });

  it("makes the background wait until the answer, and a little after", async () => {
    const chat = new ChatPriority(TIMES);
    const { answered, answer } = question(chat);
    const background = watchTurn(chat);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(background.state).toBe("waits");
    answer("It is loud.");
    expect(await answered).toBe("It is loud.");
    await vi.advanceTimersByTimeAsync(3_900);
    expect(background.state).toBe("waits");
    await vi.advanceTimersByTimeAsync(200);
    expect(background.state).toBe("goes on");
  });

  it("is served in full by the next question too: the quiet begins anew", async () => {
    const chat = new ChatPriority(TIMES);
    const first = question(chat);
    const background = watchTurn(chat);
    first.answer("Yes.");
    await vi.advanceTimersByTimeAsync(3_000);
    const second = question(chat);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(background.state).toBe("waits");
    second.answer("No.");
    await vi.advanceTimersByTimeAsync(4_100);
    expect(background.state).toBe("goes on");
  });

  it("whose question fails is told, and the background goes on as after an answer", async () => {
    const chat = new ChatPriority(TIMES);
    const { answered, fail } = question(chat);
    fail(new Error("The language model stopped."));
    await expect(answered).rejects.toThrow("The language model stopped.");
    const background = watchTurn(chat);
    await vi.advanceTimersByTimeAsync(4_100);
    expect(background.state).toBe("goes on");
  });

  it("who is gone in the middle of an answer stops nothing for long", async () => {
    const chat = new ChatPriority(TIMES);
    question(chat); // never answered: the panel was killed
    for (let step = 0; step < 2; step++) {
      const background = watchTurn(chat);
      await vi.advanceTimersByTimeAsync(30_100);
      expect(background.state).toBe("goes on");
    }
    const later = watchTurn(chat); // a minute has gone by: the question holds nothing any more
    await vi.advanceTimersByTimeAsync(0);
    expect(later.state).toBe("goes on");
  });

  it("who asks without end starves nobody: one step each half minute", async () => {
    const chat = new ChatPriority(TIMES);
    let steps = 0;
    const work = (async () => {
      for (; steps < 4; steps++) await chat.turn();
    })();
    for (let second = 0; second < 100; second++) {
      await chat.during(async () => "Yes.");
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(steps).toBe(4);
    await work;
  });

  it("does not keep a stopped reading waiting, and leaves nothing behind", async () => {
    const chat = new ChatPriority(TIMES);
    question(chat);
    const stop = new AbortController();
    const background = watchTurn(chat, stop.signal);
    stop.abort(new Error("Understanding was stopped."));
    await vi.advanceTimersByTimeAsync(0);
    expect(background.state).toBe("Understanding was stopped.");
    expect(vi.getTimerCount()).toBe(0);
    expect(watchTurn(chat, stop.signal).state).toBe("waits");
    await expect(chat.turn(stop.signal)).rejects.toThrow("stopped");
  });
});
