/** Knows when the person uses the page themselves: then Earshot keeps its hands off it. */

const OWN_HANDS = ["wheel", "touchmove", "keydown", "pointerdown"];

export class Presence {
  #acted = Number.NEGATIVE_INFINITY;

  /** @param onAct the person did something themselves */
  constructor(
    private readonly document: Document,
    private readonly signal: AbortSignal,
    onAct: () => void,
  ) {
    const act = (event: Event) => {
      // what scripts do is nobody's wish
      if (!event.isTrusted) return;
      this.#acted = performance.now();
      onAct();
    };
    for (const name of OWN_HANDS)
      document.defaultView?.addEventListener(name, act, { capture: true, passive: true, signal });
  }

  /** @returns milliseconds until `rest` milliseconds have gone by without the person's own hands on the page */
  restLeft(rest: number): number {
    return Math.max(0, this.#acted + rest - performance.now());
  }

  get hidden(): boolean {
    return this.document.hidden;
  }

  /** Resolves when the tab is to be seen again. @throws the reason of the signal */
  shown(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { signal } = this;
      signal.throwIfAborted();
      this.document.addEventListener("visibilitychange", () => resolve(), { once: true, signal });
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }
}
