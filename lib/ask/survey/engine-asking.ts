/** One question put to a language model for one respondent, and what becomes of its words. */
import type { Concept, Persona, SurveyAnswer, SurveyQuestion } from "../../domain";
import { promptSize } from "../grounding/sizes";
import type { StatementReading } from "../grounding/support";
import { plainPersona } from "./engine-persona";
import type { AskedFor, SurveyPrompt } from "./engine-prompts";
import { type Writer, type WrittenAnswer, writeAnswer } from "./engine-writing";
import type { Respondent, SurveyInput } from "./input";

export interface EngineAnswerParts extends Writer {
  /** What is written, read as a reviewer's sentence would be. */
  read(texts: readonly string[]): Promise<StatementReading[]>;
  /** Of the subject: their cards stand behind reasons. */
  personas: readonly Persona[];
  run: { surveyId: string; subjectId: string };
}

/** An answer but for what it is about. */
export type Told = Omit<SurveyAnswer, "questionId" | "conceptId">;

export interface Asked {
  parts: EngineAnswerParts;
  input: SurveyInput;
  respondent: Respondent;
  question: SurveyQuestion;
  concept?: Concept;
  signal: AbortSignal;
}

/** What a prompt holds beside the question; `who` in place of the plain persona. */
export type AskedMore = Pick<SurveyPrompt, "about" | "options"> & { who?: readonly string[] };

/**
 * @param read what of the text counts; see {@link writeAnswer}
 * @throws as {@link writeAnswer}
 */
export function write(
  asked: Asked,
  kind: AskedFor,
  more: AskedMore = {},
  read?: (text: string) => string,
): Promise<WrittenAnswer> {
  const { parts, input, respondent, question, concept, signal } = asked;
  const { who = plainPersona(input, respondent, { question, conceptId: concept?.id }), ...rest } = more;
  const prompt = {
    size: promptSize(parts.generator.info),
    language: input.spec.language,
    subject: input.evidence.subject.name,
    who,
    ...(concept ? { concept } : {}),
    kind,
    question: question.text,
    ...rest,
  };
  return writeAnswer(parts, respondent.id, prompt, signal, read);
}

export function failed({ problem }: Exclude<WrittenAnswer, { text: string }>): Told {
  return { heard: "failed", ...(problem ? { problem } : {}) };
}

/** One after the other: an engine writes one text at a time. */
export async function oneByOne<T, R>(items: readonly T[], each: (item: T, place: number) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const [place, item] of items.entries()) made.push(await each(item, place));
  return made;
}
