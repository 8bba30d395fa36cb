/** Surveys with a language model: the engine that was chosen, what it wrote before, and what is asked of it for comparison. */
import type { GeneratorSource } from "../../lib/ask/answering";
import { FEWEST_CHECKED, halves } from "../../lib/ask/fidelity";
import { promptSize } from "../../lib/ask/grounding/sizes";
import type { StatementReading } from "../../lib/ask/grounding/support";
import { countReviewers, groupBy } from "../../lib/ask/material";
import type { Respondent, SurveyInput } from "../../lib/ask/survey";
import { answerByEngine } from "../../lib/ask/survey/engine-answers";
import { engineNumbers, NUMBER_QUESTION } from "../../lib/ask/survey/engine-numbers";
import { promptTexts } from "../../lib/ask/survey/engine-prompts";
import { temperatureOf, type Writer } from "../../lib/ask/survey/engine-writing";
import { Problem, type SurveyManifest, type SurveyResponse, type SurveyRun } from "../../lib/domain";
import { keepWritten, writtenAnswer } from "../../lib/store/surveys";
import { type FidelityParts, ratedReviews } from "./fidelity";
import type { PreparedSurvey } from "./survey-input";

export interface EngineSurveyParts extends FidelityParts {
  generator: GeneratorSource;
  readStatements(texts: readonly string[]): Promise<StatementReading[]>;
}

/** One run with one engine. */
export interface EngineSurvey {
  manifest: NonNullable<SurveyManifest["engine"]>;
  answer(input: SurveyInput, respondent: Respondent, signal: AbortSignal): Promise<SurveyResponse>;
  /** Numbers it gives when it is asked for one, for reviewers kept away: what the survey's own way has to beat. */
  numbers(input: SurveyInput, signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
}

/** @throws Problem survey_engine_missing; why the engine cannot be had; the signal's reason */
export async function openEngineSurvey(
  parts: EngineSurveyParts,
  run: SurveyRun,
  { personas }: PreparedSurvey,
  signal: AbortSignal,
): Promise<EngineSurvey> {
  const generator = await parts.generator.ready(signal);
  if (!generator)
    throw new Problem("survey_engine_missing", "No language model is chosen. Choose one in Settings, then resume.");
  const { db } = parts;
  const { id: surveyId, subjectId, spec } = run;
  const writer: Writer = {
    generator,
    written: {
      recall: (key) => writtenAnswer(db, key),
      keep: (key, text) => keepWritten(db, { key, subjectId, text, at: new Date().toISOString() }),
    },
    seed: spec.seed,
    salt: spec.fresh ? surveyId : "", // a run that broke off finds its own answers again, and no others
  };
  const answering = { ...writer, read: parts.readStatements, personas, run: { surveyId, subjectId } };
  const { kind, model, revision, backend } = generator.info;
  return {
    manifest: {
      kind,
      model,
      ...(revision ? { revision } : {}),
      backend,
      temperature: temperatureOf(generator),
      prompts: promptTexts(promptSize(generator.info), spec.language, spec.questions),
    },
    answer: (input, respondent, stop) => answerByEngine(answering, input, respondent, stop),
    numbers: (input, stop) => numbersOf(parts, writer, run, input, stop),
  };
}

async function numbersOf(
  parts: EngineSurveyParts,
  writer: Writer,
  { subjectId, spec }: SurveyRun,
  input: SurveyInput,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const { people, reviews } = await ratedReviews(parts, subjectId, spec.seed, signal);
  if (countReviewers(reviews) < FEWEST_CHECKED) return new Map(); // nothing would be held against them
  const reviewIds = groupBy(
    people.map(({ reviewer }, i) => ({ reviewer, id: reviews[i]?.id ?? "" })),
    ({ reviewer }) => reviewer,
  );
  const [, kept] = halves(people, spec.seed);
  const keys = [...new Set(kept.map(({ reviewer }) => reviewer))];
  const asked = keys.map((key) => ({ key, reviewIds: (reviewIds.get(key) ?? []).map(({ id }) => id) }));
  const question = await parts.vectors.of([NUMBER_QUESTION], signal);
  return engineNumbers(writer, { ...input, vectors: new Map([...input.vectors, ...question]) }, asked, signal);
}
