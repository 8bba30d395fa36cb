/**
 * One reading of this page and what comes after it, driven by what the engine says; then a watch for records that appear
 * later. What it knows is one journey, so a stopped reading can go on where it was.
 */
import { problemCode } from "../../components/problem-text";
import { locate } from "../../lib/collect/document/path";
import { routeOf } from "../../lib/collect/document/position";
import type { Brought, Journey, Step } from "../../lib/collect/more/journey";
import { type Doing, drive, HUMAN_PACE } from "../../lib/collect/page/drive";
import { takeSnapshot } from "../../lib/collect/page/take-snapshot";
import { watchForMore } from "../../lib/collect/page/watch";
import { type Advice, type PageReading, type ReadReport, sendMessage } from "../../lib/protocol";
import { persist } from "./engine";

/** A panel that was opened meanwhile hears of the reading this often (ms). */
const REMIND = 4_000;

export interface Reading {
  report: Promise<ReadReport>;
  stop(): void;
  /** How far it has come, for the reading that goes on. */
  journey(): Journey | undefined;
}

/** Starts reading at once. Stopping keeps what was stored and ends the watch. */
export function makeReading(allPages: boolean, earlier?: Journey): Reading {
  const stopper = new AbortController();
  const reader = new Reader(allPages, sameRoute(earlier), stopper.signal);
  return { report: reader.read(), stop: () => stopper.abort(), journey: () => reader.journey };
}

/** Another address in the same document is another subject. */
function sameRoute(journey: Journey | undefined): Journey | undefined {
  const [first] = journey?.visited ?? [];
  return first && routeOf(first) === routeOf(location.href) ? journey : undefined;
}

class Reader {
  readonly #report: ReadReport = { found: 0, added: 0, pages: 0, stopped: false, subjectId: "", warnings: [] };
  #doing: Doing = { what: "reading" };

  constructor(
    private readonly allPages: boolean,
    public journey: Journey | undefined,
    private readonly signal: AbortSignal,
  ) {}

  async read(): Promise<ReadReport> {
    const report = this.#report;
    const reminder = setInterval(() => this.#tell(), REMIND); // ends with the reading, which ends with the signal
    try {
      const tell = (doing: Doing) => {
        this.#doing = doing;
        this.#tell();
      };
      const ask = (brought: Brought) => this.#ask(brought, this.signal);
      const { signal } = this;
      report.coverage = await drive(document, { signal, pace: HUMAN_PACE, address: () => location.href, ask, tell });
    } catch (error) {
      if (!this.signal.aborted) {
        report.problem = problemCode(error);
        report.detail = error instanceof Error ? error.message : String(error);
      }
    } finally {
      clearInterval(reminder);
    }
    report.stopped = this.signal.aborted;
    if (report.stopped) await this.#noteStop();
    else if (report.coverage?.why !== "left") this.#watch();
    return report;
  }

  async #ask(brought: Brought, signal: AbortSignal): Promise<Step> {
    const { journey, allPages } = this;
    return this.#take(await persist(() => sendMessage("engineAdvance", { journey, allPages, brought }), signal));
  }

  #take({ journey, step, receipt, warnings }: Advice): Step {
    const report = this.#report;
    this.journey = journey;
    report.pages = journey.pages;
    report.found = journey.seen.length;
    report.added += receipt?.added ?? 0;
    report.subjectId = journey.subjectId ?? "";
    const known = new Set(report.warnings.map(({ message }) => message));
    report.warnings.push(...warnings.filter(({ message }) => !known.has(message)));
    this.#tell();
    return step;
  }

  #tell(): void {
    const { found, added, pages, subjectId } = this.#report;
    void sendMessage("pageProgress", { found, added, pages, subjectId, doing: this.#doing }).catch(() => undefined);
  }

  #add({ ids, receipt }: PageReading): void {
    const known = new Set(this.journey?.seen);
    const fresh = ids.filter((id) => !known.has(id));
    if (this.journey) this.journey = { ...this.journey, seen: [...known, ...fresh] };
    this.#report.found += fresh.length;
    this.#report.added += receipt?.added ?? 0;
    if (fresh.length > 0) this.#tell();
  }

  /** That it was stopped is kept with the subject; nobody waits for it. */
  async #noteStop(): Promise<void> {
    const step = await this.#ask({ from: "end", why: "stopped" }, AbortSignal.timeout(3_000)).catch(() => undefined);
    if (step?.do === "done") this.#report.coverage = step.coverage;
  }

  /** Records that appear after the reading ("load more", endless lists) are stored as they come. */
  #watch(): void {
    const ended = new AbortController();
    const signal = AbortSignal.any([this.signal, ended.signal]);
    const route = routeOf(location.href);
    const onMore = async () => {
      // Another subject: the panel asks before reading it.
      if (routeOf(location.href) !== route) return ended.abort();
      const snapshot = await takeSnapshot(document, { url: location.href, now: new Date(), signal });
      const { subject } = this.journey ?? {};
      this.#add(await persist(() => sendMessage("engineRead", { snapshot, subject, store: true }), signal));
    };
    const list = this.journey?.offer?.list;
    const inner = list ? locate(document, list)?.getRootNode() : undefined;
    watchForMore(document, () => void onMore().catch(() => undefined), signal, inner ? [inner] : []);
  }
}
