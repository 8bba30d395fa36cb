/**
 * The queue: takes stored reviews that are not understood yet, in batches, until none waits. It keeps no job list of its
 * own, so starting it again after any kill goes on where it stopped.
 */
import type { Review } from "../../lib/domain";
import type { EarshotDatabase, StoredReview } from "../../lib/store/db";
import { countUnderstood, countWaiting, nextWaiting, unsettledSubjects } from "../../lib/store/queue";
import { saveUnderstood, setAside } from "../../lib/store/write";
import type { Understood } from "../../lib/understand/understand";

/** Reviews a batch: small enough that results appear while reading goes on, and the first ones at once. */
const FIRST_BATCH = 4;
const BATCH = 12;

export interface UnderstandingParts {
  db: EarshotDatabase;
  /** Version of the heads; reviews read by an older one are read again. */
  version: number;
  understand(reviews: Review[], signal: AbortSignal): Promise<Understood[]>;
  /** Makes themes and personas of a subject anew. */
  settle(subjectId: string): Promise<void>;
  /** True when the encoder itself is gone, so that trying other reviews is pointless. */
  hopeless(error: unknown): boolean;
  /** Called after every step. */
  changed(): void;
}

export interface UnderstandingProgress {
  active: boolean;
  subjectId?: string;
  done: number;
  waiting: number;
  sentencesPerSecond: number;
}

export class Understanding {
  progress: UnderstandingProgress = { active: false, done: 0, waiting: 0, sentencesPerSecond: 0 };
  readonly problems: string[] = [];
  #parts: UnderstandingParts;
  #running: Promise<void> | undefined;
  #again = false;
  #paused = false;
  #focus: string | undefined;
  #stop = new AbortController();
  /** Understood reviews per subject at its last settling, to settle a growing subject at widening intervals. */
  #settledAt = new Map<string, number>();

  constructor(parts: UnderstandingParts) {
    this.#parts = parts;
  }

  /**
   * Looks for work now; resolves when none is left, the queue was paused or the encoder failed.
   * @param focus subject to serve first
   */
  wake(focus?: string): Promise<void> {
    if (focus !== undefined) this.#focus = focus;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Stops after the batch in hand at the latest; nothing understood is lost. */
  pause(): void {
    this.#paused = true;
    this.#stop.abort(new DOMException("Understanding was stopped.", "AbortError"));
  }

  resume(): Promise<void> {
    this.#paused = false;
    return this.wake();
  }

  get paused(): boolean {
    return this.#paused;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      try {
        await this.#drain(signal);
      } catch (error) {
        // stopped and told to go on before the batch in hand had ended: go round again
        if (signal.aborted) this.#again ||= !this.#paused;
        else this.#report(error);
      }
      await this.#count(false);
      // whatever called meanwhile found this run still going, so it is looked after here
    } while (this.#again && !this.#paused);
  }

  async #drain(signal: AbortSignal): Promise<void> {
    const { db, version } = this.#parts;
    for (let limit = FIRST_BATCH; !this.#paused; limit = BATCH) {
      const batch = await nextWaiting(db, version, limit, this.#focus);
      if (batch.length === 0) break;
      await this.#count(true, batch[0]?.subjectId);
      await this.#take(batch, signal);
      await this.#settleGrown(batch);
    }
    if (this.#paused) return;
    for (const subjectId of await unsettledSubjects(db, version)) {
      await this.#settle(subjectId, await countUnderstood(db, subjectId, version));
    }
  }

  async #take(batch: StoredReview[], signal: AbortSignal): Promise<void> {
    try {
      await this.#understand(batch, signal);
    } catch (error) {
      if (signal.aborted || this.#parts.hopeless(error)) throw error;
      await this.#takeOneByOne(batch, signal);
    }
  }

  async #understand(batch: StoredReview[], signal: AbortSignal): Promise<void> {
    const started = performance.now();
    const results = await this.#parts.understand(batch, signal);
    await saveUnderstood(this.#parts.db, results);
    this.#clock(results, performance.now() - started);
  }

  /**
   * One review that breaks its batch must not stop the others. When every single one fails, the fault is not theirs:
   * they go on waiting and the error is reported.
   */
  async #takeOneByOne(batch: StoredReview[], signal: AbortSignal): Promise<void> {
    const failures = new Map<StoredReview, unknown>();
    for (const review of batch) {
      try {
        await this.#understand([review], signal);
      } catch (error) {
        if (signal.aborted || this.#parts.hopeless(error)) throw error;
        failures.set(review, error);
      }
    }
    if (batch.length > 1 && failures.size === batch.length) throw failures.values().next().value;
    for (const [review, error] of failures) {
      const message = `A review ${review.author ? `by ${review.author} ` : ""}could not be understood: ${sentence(error)}`;
      this.#note(message);
      await setAside(this.#parts.db, review.id, this.#parts.version, message);
    }
  }

  /** Themes appear early and are then made again each time the subject has grown by half. */
  async #settleGrown(batch: StoredReview[]): Promise<void> {
    for (const subjectId of new Set(batch.map((review) => review.subjectId))) {
      const understood = await countUnderstood(this.#parts.db, subjectId, this.#parts.version);
      if (understood >= Math.max(8, 1.5 * (this.#settledAt.get(subjectId) ?? 0)))
        await this.#settle(subjectId, understood);
    }
  }

  async #settle(subjectId: string, understood: number): Promise<void> {
    this.#settledAt.set(subjectId, understood);
    try {
      await this.#parts.settle(subjectId);
    } catch (error) {
      this.#report(error);
    }
    this.#parts.changed();
  }

  #clock(results: readonly Understood[], milliseconds: number): void {
    const sentences = results.reduce((sum, result) => sum + result.sentences.length, 0);
    const rate = (sentences * 1000) / Math.max(1, milliseconds);
    const before = this.progress.sentencesPerSecond;
    this.progress = { ...this.progress, sentencesPerSecond: before === 0 ? rate : 0.7 * before + 0.3 * rate };
  }

  async #count(active: boolean, subjectId?: string): Promise<void> {
    const counts = await countWaiting(this.#parts.db, this.#parts.version);
    this.progress = { ...this.progress, ...counts, active, subjectId };
    this.#parts.changed();
  }

  #report(error: unknown): void {
    this.#note(sentence(error));
  }

  #note(message: string): void {
    if (this.problems.at(-1) !== message) this.problems.push(message);
    if (this.problems.length > 20) this.problems.shift();
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
