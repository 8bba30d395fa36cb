/** What a language model answers in a respondent's place: each question in a context of its own, in words that are then rated like anybody's. */
import type { QuestionKind, Scale, SurveyAnswer, SurveyResponse } from "../../domain";
import { primaryLanguage } from "../language";
import { rateText } from "../ssr/rated";
import { anchorsOf, anchorVectors } from "./anchor-vectors";
import { conceptsOf, skippedOf } from "./answer";
import { type Asked, type EngineAnswerParts, failed, oneByOne, type Told, write } from "./engine-asking";
import { chosen, maxdiff, priced, ranking } from "./engine-options";
import { richPersona } from "./engine-persona";
import type { WrittenAnswer } from "./engine-writing";
import type { Respondent, SurveyInput } from "./input";
import { optionsOf } from "./queries";
import { leftOut } from "./skip";

export type { EngineAnswerParts } from "./engine-asking";

/**
 * @returns one answer per question, per concept shown, per row of a matrix; `text` is what was written, never a quote. An answer that was twice a
 * number or nothing is `failed`
 * @throws Problem of the engine; what the encoder throws; the signal's reason
 */
export async function answerByEngine(
  parts: EngineAnswerParts,
  input: SurveyInput,
  respondent: Respondent,
  signal: AbortSignal,
): Promise<SurveyResponse> {
  const answers: SurveyAnswer[] = [];
  for (const question of input.spec.questions)
    for (const conceptId of conceptsOf(question, respondent, input)) {
      const about = { questionId: question.id, ...(conceptId === undefined ? {} : { conceptId }) };
      const concept = input.spec.concepts.find(({ id }) => id === conceptId);
      const told = leftOut(question, conceptId, answers)
        ? skippedOf(question)
        : await ANSWERS[question.kind]({ parts, input, respondent, question, concept, signal });
      answers.push(...told.map((one) => ({ ...about, ...one })));
    }
  await addReasons({ parts, input, respondent, signal }, answers);
  const { id, reviewIds, segmentIds, shown } = respondent;
  return { id: `${parts.run.surveyId}:${id}`, ...parts.run, respondent: id, reviewIds, segmentIds, shown, answers };
}

const ANSWERS: Record<QuestionKind, (asked: Asked) => Promise<Told[]>> = {
  open: async (asked) => [spoken(await write(asked, "open"))],
  scale: async (asked) => [await rated(asked, await write(asked, "scale"))],
  matrix: async (asked) =>
    oneByOne(optionsOf(asked.question), async (about, row) => ({
      row,
      ...(await rated(asked, await write(asked, "scale", { about }))),
    })),
  choice: (asked) => chosen(asked, "choice", 1),
  choices: (asked) => chosen(asked, "choices", Number.POSITIVE_INFINITY),
  ranking,
  maxdiff,
  kano: async () => [{ heard: "failed" }], // refused when a survey is checked: stars that were given cannot be written
  price: priced,
};

async function rated({ parts, input, question }: Asked, written: WrittenAnswer): Promise<Told> {
  if (!("text" in written)) return failed(written);
  const { spec, scales, evidence, vectors } = input;
  const scale = scales.find(({ id }) => id === question.scale) as Scale;
  const language = primaryLanguage(spec.language);
  const [reading] = await parts.read([written.text]);
  if (!reading) return failed({});
  const text = { vector: reading.vector, language, score: reading.sentiment.score };
  const anchors = anchorVectors(anchorsOf(scale, language, language), vectors);
  const context = { mean: evidence.index.means.get(language), scale: scale.basedOn ?? scale.id };
  // the map was learnt on whole reviews of people, so it says nothing about what a model writes
  const pmf = rateText(text, anchors, { ...spec.rating, calibrated: false }, context);
  return { heard: "spoke", pmf: [...pmf], text: written.text };
}

/** Why, by the rich persona, for the first rated answer about each concept: shown, never scored. */
async function addReasons(asked: Omit<Asked, "question" | "concept">, answers: SurveyAnswer[]): Promise<void> {
  const { parts, input, respondent } = asked;
  const given = new Set<string | undefined>();
  for (const answer of answers) {
    if (!answer.pmf || given.has(answer.conceptId)) continue;
    given.add(answer.conceptId);
    const question = input.spec.questions.find(({ id }) => id === answer.questionId);
    const concept = input.spec.concepts.find(({ id }) => id === answer.conceptId);
    if (!question) continue;
    const who = richPersona(input, respondent, { question, conceptId: answer.conceptId }, parts.personas);
    const written = await write({ ...asked, question, concept }, "reason", { who });
    if ("text" in written) answer.reason = written.text;
  }
}

function spoken(written: WrittenAnswer): Told {
  return "text" in written ? { heard: "spoke", text: written.text } : failed(written);
}
