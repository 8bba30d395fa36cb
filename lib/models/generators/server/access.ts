/** How a server is reached, and how long it is waited for. */

/** Milliseconds. */
export interface Patience {
  /** Until the first sign of an answer: a server may have to load its model first. */
  first: number;
  /** Between two pieces of an answer. */
  silence: number;
  /** All waiting for a busy server together; one that asks for more (`Retry-After`) is busy. */
  retry: number;
  /** The same for a server that says it is loading its model: tens of gigabytes come from a disk. */
  loading: number;
  /** Waited when a busy server does not say how long. */
  pause: number;
}

export const PATIENCE: Patience = { first: 180_000, silence: 60_000, retry: 20_000, loading: 120_000, pause: 2_000 };

export interface ServerAccess {
  /** Base address, as `normaliseServerUrl` gives it. */
  url: string;
  /** Kept in memory; sent to this address and to no other, and part of no message. */
  key?: string;
  fetch: typeof fetch;
  patience: Patience;
}

/** Breaks a request off when the person does, or when nothing came for too long. */
export class Watch {
  readonly #outer: AbortSignal | undefined;
  readonly #own = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly signal: AbortSignal;

  constructor(outer: AbortSignal | undefined) {
    this.#outer = outer;
    this.signal = outer ? AbortSignal.any([outer, this.#own.signal]) : this.#own.signal;
  }

  /** The next sign of life is due within this time. */
  expect(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#own.abort(), milliseconds);
  }

  /** It was broken off because nothing came. */
  get silent(): boolean {
    return this.#own.signal.aborted && !this.#outer?.aborted;
  }

  /** @throws the reason of whoever stopped it */
  throwIfStopped(): void {
    this.#outer?.throwIfAborted();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
