/** One run of a survey from its vectors to its manifest. What it says is kept as it goes; whoever calls it keeps how it ended. */
import {
  answerFromReviews,
  manifestOf,
  ratesWholeReview,
  resultsOf,
  type SurveyInput,
  withMaterial,
} from "../../lib/ask/survey";
import type { Fidelity, SurveyManifest, SurveyResponse, SurveyRun } from "../../lib/domain";
import { changeSurvey, keepResponses } from "../../lib/store/surveys";
import { checkFidelity } from "./fidelity";
import { type PreparedSurvey, type SurveyInputParts, surveyVectors } from "./survey-input";
import { type EngineSurvey, type EngineSurveyParts, openEngineSurvey } from "./survey-writing";

export interface CourseParts extends SurveyInputParts, EngineSurveyParts {
  /** The encoder as it runs; loads it where it does not. */
  encoder(): Promise<SurveyManifest["encoder"]>;
  /** Version of the heads that read the reviews. */
  heads: number;
  /** Version of Earshot. */
  earshot(): Promise<string>;
}

/** How often reviewers' answers are kept and shown, and how long nothing else may wait for them (ms). */
const KEEP_EVERY = 250;
const BREATHE_EVERY = 40;
/** How often figures are made of what is there so far (ms): a language model takes minutes, and people want to see where it goes. */
const FIGURES_EVERY = 5_000;

/**
 * @param run as it is stored, `running`
 * @throws Problem of the engine or the store; what the encoder throws; the signal's reason. What was answered is kept in any case
 */
export async function takeCourse(
  parts: CourseParts,
  run: SurveyRun,
  prepared: PreparedSurvey,
  signal: AbortSignal,
): Promise<void> {
  const { db, heads } = parts;
  const { id, subjectId, spec } = run;
  const { panel } = prepared;
  const engine = spec.mode === "engine" ? await openEngineSurvey(parts, run, prepared, signal) : undefined;
  const vectors = await surveyVectors(parts, subjectId, prepared, signal);
  const early = needsMap(prepared) ? await fidelityOfRun(parts, run, signal) : undefined;
  const input: SurveyInput = { ...prepared.input, vectors, ...(early?.map ? { calibration: early.map } : {}) };
  const responses = engine
    ? await askEngine(parts, { run, input, prepared, engine }, signal)
    : await askReviews(parts, { run, input, prepared }, signal);
  const results = figures(input, responses);
  await changeSurvey(db, id, { results }, now());
  const numbers = engine && (await numbersOf(engine, input, signal));
  const fidelity = early ?? (await fidelityOfRun(parts, run, signal, numbers));
  const subject = await db.subjects.get(subjectId);
  const manifest = manifestOf({
    earshot: await parts.earshot(),
    date: now(),
    subject: { id: subjectId, name: subject?.name ?? "", url: subject?.url ?? "" },
    input,
    panel,
    responses,
    results,
    encoder: await parts.encoder(),
    heads,
    ...(engine ? { engine: engine.manifest } : {}),
    fidelity,
  });
  // what a language model wrote cannot be computed again, so its manifest needs no words and vectors
  const { material } = engine ? manifest : withMaterial(manifest, input);
  signal.throwIfAborted();
  const done = { state: "done", problem: undefined, results, fidelity, manifest, done: panel.length } as const;
  await changeSurvey(db, id, done, now(), material);
}

/** A row of comparison: where it cannot be had it is absent, and holds nothing up. */
async function numbersOf(engine: EngineSurvey, input: SurveyInput, signal: AbortSignal) {
  try {
    return await engine.numbers(input, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

/** Only a whole review is rated through the map, so only then it has to be there before anybody answers. */
function needsMap({ input: { spec, scales, evidence } }: PreparedSurvey): boolean {
  const { mode, rating, questions } = spec;
  return (
    mode === "evidence" &&
    rating.calibrated &&
    questions.some((question) => ratesWholeReview(question, scales, evidence))
  );
}

function fidelityOfRun(
  parts: CourseParts,
  { subjectId, spec: { rating, seed } }: SurveyRun,
  signal: AbortSignal,
  engineNumbers?: ReadonlyMap<string, number>,
): Promise<Fidelity> {
  return checkFidelity(parts, { subjectId, rating, seed, signal, ...(engineNumbers ? { engineNumbers } : {}) });
}

interface Asking {
  run: SurveyRun;
  input: SurveyInput;
  prepared: PreparedSurvey;
}

/** Hundreds a second: kept together, a few times a second. */
async function askReviews(
  { db }: CourseParts,
  { run, input, prepared: { panel } }: Asking,
  signal: AbortSignal,
): Promise<SurveyResponse[]> {
  const { id: surveyId, subjectId } = run;
  const responses: SurveyResponse[] = [];
  let kept = 0;
  let [keptAt, breathedAt] = [performance.now(), performance.now()];
  const keep = async () => {
    await keepResponses(db, surveyId, responses.slice(kept), now(), responses.length);
    kept = responses.length;
    keptAt = performance.now();
  };
  for (const respondent of panel) {
    responses.push(answerFromReviews(input, respondent, { surveyId, subjectId }));
    if (performance.now() - breathedAt < BREATHE_EVERY) continue;
    if (performance.now() - keptAt > KEEP_EVERY) await keep();
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    breathedAt = performance.now();
  }
  await keep();
  return responses;
}

/** Seconds each: kept one by one, with figures now and then, and when it is stopped. */
async function askEngine(
  { db }: CourseParts,
  { run, input, prepared: { panel }, engine }: Asking & { engine: EngineSurvey },
  signal: AbortSignal,
): Promise<SurveyResponse[]> {
  const responses: SurveyResponse[] = [];
  let figuresAt = performance.now();
  const show = async () => {
    if (responses.length > 0) await changeSurvey(db, run.id, { results: figures(input, responses) }, now());
    figuresAt = performance.now();
  };
  try {
    for (const respondent of panel) {
      const response = await engine.answer(input, respondent, signal);
      responses.push(response);
      await keepResponses(db, run.id, [response], now(), responses.length);
      if (performance.now() - figuresAt > FIGURES_EVERY) await show();
    }
  } catch (error) {
    await show().catch(() => undefined); // why it stopped matters more
    throw error;
  }
  return responses;
}

function figures({ spec, evidence, segments, currency }: SurveyInput, responses: readonly SurveyResponse[]) {
  return resultsOf(spec, responses, evidence, segments, currency);
}

function now(): string {
  return new Date().toISOString();
}
