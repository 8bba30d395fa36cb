/**
 * Reads on in the person's own tab, step by step: copies the page, asks what to do next, does it, copies again. Decides
 * nothing itself. Works at a person's pace and gives way to the person.
 */
import type { Coverage } from "../../domain";
import { locate } from "../document/path";
import { routeOf } from "../document/position";
import type { Brought, Step } from "../more/journey";
import { settled } from "./changes";
import { fetchDocument } from "./fetch-document";
import { pause } from "./pause";
import { Presence } from "./presence";
import { press } from "./press";
import { Scroller } from "./scroll";
import { takeSnapshot } from "./take-snapshot";

/** Milliseconds. */
export interface Pace {
  /** Between two steps: from, to. */
  between: readonly [number, number];
  /** How long a page may take to answer to a step. */
  patience: number;
  /** How long it is still when it has answered. */
  quiet: number;
  /** How long the person's hands must be off the page. */
  rest: number;
}

export const HUMAN_PACE: Pace = { between: [700, 1_500], patience: 6_000, quiet: 500, rest: 4_000 };

/** What is being done, for people. */
export interface Doing {
  what: "reading" | "pressing" | "unfolding" | "scrolling" | "fetching" | "waiting" | "yielding" | "hidden";
  /** Words on the control that is pressed. */
  label?: string;
  /** Which page is fetched. */
  page?: number;
  /** How long it waits because the site asked for it. */
  seconds?: number;
}

export interface Drive {
  signal: AbortSignal;
  pace: Pace;
  /** Address the tab shows now. */
  address: () => string;
  /** Hands over what the last step brought; answers with the next one. */
  ask: (brought: Brought) => Promise<Step>;
  tell: (doing: Doing) => void;
}

/** @throws the reason of `signal`, or what `ask` throws; the page is then back where the person had it */
export async function drive(document: Document, route: Drive): Promise<Coverage> {
  const scroller = new Scroller(document);
  const driver = new Driver(document, route, scroller);
  try {
    for (let brought = await driver.copy(); ; ) {
      const step = await route.ask(brought);
      if (step.do === "done") return step.coverage;
      brought = await driver.take(step);
    }
  } finally {
    scroller.restore();
  }
}

class Driver {
  readonly #presence: Presence;
  readonly #start: string;

  constructor(
    private readonly document: Document,
    private readonly route: Drive,
    private readonly scroller: Scroller,
  ) {
    this.#presence = new Presence(document, route.signal, () => scroller.forget());
    this.#start = routeOf(route.address());
  }

  /** The tab as it is now, unless it shows something else by now. */
  async copy(): Promise<Brought> {
    const { address, signal, tell } = this.route;
    if (routeOf(address()) !== this.#start) return { from: "end", why: "left" };
    tell({ what: "reading" });
    return { from: "tab", snapshot: await takeSnapshot(this.document, { url: address(), now: new Date(), signal }) };
  }

  async take(step: Exclude<Step, { do: "done" }>): Promise<Brought> {
    const [least, most] = this.route.pace.between;
    const usual = least + Math.random() * (most - least);
    if (step.do === "fetch") return this.#fetch(step, usual);
    await pause(usual, this.route.signal);
    if (step.do === "press") return this.#press(step, usual / 3);
    for (let time = 0; time < step.times; time += 1) {
      await this.#giveWay();
      this.route.tell({ what: "scrolling" });
      this.scroller.scroll(step.list, step.to);
      await this.#settled(step.list, this.route.pace.patience / 2);
    }
    return this.copy();
  }

  async #press({ what, controls, times, firmly }: Step & { do: "press" }, short: number): Promise<Brought> {
    const { pace, signal, tell } = this.route;
    for (const control of Array.from({ length: times }, () => controls).flat()) {
      await this.#giveWay();
      tell({ what: what === "text" ? "unfolding" : "pressing", label: control.label });
      const done = press(this.document, control, firmly);
      if (done === "leaves") return { from: "end", why: "leaves" };
      if (done === "gone") continue;
      // one press after the other: texts and answers are many small presses
      if (controls.length > 1) await pause(short, signal);
      else await this.#settled(control.path, what === "text" ? pace.patience / 3 : pace.patience);
    }
    if (controls.length > 1) await settled([this.document], { ...pace, patience: pace.patience / 3 }, signal);
    return this.copy();
  }

  async #fetch({ url, page, wait }: Step & { do: "fetch" }, usual: number): Promise<Brought> {
    const { signal, tell } = this.route;
    if (wait) tell({ what: "waiting", seconds: Math.round(wait / 1000) });
    await pause(wait ?? usual, signal);
    tell({ what: "fetching", page });
    const got = await fetchDocument(url, signal);
    if ("why" in got) return { from: "failure", failure: got };
    return { from: "fetch", snapshot: await takeSnapshot(got, { url, now: new Date(), signal }) };
  }

  /** Changes in a shadow tree are seen only from inside of it. */
  #settled(path: string | undefined, patience: number): Promise<void> {
    const { pace, signal } = this.route;
    const inner = path ? locate(this.document, path)?.getRootNode() : undefined;
    const roots = [...new Set([this.document, inner ?? this.document])];
    return settled(roots, { patience, quiet: pace.quiet }, signal);
  }

  /** Nothing moves in the page while the person uses it, and nothing in a page that nobody sees. */
  async #giveWay(): Promise<void> {
    const { pace, signal, tell } = this.route;
    for (;;) {
      if (this.#presence.hidden) {
        tell({ what: "hidden" });
        await this.#presence.shown();
      }
      const left = this.#presence.restLeft(pace.rest);
      if (left === 0) return;
      tell({ what: "yielding" });
      await pause(left, signal);
    }
  }
}
