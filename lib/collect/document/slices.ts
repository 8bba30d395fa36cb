/** Works in short slices, so that a page stays usable while a large document is read. */

/** Longest time one slice holds the page, in milliseconds; well below the 50 ms at which people notice. */
const SLICE = 16;

export class Slices {
  #started = performance.now();

  constructor(private readonly signal?: AbortSignal) {}

  /** True when the page should get its turn: `if (slices.due()) await slices.rest()` costs nothing in between. */
  due(): boolean {
    return performance.now() - this.#started > SLICE;
  }

  /**
   * Gives the page its turn.
   * @throws the signal's reason when reading was stopped
   */
  async rest(): Promise<void> {
    this.signal?.throwIfAborted();
    await nextTask();
    this.signal?.throwIfAborted();
    this.#started = performance.now();
  }
}

/** A message, not a timer: timers of background tabs are slowed to one a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
