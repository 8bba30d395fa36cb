/** A person who asks comes before reviews that wait: work in the background stands still from a question until a little after its answer. */

export interface ChatTimes {
  /** After an answer, since the next question is often near (ms). */
  quiet: number;
  /** A question not answered by then holds nothing any more: whoever asked may be gone (ms). */
  longestAnswer: number;
  /** Background work goes one step at least this often, however much is asked (ms). */
  longestWait: number;
}

export const CHAT_TIMES: ChatTimes = { quiet: 4_000, longestAnswer: 60_000, longestWait: 30_000 };

export class ChatPriority {
  #times: ChatTimes;
  /** When each question that is being answered ceases to count. */
  #asked = new Map<symbol, number>();
  #quietUntil = 0;
  /** Those who wait look again when something was answered. */
  #waiting = new Set<() => void>();

  constructor(times: ChatTimes = CHAT_TIMES) {
    this.#times = times;
  }

  /** Answers a question while all work in the background waits; passes on what the answering returns or throws. */
  async during<T>(answer: () => Promise<T>): Promise<T> {
    const question = Symbol();
    this.#asked.set(question, Date.now() + this.#times.longestAnswer);
    try {
      return await answer();
    } finally {
      this.#asked.delete(question);
      this.#quietUntil = Date.now() + this.#times.quiet;
      for (const look of this.#waiting) look();
    }
  }

  /**
   * Resolves when nobody asks, and after `longestWait` in any case.
   * @throws the signal's reason as soon as it is aborted
   */
  async turn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const latest = Date.now() + this.#times.longestWait;
    for (let left = this.#left(latest); left > 0; left = this.#left(latest)) await this.#wait(left, signal);
  }

  #left(latest: number): number {
    return Math.min(latest, Math.max(this.#quietUntil, ...this.#asked.values())) - Date.now();
  }

  #wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        signal?.removeEventListener("abort", stop);
        settle();
      };
      const look = () => end(resolve);
      const stop = () => end(() => reject(signal?.reason));
      const timer = setTimeout(look, milliseconds);
      this.#waiting.add(look);
      signal?.addEventListener("abort", stop);
    });
  }
}
