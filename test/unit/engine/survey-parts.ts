/** Surveys for tests: generated vectors, a made-up shop of any size, a language model that is scripted. */
import { SubjectEvidence } from "../../../entrypoints/engine/subject-evidence";
import type { CourseParts } from "../../../entrypoints/engine/survey-course";
import { TextVectors } from "../../../entrypoints/engine/text-vectors";
import type { SurveyQuestion, SurveySpec } from "../../../lib/domain";
import type { TextReading } from "../../../lib/models/model";
import type { EarshotDatabase } from "../../../lib/store/db";
import type { FakeGenerator } from "../../fixtures/ask/fake-generator";

/** As many as the encoder gives, so that what is measured is what it takes. */
const SIZE = 384;

/** A vector that depends on the words alone: those of like texts are like. */
export function generatedVector(text: string): Float32Array {
  const vector = new Float32Array(SIZE).fill(0.2);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) >>> 0;
    for (let k = 0; k < 4; k++) {
      const place = (hash >>> (k * 6)) % SIZE;
      vector[place] = (vector[place] ?? 0) + (k % 2 ? -1 : 1);
    }
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function readingOf(text: string): TextReading {
  const tokens = { starts: new Uint32Array(), ends: new Uint32Array(), values: new Float32Array() };
  return { vector: generatedVector(text), sentence: new Float32Array(), tokens };
}

const GOOD = /\b(?:love|great|happy|good|buy|quick)\b/iu;
const BAD = /\b(?:loud|broke|bad|never|poor)\b/iu;

export interface FakeParts extends CourseParts {
  /** Texts that went through the encoder, in order. */
  encoded: string[];
}

/** @param generator none: evidence is to answer */
export function surveyParts(db: EarshotDatabase, generator?: FakeGenerator): FakeParts {
  const encoded: string[] = [];
  const encode = async (texts: readonly string[], signal?: AbortSignal) => {
    signal?.throwIfAborted();
    encoded.push(...texts);
    return texts.map(generatedVector);
  };
  return {
    db,
    encoded,
    evidence: new SubjectEvidence(db),
    vectors: new TextVectors({
      encode,
      remember: async (_, texts, signal) => {
        signal.throwIfAborted();
        return texts.map(readingOf);
      },
    }),
    encoder: async () => ({ model: "generated", revision: "1", graph: "q4", backend: "node" }),
    readStatements: async (texts) =>
      texts.map((text) => {
        const score = (GOOD.test(text) ? 0.8 : 0) - (BAD.test(text) ? 0.8 : 0);
        const label = score > 0 ? "positive" : score < 0 ? "negative" : "neutral";
        return { vector: generatedVector(text), sentiment: { label, score } };
      }),
    generator: {
      chosen: () => (generator ? { kind: generator.info.kind } : { kind: "evidence" }),
      ready: async () => generator,
    },
    heads: 1,
    earshot: async () => "0.0.0",
  };
}

export const QUESTION: SurveyQuestion = {
  id: "intent",
  kind: "scale",
  scale: "purchase-intent",
  text: "How likely are you to buy it?",
  perConcept: true,
};
export const SATISFIED: SurveyQuestion = {
  id: "satisfied",
  kind: "scale",
  scale: "satisfaction",
  text: "How satisfied are you with it overall?",
  perConcept: false,
};

export function specOf(part: Partial<SurveySpec> = {}): SurveySpec {
  return {
    title: "Would they buy it?",
    language: "en",
    concepts: [
      { id: "a", name: "Quiet", text: "A kettle that boils without a sound." },
      { id: "b", name: "Quick", text: "A kettle that boils in half the time." },
    ],
    design: "sequential",
    questions: [QUESTION, SATISFIED],
    segmentIds: [],
    respondents: 500,
    seed: 1,
    rating: { method: "combined", centred: false, epsilon: 0, temperature: 1, calibrated: true },
    mode: "evidence",
    ...part,
  };
}

const SAYINGS: [string, number][] = [
  ["I love how quick it boils.", 0.8],
  ["It is loud when it boils.", -0.7],
  ["The sound wakes everybody up.", -0.5],
  ["Great kettle, I would buy it again.", 0.9],
  ["The lid broke after a month.", -0.8],
  ["It boils half a litre in no time.", 0.5],
  ["The cord is short.", -0.2],
  ["It looks good in the kitchen.", 0.6],
];

/** A shop's subject with so many reviewers of four sentences each, as it is stored once it is understood. */
export async function storeShop(db: EarshotDatabase, reviewers: number, subjectId = "shop"): Promise<void> {
  const url = `https://shop.example/${subjectId}`;
  await db.subjects.put({ id: subjectId, name: "Sample kettle", url, site: "shop.example", settled: reviewers });
  const reviews = [];
  const sentences = [];
  for (let i = 0; i < reviewers; i++) {
    const id = `${subjectId}-${String(i).padStart(4, "0")}`;
    const said = [0, 1, 2, 3].map((k) => SAYINGS[(i * 3 + k * k + (i >> 3)) % SAYINGS.length] as [string, number]);
    const score = said.reduce((sum, [, one]) => sum + one, 0) / said.length;
    const rating = Math.max(1, Math.min(5, Math.round(3 + 2.4 * score)));
    let start = 0;
    for (const [k, [text, tone]] of said.entries()) {
      sentences.push({
        id: `${id}:${k}`,
        reviewId: id,
        subjectId,
        index: k,
        start,
        end: start + text.length,
        language: "en",
        sentiment: { label: tone > 0 ? ("positive" as const) : ("negative" as const), score: tone },
        vector: Int8Array.from(generatedVector(text), (value) => Math.round(value * 127)),
      });
      start += text.length + 1;
    }
    reviews.push({
      id,
      subjectId,
      kind: "review" as const,
      body: said.map(([text]) => text).join(" "),
      rating,
      ratingScale: 5,
      author: `Reviewer ${i}`,
      place: { url },
      how: "structure" as const,
      collected: "2026-01-02T03:04:05Z",
      understood: 1,
      finding: {
        sentiment: { label: score > 0 ? ("positive" as const) : ("negative" as const), score },
        stars: rating,
        language: "en",
        contradicts: false,
        question: false,
        flags: [],
        version: 1,
      },
    });
  }
  await db.reviews.bulkPut(reviews);
  await db.sentences.bulkPut(sentences);
}
