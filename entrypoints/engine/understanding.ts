/**
 * The queue: takes stored reviews that are not understood yet, in batches, until none waits. It keeps no job list of its
 * own, so starting it again after any kill goes on where it stopped.
 */
import type { Review } from "../../lib/domain";
import type { EarshotDatabase, StoredReview } from "../../lib/store/db";
import { countUnderstood, countWaiting, nextWaiting, unsettledSubjects } from "../../lib/store/queue";
import { saveUnderstood, setAside } from "../../lib/store/write";
import type { Understood } from "../../lib/understand/understand";

/** Reviews a batch: the first results appear at once, the later ones every two seconds or so; whatever overtakes waits for one batch. */
const FIRST_BATCH = 4;
const LARGEST_BATCH = 96;
const BATCH_TIME = 2_000;

export interface UnderstandingParts {
  db: EarshotDatabase;
  /** Version of the heads; reviews read by an older one are read again. */
  version: number;
  understand(reviews: Review[], signal: AbortSignal): Promise<Understood[]>;
  /** Makes themes and personas of a subject anew. */
  settle(subjectId: string): Promise<void>;
  /** Resolves when work in the background may go one step: a person who asks comes first. Throws the signal's reason. */
  turn(signal: AbortSignal): Promise<void>;
  /** True when the encoder itself is gone, so that trying other reviews is pointless. */
  hopeless(error: unknown): boolean;
  /** Whether the encoder reads a plain sentence. */
  works(signal: AbortSignal): Promise<boolean>;
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
  /** The subject on screen, then the one stored last, then the one in hand, which is finished before another is begun. */
  #wishes: { looked?: string; stored?: string; inHand?: string } = {};
  #batch = FIRST_BATCH;
  #stop = new AbortController();
  /** Understood reviews per subject at its last settling, to settle a growing subject at widening intervals. */
  #settledAt = new Map<string, number>();

  constructor(parts: UnderstandingParts) {
    this.#parts = parts;
  }

  /**
   * Looks for work now; resolves when none is left, the queue was paused or the encoder failed.
   * @param stored subject that has just been stored: it goes before others, but not before the one on screen
   */
  wake(stored?: string): Promise<void> {
    if (stored !== undefined) this.#wishes.stored = stored;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** This subject is on screen: it overtakes all others after the batch in hand. A subject with nothing left to do costs nothing. */
  look(subjectId: string): void {
    this.#wishes.looked = subjectId;
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
        // what ails the encoder is told by its own state
        else if (!this.#parts.hopeless(error)) this.#report(error);
      }
      await this.#count(false);
      // whatever called meanwhile found this run still going, so it is looked after here
    } while (this.#again && !this.#paused);
  }

  async #drain(signal: AbortSignal): Promise<void> {
    const { db, version, turn } = this.#parts;
    this.#batch = FIRST_BATCH;
    while (!this.#paused) {
      await turn(signal);
      const { looked, stored, inHand } = this.#wishes;
      const wishes = [looked, stored, inHand].filter((id) => id !== undefined);
      const batch = await nextWaiting(db, version, this.#batch, wishes);
      const subjectId = batch[0]?.subjectId;
      if (subjectId === undefined) break;
      this.#wishes.inHand = subjectId;
      await this.#count(true, subjectId);
      await this.#take(batch, signal);
      await this.#settleGrown(subjectId, signal);
    }
    if (this.#paused) return;
    for (const subjectId of await unsettledSubjects(db, version)) {
      await turn(signal);
      await this.#settle(subjectId, await countUnderstood(db, subjectId, version));
    }
  }

  async #take(batch: StoredReview[], signal: AbortSignal): Promise<void> {
    const started = performance.now();
    const results = await this.#understand(batch, signal);
    // what cannot be stored is nobody's fault among the reviews: they wait, and the error is reported
    await saveUnderstood(this.#parts.db, results);
    this.#clock(results, performance.now() - started);
  }

  async #understand(batch: StoredReview[], signal: AbortSignal): Promise<Understood[]> {
    try {
      return await this.#parts.understand(batch, signal);
    } catch (error) {
      if (signal.aborted || this.#parts.hopeless(error)) throw error;
      return this.#understandOneByOne(batch, signal);
    }
  }

  /**
   * One review that breaks its batch must not stop the others. When every single one fails and the encoder cannot read a plain sentence either,
   * the fault is not theirs: they go on waiting and the error is reported.
   */
  async #understandOneByOne(batch: StoredReview[], signal: AbortSignal): Promise<Understood[]> {
    const results: Understood[] = [];
    const failures = new Map<StoredReview, unknown>();
    for (const review of batch) {
      try {
        results.push(...(await this.#parts.understand([review], signal)));
      } catch (error) {
        if (signal.aborted || this.#parts.hopeless(error)) throw error;
        failures.set(review, error);
      }
    }
    if (results.length === 0 && !(await this.#parts.works(signal))) throw failures.values().next().value;
    for (const [review, error] of failures) {
      const message = `A review ${review.author ? `by ${review.author} ` : ""}could not be understood: ${sentence(error)}`;
      this.#note(message);
      await setAside(this.#parts.db, review.id, this.#parts.version, message);
    }
    return results;
  }

  /** Themes appear early and are then made again each time the subject has grown by half. */
  async #settleGrown(subjectId: string, signal: AbortSignal): Promise<void> {
    const understood = await countUnderstood(this.#parts.db, subjectId, this.#parts.version);
    if (understood < Math.max(8, 1.5 * (this.#settledAt.get(subjectId) ?? 0))) return;
    await this.#parts.turn(signal);
    await this.#settle(subjectId, understood);
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
    const fitting = Math.round((results.length * BATCH_TIME) / Math.max(1, milliseconds));
    this.#batch = Math.max(FIRST_BATCH, Math.min(fitting, 3 * this.#batch, LARGEST_BATCH));
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
