/** One question to a language model: looked up where it was asked before, asked once more where it answers with a number. */
import { Problem, type ProblemCode } from "../../domain";
import type { ChatMessage, Generator } from "../../models/generator";
import { promptSize } from "../grounding/sizes";
import { hashOf } from "./canonical";
import { askedAgain, type SurveyPrompt, surveyMessages } from "./engine-prompts";
import { answerWords, isBareNumber, LONGEST_ANSWER } from "./engine-words";
import { lotOf } from "./lot";

/** What was written is kept under the hash of all it rests on. */
export interface WrittenAnswers {
  recall(key: string): Promise<string | undefined>;
  keep(key: string, text: string): Promise<void>;
}

export interface Writer {
  generator: Generator;
  written: WrittenAnswers;
  /** Of the survey. */
  seed: number;
  /** Of a run that uses nothing of earlier ones, else "". */
  salt: string;
}

export type WrittenAnswer = { text: string } | { problem?: ProblemCode };

const MAX_TOKENS = { tiny: 64, rich: 140 } as const;
/** What a tiny model is left to choose freely leaves the question behind; the larger ones answer as the method's authors had them (0.5). */
const TEMPERATURE = { tiny: 0.3, rich: 0.5 } as const;
const FEW_TOKENS = 24;
/** More than this is an endless text: what there is, is taken, and no more is waited for. */
const ENDLESS = 4 * LONGEST_ANSWER;
const SEEDS = 2 ** 31;

/** @returns how freely this model writes, for the manifest */
export function temperatureOf({ info }: Generator): number {
  return TEMPERATURE[promptSize(info)];
}

/**
 * @param respondent whose seed it is: the same one answers the same, others differ
 * @param read what of the text counts; "" asks once more, with another seed
 * @returns the words; a problem where there were none twice, or the prompt did not fit
 * @throws Problem of the engine, which would stop all others too; the signal's reason
 */
export async function writeAnswer(
  writer: Writer,
  respondent: string,
  prompt: SurveyPrompt,
  signal: AbortSignal,
  read?: (text: string) => string,
): Promise<WrittenAnswer> {
  const { messages, ...ours } = surveyMessages(prompt, writer.salt);
  const tries = [
    messages,
    prompt.kind === "number" || prompt.kind === "price" ? messages : askedAgain(messages, prompt.language),
  ];
  for (const [attempt, asked] of tries.entries()) {
    const text = await generated(writer, asked, { respondent, attempt, prompt }, signal);
    if (text === undefined) return { problem: "context_full" };
    const words = read ? read(text) : inWords(answerWords(text, prompt.language, ours));
    if (words !== "") return { text: words };
  }
  return {};
}

/** @returns the words of an answer, "" for a number in their place */
function inWords(words: string): string {
  return isBareNumber(words) ? "" : words;
}

async function generated(
  { generator, written, seed, salt }: Writer,
  messages: readonly ChatMessage[],
  { respondent, attempt, prompt }: { respondent: string; attempt: number; prompt: SurveyPrompt },
  signal: AbortSignal,
): Promise<string | undefined> {
  signal.throwIfAborted();
  const { kind, model, revision } = generator.info;
  const { size } = prompt;
  const request = {
    messages,
    maxTokens: prompt.kind === "number" || prompt.kind === "price" ? FEW_TOKENS : MAX_TOKENS[size],
    temperature: TEMPERATURE[size],
    seed: Math.floor(lotOf(seed, respondent, String(attempt), salt)() * SEEDS),
  };
  const key = hashOf({ kind, model, revision, ...request, salt });
  const known = await written.recall(key);
  if (known !== undefined) return known;
  try {
    const text = await untilEndless(generator, request, signal);
    await written.keep(key, text);
    return text;
  } catch (error) {
    if (error instanceof Problem && error.code === "context_full") return undefined;
    throw error;
  }
}

async function untilEndless(
  generator: Generator,
  request: Parameters<Generator["generate"]>[0],
  signal: AbortSignal,
): Promise<string> {
  const enough = new AbortController();
  let text = "";
  const onText = (sofar: string) => {
    text = sofar;
    if (sofar.length > ENDLESS) enough.abort();
  };
  try {
    const made = await generator.generate(request, { signal: AbortSignal.any([signal, enough.signal]), onText });
    return made.text.slice(0, ENDLESS);
  } catch (error) {
    if (signal.aborted || !enough.signal.aborted) throw error;
    return text.slice(0, ENDLESS);
  }
}
