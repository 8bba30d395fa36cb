/** One question to one persona: evidence first, which needs no language model; then, where one was chosen, its words, checked against the reviews. */

import { type Answer, type Persona, Problem, type Subject, type Turn } from "../domain";
import type { Generation, Generator, GeneratorChoice } from "../models/generator";
import type { EvidenceIndex } from "./evidence-index";
import { resolveFollowUp } from "./follow-up";
import {
  answeredWithout,
  groundedAnswer,
  mayBeWritten,
  type Passage,
  type PassageBudget,
  type Prompt,
  passageBudget,
  passagesFor,
  promptFor,
  readStatements,
  type StatementReading,
  verifyStatements,
} from "./grounding";
import { promptSize } from "./grounding/sizes";
import { answerFromEvidence } from "./interview";
import { byId, type Material } from "./material";
import { nearestReviewers } from "./persona/nearest";
import { verifyAnswer } from "./verify";

/** The language model a person chose, if any. */
export interface GeneratorSource {
  chosen(): GeneratorChoice;
  /** Loads it where it is not loaded; nothing in evidence mode. @throws Problem */
  ready(signal: AbortSignal): Promise<Generator | undefined>;
}

/** All that answers rest on. */
export interface AnswerParts {
  encode(texts: readonly string[]): Promise<Float32Array[]>;
  /** Vectors of statements, and what the encoder's heads say of their side. */
  readStatements(texts: readonly string[]): Promise<StatementReading[]>;
  generator: GeneratorSource;
}

export interface Evidence extends Material {
  subject: Pick<Subject, "name">;
  index: EvidenceIndex;
}

export interface AskedPersona {
  persona: Persona;
  question: string;
  /** BCP 47, the person's. */
  language: string;
  /** Turns before this one, oldest first. */
  earlier: readonly Turn[];
  evidence: Evidence;
  /** Another seed, another wording. */
  seed: number;
  signal: AbortSignal;
  /** Told what is written so far, unchecked. */
  onText(text: string): void;
}

/** @returns the answer, and whether its writing was stopped. @throws what the encoder throws: without a vector there is no evidence */
export async function answerPersona(
  parts: AnswerParts,
  asked: AskedPersona,
): Promise<{ answer: Answer; stopped: boolean }> {
  const { evidence } = asked;
  const { question, kind, said } = resolveFollowUp(asked.question, asked.earlier);
  const persona = await groundedBy(parts, asked.persona, evidence);
  const [questionVector = new Float32Array()] = await parts.encode([question]);
  const about = { productName: evidence.subject.name, ...(kind === "more" ? { said } : {}) };
  const interview = { question, questionVector, persona, ...about, ...evidence };
  const found = verifyAnswer(answerFromEvidence(interview), evidence.reviews);
  const plain = { ...found, question: asked.question };
  if (parts.generator.chosen().kind === "evidence") return { answer: plain, stopped: false };
  if (!mayBeWritten(plain)) return { answer: answeredWithout(plain, { why: "notCovered" }), stopped: false };
  return putIntoProse(parts, { ...asked, persona }, plain, (budget) => passagesFor(interview, plain, budget));
}

/**
 * Has the chosen language model say what a counted answer says, and keeps of it what stands on the passages.
 * @param plain covered, with claims @returns `plain`, with its reason, where no model writes; never throws
 */
export async function putIntoProse(
  parts: Pick<AnswerParts, "readStatements" | "generator">,
  asked: AskedPersona,
  plain: Answer,
  passagesWithin: (budget: PassageBudget) => Passage[],
): Promise<{ answer: Answer; stopped: boolean }> {
  const { signal } = asked;
  try {
    const generator = await parts.generator.ready(signal);
    if (!generator) return { answer: plain, stopped: signal.aborted };
    const passages = passagesWithin(passageBudget(generator.info));
    return await write(parts, asked, { generator, plain, passages });
  } catch (error) {
    if (signal.aborted) return { answer: plain, stopped: true };
    return { answer: answeredWithout(plain, { why: "failed", ...toldOf(error) }), stopped: false };
  }
}

/** Nobody who was described wrote a review: those whose words come nearest to the description are quoted, and nobody where none do. */
export async function groundedBy(
  { encode }: Pick<AnswerParts, "encode">,
  persona: Persona,
  evidence: Evidence,
): Promise<Persona> {
  const { description, reviewIds } = persona;
  if (description === undefined || reviewIds.length > 0) return persona;
  const [descriptionVector = new Float32Array()] = await encode([description]);
  const near = nearestReviewers({ description, descriptionVector, ...evidence });
  return { ...persona, reviewIds: near.flatMap((one) => one.reviewIds) };
}

interface Writing {
  generator: Generator;
  plain: Answer;
  passages: Passage[];
}

async function write(
  parts: Pick<AnswerParts, "readStatements">,
  asked: AskedPersona,
  { generator, plain, passages }: Writing,
) {
  const { persona, question, language, earlier, evidence, seed, signal } = asked;
  const { info } = generator;
  const prompt = promptFor({
    question,
    language,
    subject: evidence.subject,
    persona,
    answer: plain,
    passages,
    earlier,
    marker: newMarker(),
    info,
  });
  const written = await generate(generator, prompt, asked);
  const drafts = readStatements(written.text, { prompt, passages, question, language });
  const readings = drafts.length > 0 ? await parts.readStatements(drafts.map(({ text }) => text)) : [];
  const reviews = byId(evidence.reviews);
  const close = promptSize(info) === "tiny";
  const statements = verifyStatements(drafts, readings, { passages, reviews, means: evidence.index.means, close });
  const { usage } = written;
  const model = { model: info.model, ...(info.revision ? { revision: info.revision } : {}), backend: info.backend };
  const { temperature, format } = prompt;
  const manifest = { ...model, seed, temperature, passages: passages.length, format };
  const answer = groundedAnswer(plain, { engine: info.kind, statements, usage, manifest });
  return { answer, stopped: signal.aborted };
}

/** What was written when it was stopped counts as far as it goes: it is checked like the rest. */
async function generate(generator: Generator, prompt: Prompt, asked: AskedPersona) {
  const { signal, seed, onText } = asked;
  const started = performance.now();
  let text = "";
  const { messages, maxTokens, temperature, schema } = prompt;
  const request = { messages, maxTokens, seed, temperature, ...(schema ? { schema } : {}) };
  try {
    return await generator.generate(request, {
      signal,
      onText: (sofar) => {
        text = sofar;
        onText(sofar);
      },
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    const usage = { model: generator.info.model, total: performance.now() - started };
    return { text, usage, finish: "length" } satisfies Generation;
  }
}

/** Nobody who wrote a review can have known it. */
function newMarker(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}

/** @returns an error as it is kept beside an answer: a problem by its code, anything else as a failure of the generator */
export function toldOf(error: unknown): Pick<NonNullable<Answer["fallback"]>, "problem" | "values" | "detail"> {
  if (error instanceof Problem) return { problem: error.code, values: error.values, detail: error.message };
  return { problem: "generator_failed", detail: error instanceof Error ? error.message : String(error) };
}
