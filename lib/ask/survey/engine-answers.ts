/** What a language model answers in a respondent's place: each question in a context of its own, in words that are then rated like anybody's. */
import type { Concept, Persona, QuestionKind, Scale, SurveyAnswer, SurveyQuestion, SurveyResponse } from "../../domain";
import { plainText } from "../grounding/plain-text";
import { promptSize } from "../grounding/sizes";
import type { StatementReading } from "../grounding/support";
import { primaryLanguage } from "../language";
import { rateText } from "../ssr/rated";
import { anchorsOf, anchorVectors, vectorsOf } from "./anchor-vectors";
import { conceptsOf, skippedOf } from "./answer";
import { type Mention, mentionsOf, nearestOption } from "./engine-choices";
import { plainPersona, richPersona } from "./engine-persona";
import type { AskedFor, SurveyPrompt } from "./engine-prompts";
import { amountIn } from "./engine-words";
import { type Writer, type WrittenAnswer, writeAnswer } from "./engine-writing";
import type { Respondent, SurveyInput } from "./input";
import { balancedSets, bestWorst } from "./maxdiff";
import { optionsOf } from "./queries";
import { leftOut } from "./skip";

export interface EngineAnswerParts extends Writer {
  /** What is written, read as a reviewer's sentence would be. */
  read(texts: readonly string[]): Promise<StatementReading[]>;
  /** Of the subject: their cards stand behind reasons. */
  personas: readonly Persona[];
  run: { surveyId: string; subjectId: string };
}

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

type Told = Omit<SurveyAnswer, "questionId" | "conceptId">;

interface Asked {
  parts: EngineAnswerParts;
  input: SurveyInput;
  respondent: Respondent;
  question: SurveyQuestion;
  concept?: Concept;
  signal: AbortSignal;
}

