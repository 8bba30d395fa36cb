/** Surveys: stored before they begin, kept as they are answered, one at a time; paused, gone on with and deleted at any moment. */
import { Problem, type SurveyManifest, type SurveyRun, type SurveySpec, type SurveyWarning } from "../../lib/domain";
import { changeSurvey, deleteSurvey, keepOnly, manifestOfRun, newSurvey, surveyOf } from "../../lib/store/surveys";
import { toldProblem } from "./asking";
import { type CourseParts, takeCourse } from "./survey-course";
import { type PreparedSurvey, prepareSurvey } from "./survey-input";

interface Active {
  surveyId: string;
  subjectId: string;
  stop: AbortController;
  ended: Promise<void>;
}

export class Surveying {
  #parts: CourseParts;
  /** A run that is being set up holds the place of the one it will be. */
  #busy = false;
  #active: Active | undefined;

  constructor(parts: CourseParts) {
    this.#parts = parts;
  }

  /** @returns what is to be known before it is run @throws Problem: what stops it */
  async check(subjectId: string, spec: SurveySpec): Promise<SurveyWarning[]> {
    const { warnings, input } = await prepareSurvey(this.#parts, subjectId, spec);
    this.#needsEngine(input.spec);
    return warnings;
  }

  /** Stores a run and begins it; what comes of it is in the store. @throws Problem survey_busy, and what stops it */
  async run(subjectId: string, given: SurveySpec): Promise<{ surveyId: string }> {
    return this.#alone(async () => {
      const prepared = await prepareSurvey(this.#parts, subjectId, given);
      const { spec, scales } = prepared.input;
      this.#needsEngine(spec);
      const stored = { subjectId, spec, scales: [...scales], of: prepared.panel.length };
      const run = await newSurvey(this.#parts.db, stored, now());
      this.#begin(run, prepared);
      return { surveyId: run.id };
    });
  }

  /**
   * Goes on with what is not done. Reviewers' words are gone through anew, since that takes no time; what a language model wrote is found again
   * under its hash, unless another one was chosen or reviews changed since. @throws Problem as `run`, survey_gone
   */
  async resume(surveyId: string): Promise<void> {
    const { db } = this.#parts;
    const run = await surveyOf(db, surveyId);
    if (run.state === "done" || this.#active?.surveyId === surveyId) return;
    await this.#alone(async () => {
      const prepared = await prepareSurvey(this.#parts, run.subjectId, run.spec, run.scales);
      this.#needsEngine(run.spec);
      await keepOnly(db, surveyId, new Set(prepared.panel.map(({ id }) => id)));
      const change = { state: "running", problem: undefined, of: prepared.panel.length } as const;
      if (await changeSurvey(db, surveyId, change, now())) this.#begin(run, prepared);
    });
  }

  /** Answers made so far stay. Resolves when nothing more is written of it. */
  async pause(surveyId: string): Promise<void> {
    if (this.#active?.surveyId === surveyId) return this.#end();
    const run = await surveyOf(this.#parts.db, surveyId);
    if (run.state === "running") await changeSurvey(this.#parts.db, surveyId, { state: "paused" }, now());
  }

  async delete(surveyId: string): Promise<void> {
    if (this.#active?.surveyId === surveyId) await this.#end();
    await deleteSurvey(this.#parts.db, surveyId);
  }

  /** Ends what is asked about a subject that is to be deleted, or about anything. */
  async forget(subjectId?: string): Promise<void> {
    if (this.#active && (subjectId === undefined || this.#active.subjectId === subjectId)) await this.#end();
  }

  /** @throws Problem survey_gone, manifest_unreadable while it is not done */
  async manifest(surveyId: string): Promise<SurveyManifest> {
    return manifestOfRun(this.#parts.db, surveyId);
  }

  /** Resolves when no survey is at work. */
  async idle(): Promise<void> {
    await this.#active?.ended;
  }

  async #alone<T>(begin: () => Promise<T>): Promise<T> {
    if (this.#busy || this.#active)
      throw new Problem("survey_busy", "Another survey is at work. Wait until it is done, or pause it.");
    this.#busy = true;
    try {
      return await begin();
    } finally {
      this.#busy = false;
    }
  }

  #needsEngine({ mode }: SurveySpec): void {
    if (mode !== "engine" || this.#parts.generator.chosen().kind !== "evidence") return;
    const message = "No language model is chosen. Choose one in Settings, or ask what reviewers wrote.";
    throw new Problem("survey_engine_missing", message);
  }

  #begin(run: SurveyRun, prepared: PreparedSurvey): void {
    const stop = new AbortController();
    const ended = this.#work(run, prepared, stop.signal).finally(() => {
      this.#active = undefined;
    });
    this.#active = { surveyId: run.id, subjectId: run.subjectId, stop, ended };
  }

  async #end(): Promise<void> {
    this.#active?.stop.abort(new DOMException("Paused by hand.", "AbortError"));
    await this.#active?.ended;
  }

  /** Never throws: what goes wrong is kept with the run. */
  async #work(run: SurveyRun, prepared: PreparedSurvey, signal: AbortSignal): Promise<void> {
    const { db } = this.#parts;
    try {
      await takeCourse(this.#parts, run, prepared, signal);
    } catch (error) {
      const told = signal.aborted ? {} : { problem: storedProblem(error) };
      const state = !signal.aborted && hopeless(error) ? "failed" : "paused";
      await changeSurvey(db, run.id, { state, ...told }, now()).catch(() => undefined); // the next engine finds it unfinished
    }
  }
}

/** Asked again without a change it would fail again; anything else may go better the next time. */
function hopeless(error: unknown): boolean {
  return error instanceof Problem && /^(?:survey_(?!engine_missing|busy)|scale_)/u.test(error.code);
}

function storedProblem(error: unknown): NonNullable<SurveyRun["problem"]> {
  if (isFull(error)) return { code: "storage_full", message: "There is no room left to store this." };
  return toldProblem(error);
}

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner } = error as { inner?: unknown };
  return error.name === "QuotaExceededError" || isFull(error.cause) || isFull(inner);
}

function now(): string {
  return new Date().toISOString();
}
