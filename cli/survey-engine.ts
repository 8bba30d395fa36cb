/** `earshot survey --engine …`: a language model answers in each reviewer's place; its words are rated like anybody's, and never called theirs. */
import type { AnswerParts } from "../lib/ask/answering";
import { FEWEST_CHECKED, halves } from "../lib/ask/fidelity";
import { promptSize } from "../lib/ask/grounding/sizes";
import { groupBy, type Material, reviewerOf } from "../lib/ask/material";
import { makePersonaOf, prepareGround } from "../lib/ask/persona/persona";
import { answerByEngine } from "../lib/ask/survey/engine-answers";
import { engineNumbers, NUMBER_QUESTION } from "../lib/ask/survey/engine-numbers";
import { promptTexts } from "../lib/ask/survey/engine-prompts";
import { temperatureOf, type Writer } from "../lib/ask/survey/engine-writing";
import type { SurveyManifest, SurveyResponse } from "../lib/domain";
import type { Generator } from "../lib/models/generator";
import type { Prepared, Tell } from "./survey-prepare";

export interface EngineRun {
  responses: SurveyResponse[];
  /** Reviewer → number the model gave when it was asked for one: a baseline of the check. */
  numbers: ReadonlyMap<string, number>;
  engine: NonNullable<SurveyManifest["engine"]>;
}

/** @throws Problem of the engine */
export async function answerWithEngine(
  prepared: Prepared,
  material: Material,
  generator: Generator,
  parts: AnswerParts,
  tell: Tell,
): Promise<EngineRun> {
  const { input, panel } = prepared;
  const { signal } = new AbortController();
  const answers = new Map<string, string>();
  const writer: Writer = {
    generator,
    written: { recall: async (key) => answers.get(key), keep: async (key, text) => void answers.set(key, text) },
    seed: input.spec.seed,
    salt: "",
  };
  const ground = prepareGround(material);
  const at = new Date().toISOString();
  const personas = input.segments.map((segment) => makePersonaOf(segment, ground, at));
  const run = { surveyId: "", subjectId: "" };
  const responses: SurveyResponse[] = [];
  for (const respondent of panel) {
    responses.push(
      await answerByEngine({ ...writer, read: parts.readStatements, personas, run }, input, respondent, signal),
    );
    tell(`${responses.length} of ${panel.length} respondents answered by ${generator.info.model}`);
  }
  const numbers = await numbersOf(prepared, writer, parts, tell, signal);
  const { kind, model, revision, backend } = generator.info;
  const prompts = promptTexts(promptSize(generator.info), input.spec.language, input.spec.questions);
  const told = {
    kind,
    model,
    ...(revision ? { revision } : {}),
    backend,
    temperature: temperatureOf(generator),
    prompts,
  };
  return { responses, numbers, engine: told };
}

/** Of those kept away from the check, since nothing is held against anybody else; no more of them than were asked the survey. */
async function numbersOf(
  { input, panel, people }: Prepared,
  writer: Writer,
  { encode }: AnswerParts,
  tell: Tell,
  signal: AbortSignal,
) {
  if (new Set(people.map(({ reviewer }) => reviewer)).size < FEWEST_CHECKED) return new Map<string, number>();
  const [, kept] = halves(people, input.spec.seed);
  const own = groupBy(input.evidence.reviews, reviewerOf);
  const keys = [...new Set(kept.map(({ reviewer }) => reviewer))].slice(0, panel.length);
  const asked = keys.map((key) => ({ key, reviewIds: (own.get(key) ?? []).map(({ id }) => id) }));
  tell("asking the language model for numbers of stars too, as what its words are compared with …");
  const [vector = new Float32Array()] = await encode([NUMBER_QUESTION]);
  const vectors = new Map([...input.vectors, [NUMBER_QUESTION, vector]]);
  return engineNumbers(writer, { ...input, vectors }, asked, signal);
}
