/**
 * The baseline any method with a language model must beat: asking it for a number at once. Only for the fidelity of a panel, never for a result.
 */
import { promptSize } from "../grounding/sizes";
import { plainPersona } from "./engine-persona";
import { numberIn } from "./engine-words";
import { type Writer, writeAnswer } from "./engine-writing";
import type { Respondent, SurveyInput } from "./input";

/** Each is a question more to the language model; a mean of thirty is known to about a quarter of a star. */
export const MOST_NUMBERS = 30;

/** Satisfaction, since that is what stars measure. */
const QUESTION = { id: "number", kind: "scale", text: "How satisfied are you with it?", perConcept: false } as const;

/**
 * @param people reviewers with stars who were kept away, each with a key of their own
 * @returns key → 1–5, of those for whom it gave a number; at most {@link MOST_NUMBERS} are asked
 * @throws Problem of the engine; the signal's reason
 */
export async function engineNumbers(
  writer: Writer,
  input: SurveyInput,
  people: readonly { key: string; reviewIds: string[] }[],
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const { key, reviewIds } of people.slice(0, MOST_NUMBERS)) {
    const respondent: Respondent = { id: reviewIds[0] ?? key, reviewIds, segmentIds: [], shown: [] };
    const prompt = {
      size: promptSize(writer.generator.info),
      language: "en",
      subject: input.evidence.subject.name,
      who: plainPersona(input, respondent, { question: QUESTION }),
      kind: "number",
      question: QUESTION.text,
    } as const;
    const written = await writeAnswer(writer, respondent.id, prompt, signal, (text) => String(numberIn(text) ?? ""));
    if ("text" in written) numbers.set(key, Number(written.text));
  }
  return numbers;
}

/** The text whose vector has to be among those of the input. */
export const NUMBER_QUESTION: string = QUESTION.text;