const ANSWERS: Record<QuestionKind, (asked: Asked) => Promise<Told[]>> = {
  open: async (asked) => [toldBy(await write(asked, "open"), () => ({}))],
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
  kano,
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

async function chosen(asked: Asked, kind: "choice" | "choices", most: number): Promise<Told[]> {
  const options = optionsOf(asked.question);
  const written = await write(asked, kind, { options });
  if (!("text" in written)) return [failed(written)];
  const named = mentionsOf(written.text, options, asked.input.spec.language);
  const meant = named.length > 0 ? taken(named) : await nearest(asked, written.text, options);
  return [{ heard: "spoke", chosen: meant.slice(0, most), text: written.text }];
}

/** Worth falls evenly from the first named to the last; who names one option only says which is best. */
async function ranking(asked: Asked): Promise<Told[]> {
  const options = optionsOf(asked.question);
  const written = await write(asked, "ranking", { options });
  if (!("text" in written)) return [failed(written)];
  const order = mentionsOf(written.text, options, asked.input.spec.language).map(({ option }) => option);
  if (order.length === 0) return [{ heard: "silent", text: written.text }];
  const utilities = options.map((_, i) => {
    const place = order.indexOf(i);
    return place < 0 ? null : order.length === 1 ? 1 : 1 - (2 * place) / (order.length - 1);
  });
  return [{ heard: "spoke", chosen: order, utilities, text: written.text }];
}

/** Each small set in a context of its own; best is what is named first, worst what is named next. */
async function maxdiff(asked: Asked): Promise<Told[]> {
  const { input, question } = asked;
  const options = optionsOf(question);
  const counts = options.map(() => ({ score: 0, shown: 0 }));
  const texts: string[] = [];
  for (const set of balancedSets(options.length, input.spec.seed, question.id)) {
    const written = await write(asked, "maxdiff", { options: set.map((at) => options[at] ?? "") });
    if (!("text" in written)) continue;
    texts.push(written.text);
    const [best, worst] = mentionsOf(
      written.text,
      set.map((at) => options[at] ?? ""),
      input.spec.language,
    ).map(({ option }) => set[option] ?? 0);
    if (best === undefined || worst === undefined) continue;
    const worth = options.map((_, at) => (set.includes(at) ? (at === best ? 1 : at === worst ? -1 : 0) : null));
    for (const [at, value] of bestWorst(worth, [set]).entries()) {
      const count = counts[at];
      if (value === null || !count) continue;
      count.score += value;
      count.shown += 1;
    }
  }
  if (texts.length === 0) return [{ heard: "failed" }];
  const utilities = counts.map(({ score, shown }) => (shown === 0 ? null : score / shown));
  const order = utilities
    .flatMap((value, at) => (value === null ? [] : [{ at, value }]))
    .sort((a, b) => b.value - a.value || a.at - b.at)
    .map(({ at }) => at);
  const heard = order.length > 0 ? "spoke" : "silent";
  return [{ heard, ...(heard === "spoke" ? { chosen: order, utilities } : {}), text: texts.join(" / ") }];
}

/** What is felt about each feature, as the reader network judges the words. */
async function kano(asked: Asked): Promise<Told[]> {
  const written = await oneByOne(optionsOf(asked.question), (about) => write(asked, "kano", { about }));
  const texts = written.flatMap((one) => ("text" in one ? [one.text] : []));
  if (texts.length === 0) return [{ heard: "failed" }];
  const readings = await asked.parts.read(texts);
  const scores = new Map(texts.map((text, i) => [text, readings[i]?.sentiment.score]));
  const utilities = written.map((one) => ("text" in one ? (scores.get(one.text) ?? null) : null));
  return [{ heard: "spoke", utilities, text: texts.join(" / ") }];
}

const PRICES = [
  ["tooCheap", "so cheap that I would doubt its quality"],
  ["cheap", "a bargain"],
  ["expensive", "beginning to be expensive, but I might still buy it"],
  ["tooExpensive", "too expensive to buy it"],
] as const;

/** Van Westendorp's four questions: amounts of money are what they ask for, and no rating. */
async function priced(asked: Asked): Promise<Told[]> {
  const prices: NonNullable<SurveyAnswer["prices"]> = {};
  const texts: string[] = [];
  for (const [price, about] of PRICES) {
    const written = await write(asked, "price", { about: `At which price would it be ${about}?` });
    if (!("text" in written)) continue;
    const amount = amountIn(written.text);
    if (amount === undefined) continue;
    prices[price] = amount;
    texts.push(written.text);
  }
  return [texts.length > 0 ? { heard: "spoke", prices, text: texts.join(" / ") } : { heard: "failed" }];
}

/** Why, by the rich persona, for the first rated answer about each concept: shown, never scored. */
async function addReasons(asked: Omit<Asked, "question" | "concept">, answers: SurveyAnswer[]): Promise<void> {
  const { parts, input, respondent, signal } = asked;
  const given = new Set<string | undefined>();
  for (const answer of answers) {
    if (!answer.pmf || given.has(answer.conceptId)) continue;
    given.add(answer.conceptId);
    const question = input.spec.questions.find(({ id }) => id === answer.questionId);
    const concept = input.spec.concepts.find(({ id }) => id === answer.conceptId);
    if (!question) continue;
    const who = richPersona(input, respondent, { question, conceptId: answer.conceptId }, parts.personas);
    const prompt = promptOf({ ...asked, question, concept }, "reason", { who });
    const written = await writeAnswer(parts, respondent.id, prompt, signal);
    if ("text" in written) answer.reason = written.text;
  }
}

function write(
  asked: Asked,
  kind: AskedFor,
  more: Pick<SurveyPrompt, "about" | "options"> = {},
): Promise<WrittenAnswer> {
  const { parts, respondent, signal } = asked;
  const prompt = promptOf(asked, kind, more);
  return kind === "price"
    ? writeAnswer(parts, respondent.id, prompt, signal, (text) => (amountIn(text) === undefined ? "" : short(text)))
    : writeAnswer(parts, respondent.id, prompt, signal);
}

function promptOf(
  { parts, input, respondent, question, concept }: Omit<Asked, "signal">,
  kind: AskedFor,
  more: Pick<SurveyPrompt, "about" | "options"> & { who?: readonly string[] } = {},
): SurveyPrompt {
  const { spec, evidence } = input;
  const { who = plainPersona(input, respondent, { question, conceptId: concept?.id }), ...rest } = more;
  return {
    size: promptSize(parts.generator.info),
    language: spec.language,
    subject: evidence.subject.name,
    who,
    ...(concept ? { concept } : {}),
    kind,
    question: question.text,
    ...rest,
  };
}

async function nearest({ parts, input }: Asked, text: string, options: readonly string[]): Promise<number[]> {
  const [reading] = await parts.read([text]);
  const option = reading && nearestOption(reading.vector, vectorsOf(options, input.vectors));
  return option === undefined ? [] : [option];
}

function taken(named: readonly Mention[]): number[] {
  return named.filter(({ refused }) => !refused).map(({ option }) => option);
}

function toldBy(written: WrittenAnswer, more: () => Partial<Told>): Told {
  return "text" in written ? { heard: "spoke", ...more(), text: written.text } : failed(written);
}

function failed({ problem }: Exclude<WrittenAnswer, { text: string }>): Told {
  return { heard: "failed", ...(problem ? { problem } : {}) };
}

async function oneByOne<T, R>(items: readonly T[], each: (item: T, place: number) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const [place, item] of items.entries()) made.push(await each(item, place));
  return made;
}

/** A price is a few words. */
function short(text: string): string {
  return plainText(text).slice(0, 80);
}
