/** Long work in steps: at once where somebody waits for it, or in slices between which the thread does other things. */

/** Work that pauses now and then; nothing it reads may change until it ends. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Longest time a slice is meant to last, in milliseconds; a single step may last longer. */
const SLICE = 16;

/** @returns the result, without a pause */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * @returns the result, the same as at once
 * @throws the signal's reason when it was aborted in between
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  let from = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - from > SLICE) {
      await nextTask();
      signal?.throwIfAborted();
      from = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}

/** A message, not a timer: timers of hidden documents are slowed to one a second. */
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
