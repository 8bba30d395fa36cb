/** Surveys: stored before they begin, kept as they are answered, one at a time; paused, gone on with and deleted at any moment. */
import {
  answerFromReviews,
  manifestOf,
  type Respondent,
  ratesWholeReview,
  resultsOf,
  type SurveyInput,
  withMaterial,
} from "../../lib/ask/survey";
import {
  type CalibrationMap,
  type Fidelity,
  Problem,
  type SurveyManifest,
  type SurveyResponse,
  type SurveyRun,
  type SurveySpec,
  type SurveyWarning,
} from "../../lib/domain";
import {
  changeSurvey,
  deleteSurvey,
  keepOnly,
  keepResponses,
  manifestOfRun,
  newSurvey,
  surveyOf,
} from "../../lib/store/surveys";
import { toldProblem } from "./asking";
import { checkFidelity } from "./fidelity";
import { type PreparedSurvey, prepareSurvey, type SurveyInputParts, surveyVectors } from "./survey-input";
import { type EngineSurvey, type EngineSurveyParts, openEngineSurvey } from "./survey-writing";

export interface SurveyingParts extends SurveyInputParts, EngineSurveyParts {
  /** The encoder as it runs; loads it where it does not. */
  encoder(): Promise<SurveyManifest["encoder"]>;
  /** Version of the heads that read the reviews. */
  heads: number;
  /** Version of Earshot. */
  earshot: string;
}

interface Active {
  surveyId: string;
  subjectId: string;
  stop: AbortController;
  ended: Promise<void>;
}

/** How often what was answered is kept and shown, and how long nothing else may wait (ms). */
const KEEP_EVERY = 250;
const BREATHE_EVERY = 40;
/** How often figures are made of what is there so far (ms); a language model takes minutes, and people want to see where it goes. */
const RESULTS_EVERY = 5_000;

export class Surveying {
  #parts: SurveyingParts;
  /** A run that is being set up holds the place of the one it will be. */
  #busy = false;
  #active: Active | undefined;

  constructor(parts: SurveyingParts) {
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
      await this.#answer(run, prepared, signal);
    } catch (error) {
      const told = signal.aborted ? {} : { problem: storedProblem(error) };
      const state = !signal.aborted && hopeless(error) ? "failed" : "paused";
      await changeSurvey(db, run.id, { state, ...told }, now()).catch(() => undefined); // the next engine finds it unfinished
    }
  }

  async #answer(run: SurveyRun, prepared: PreparedSurvey, signal: AbortSignal): Promise<void> {
    const { db } = this.#parts;
    const { id: surveyId, subjectId, spec } = run;
    const { panel } = prepared;
    const vectors = await surveyVectors(this.#parts, subjectId, prepared, signal);
    const early = this.#needsMap(prepared) ? await this.#fidelity(run, signal) : undefined;
    const input = inputOf(prepared, vectors, early?.map);
    const engine = spec.mode === "engine" ? await openEngineSurvey(this.#parts, run, prepared, signal) : undefined;
    const responses = await this.#askAll({ run, input, panel, engine }, signal);
    const results = resultsOf(spec, responses, input.evidence, input.segments, input.currency);
    await changeSurvey(db, surveyId, { results }, now());
    const engineNumbers = await engine?.numbers(input, signal);
    const fidelity = early && !engineNumbers?.size ? early : await this.#fidelity(run, signal, engineNumbers);
    const subject = await db.subjects.get(subjectId);
    const manifest = manifestOf({
      earshot: this.#parts.earshot,
      date: now(),
      subject: { id: subjectId, name: subject?.name ?? "", url: subject?.url ?? "" },
      input,
      panel,
      responses,
      results,
      encoder: await this.#parts.encoder(),
      heads: this.#parts.heads,
      ...(engine ? { engine: engine.manifest } : {}),
      fidelity,
    });
    // what a language model wrote cannot be computed again, so its manifest needs no words and vectors
    const { material } = engine ? manifest : withMaterial(manifest, input);
    signal.throwIfAborted();
    const done = { state: "done", problem: undefined, results, fidelity, manifest, done: panel.length } as const;
    await changeSurvey(db, surveyId, done, now(), material);
  }

  /** Only a whole review is rated through the map, so only then it has to be there before anybody answers. */
  #needsMap({ input: { spec, scales, evidence } }: PreparedSurvey): boolean {
    return (
      spec.mode === "evidence" &&
      spec.rating.calibrated &&
      spec.questions.some((question) => ratesWholeReview(question, scales, evidence))
    );
  }

  #fidelity(
    { subjectId, spec }: SurveyRun,
    signal: AbortSignal,
    engineNumbers?: ReadonlyMap<string, number>,
  ): Promise<Fidelity> {
    const { rating, seed } = spec;
    return checkFidelity(this.#parts, {
      subjectId,
      rating,
      seed,
      signal,
      ...(engineNumbers ? { engineNumbers } : {}),
    });
  }

  async #askAll({ run, input, panel, engine }: Asking, signal: AbortSignal): Promise<SurveyResponse[]> {
    const { db } = this.#parts;
    const ids = { surveyId: run.id, subjectId: run.subjectId };
    const responses: SurveyResponse[] = [];
    let unkept: SurveyResponse[] = [];
    let [keptAt, breathedAt, figuresAt] = [0, performance.now(), performance.now()];
    const keep = async () => {
      await keepResponses(db, run.id, unkept, now(), responses.length);
      unkept = [];
      keptAt = performance.now();
    };
    for (const respondent of panel) {
      signal.throwIfAborted();
      const response = engine
        ? await engine.answer(input, respondent, signal)
        : answerFromReviews(input, respondent, ids);
      responses.push(response);
      unkept.push(response);
      if (engine || performance.now() - keptAt > KEEP_EVERY) await keep();
      if (engine && performance.now() - figuresAt > RESULTS_EVERY) {
        const results = resultsOf(run.spec, responses, input.evidence, input.segments, input.currency);
        await changeSurvey(db, run.id, { results }, now());
        figuresAt = performance.now();
      }
      if (performance.now() - breathedAt > BREATHE_EVERY) {
        await new Promise((resolve) => setTimeout(resolve));
        breathedAt = performance.now();
      }
    }
    await keep();
    return responses;
  }
}

interface Asking {
  run: SurveyRun;
  input: SurveyInput;
  panel: readonly Respondent[];
  engine: EngineSurvey | undefined;
}

function inputOf(
  { input }: PreparedSurvey,
  vectors: SurveyInput["vectors"],
  calibration: CalibrationMap | undefined,
): SurveyInput {
  return { ...input, vectors, ...(calibration ? { calibration } : {}) };
}

/** Asked again without a change it would fail again; anything else may go better the next time. */
function hopeless(error: unknown): boolean {
  return error instanceof Problem && /^(?:survey|scale)_/u.test(error.code);
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
