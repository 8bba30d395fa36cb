/**
 * What a language model is asked. First what is the same for every persona of a subject, so that an engine may keep it; then who
 * speaks, then the passages between random markers, then the task once more: what stands last weighs most with small models.
 */
import type { Answer, Persona, Subject, Turn } from "../../domain";
import type { ChatMessage, GeneratorInfo } from "../../models/generator";
import { supportedIn } from "../supported";
import { defang } from "./hostile";
import type { Passage } from "./passages";
import { describePersona, describeStanding } from "./prompt-persona";
import { languageName, rulesFor, TINY_EXAMPLE, taskFor } from "./prompt-rules";
import { claimsSchema } from "./schema";
import { type PromptSize, promptSize } from "./sizes";

export interface PromptSource {
  question: string;
  /** Of the answer, BCP 47: the person's language. */
  language: string;
  subject: Pick<Subject, "name">;
  persona: Pick<Persona, "segment" | "vocabulary" | "description">;
  /** Of evidence mode to the same question: where these reviewers stand is told from it, in words. */
  answer: Answer;
  passages: readonly Passage[];
  /** Oldest first; only the last two are told. */
  earlier?: readonly Pick<Turn, "question" | "answer">[];
  /** At least eight random letters or digits, new for each request: nobody who wrote a review can have known it. */
  marker: string;
  info: Pick<GeneratorInfo, "model" | "context" | "schema">;
}

/**
 * `json`, where the engine holds a model to it and the model is large enough to fill a form rather than copy it: {"claims":[{"say","ids"}]};
 * `lines`: sentences that end with the numbers of their passages, as [2].
 */
export type StatementFormat = "json" | "lines";

export interface Prompt {
  messages: ChatMessage[];
  format: StatementFormat;
  maxTokens: number;
  /** A tiny model that is left to choose freely leaves its quotes behind. */
  temperature: number;
  /** Only for engines that follow one. */
  schema?: object;
  /** A statement that holds it repeats the prompt. */
  marker: string;
  /** What the model was told in our own words: an answer that repeats it is no answer. */
  instructions: string;
}

const EARLIER = 2;
const LONGEST_EARLIER = 160;
const LONGEST_QUESTION = 500;
const LONGEST_NAME = 80;
const MAX_TOKENS = { tiny: 64, rich: 320 } as const;
const TEMPERATURE = { tiny: 0.2, rich: 0.5 } as const;

/** @returns messages in plain text; reviewers' words, and theirs alone, stand between lines with the marker, each on one line */
export function promptFor(source: PromptSource): Prompt {
  const size = promptSize(source.info);
  const format = source.info.schema && size === "rich" ? "json" : "lines";
  const name = defang(source.subject.name, source.marker, LONGEST_NAME);
  const rules = rulesFor(size, name, format);
  const task = taskFor(size, format, languageName(source.language));
  const content =
    size === "tiny" ? shortContent(source, task) : [...blocksOf(source), task].filter(Boolean).join("\n\n");
  const ids = source.passages.map(({ id }) => id);
  return {
    messages: [{ role: "system", content: rules }, ...exampleFor(size, task), { role: "user", content }],
    format,
    maxTokens: MAX_TOKENS[size],
    temperature: TEMPERATURE[size],
    ...(format === "json" ? { schema: claimsSchema(ids) } : {}),
    marker: source.marker,
    instructions: [rules, ...(size === "tiny" ? [TINY_EXAMPLE.answer] : []), task].join("\n"),
  };
}

function exampleFor(size: PromptSize, task: string): ChatMessage[] {
  if (size === "rich") return [];
  const { quotes, question, answer } = TINY_EXAMPLE;
  const lines = quotes.map((quote, i) => `[${i + 1}] ${quote}`);
  return [
    { role: "user", content: [...lines, `Question: ${question}`, task].join("\n") },
    { role: "assistant", content: answer },
  ];
}

/** The same safety in a third of the tokens: one pair of markers around all quotes, each on a line of its own whose brackets are ours alone. */
function shortContent(source: PromptSource, task: string): string {
  const { persona, marker, passages, question } = source;
  const who = persona.description
    ? between(marker, "who", describePersona({ ...persona, vocabulary: [] }, marker))
    : "";
  const quotes = passages.map(({ id, text }) => `[${id}] ${defang(text, marker)}`);
  const asked = `Question: ${defang(question, marker, LONGEST_QUESTION)}`;
  return [who, earlierTurns(source), between(marker, "quotes", quotes), asked, task].filter(Boolean).join("\n");
}

function blocksOf(source: PromptSource): string[] {
  const { persona, answer, marker, passages } = source;
  const question = defang(source.question, marker, LONGEST_QUESTION);
  return [
    between(marker, "who", describePersona(persona, marker)),
    describeStanding(answer),
    earlierTurns(source),
    passages.map(({ id, text }) => between(marker, String(id), [defang(text, marker)])).join("\n"),
    `Question: ${question}`,
  ];
}

/** Each line by itself between two markers: whatever it says, it cannot be the place where the marker is. */
function between(marker: string, label: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${marker} [${label}]\n${lines.join("\n")}\n${marker} end`;
}

function earlierTurns({ earlier = [], marker }: PromptSource): string {
  const told = earlier.slice(-EARLIER).flatMap(({ question, answer }) => {
    const said = answer ? supportedIn(answer).map(({ text }) => text) : [];
    const asked = `Asked before: ${defang(question, marker, LONGEST_EARLIER)}`;
    return said.length > 0 ? [asked, `You said: ${defang(said.join(" "), marker, LONGEST_EARLIER)}`] : [asked];
  });
  return between(marker, "before", told);
}
