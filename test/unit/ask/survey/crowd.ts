/** Reviewers made for tests: what they say is chosen word by word, and words that two texts share make them alike. */
import type { Evidence } from "../../../../lib/ask/answering";
import { indexEvidence } from "../../../../lib/ask/evidence-index";
import type { ReadReview } from "../../../../lib/ask/material";
import { builtInScales, DEFAULT_RATING } from "../../../../lib/ask/ssr/scales";
import { answerFromReviews, drawPanel, resultsOf, type SurveyInput, textsOf } from "../../../../lib/ask/survey";
import { lotOf } from "../../../../lib/ask/survey/lot";
import { generalMean } from "../../../../lib/ask/vectors";
import { contentWords } from "../../../../lib/ask/words";
import type {
  EntityMention,
  Scale,
  Segment,
  Sentence,
  SurveyQuestion,
  SurveySpec,
  Theme,
} from "../../../../lib/domain";
import { quantise } from "../../../../lib/understand/vectors";

/** A sentence with how it feels (−1..1) and what it is about. */
export type Said = [text: string, score: number, themeId?: string];

export interface Person {
  author?: string;
  stars?: number;
  says: Said[];
  language?: string;
}

const DIMENSIONS = 384;

/** Not a language model, but like one where it matters here: a part common to all texts, and one direction per word. */
export function toyVector(text: string): Float32Array {
  const vector = Float32Array.from(generalMean("statements", "en"));
  for (const { stem } of contentWords(text)) {
    const random = lotOf(1, stem);
    for (let i = 0; i < DIMENSIONS; i++) vector[i] = (vector[i] ?? 0) + (random() - 0.5) * 0.08;
  }
  return vector;
}

export function crowdOf(people: readonly Person[], themes: readonly Theme[] = []): Evidence {
  const reviews: ReadReview[] = [];
  const sentences: Sentence[] = [];
  for (const [i, person] of people.entries()) {
    const id = `r${String(i).padStart(4, "0")}`;
    reviews.push(reviewOf(id, person));
    sentences.push(...sentencesOf(id, person));
  }
  return evidenceOf(reviews, sentences, themes);
}

export function evidenceOf(reviews: ReadReview[], sentences: Sentence[], themes: readonly Theme[] = []): Evidence {
  return { subject: { name: "" }, reviews, sentences, themes, index: indexEvidence(reviews, sentences) };
}

/** The same evidence, stored the other way round. */
export function backwards({ reviews, sentences, themes }: Evidence): Evidence {
  return evidenceOf([...reviews].reverse(), [...sentences].reverse(), [...themes].reverse());
}

function reviewOf(id: string, { author, stars, says, language = "en" }: Person): ReadReview {
  const score = says.reduce((sum, [, one]) => sum + one, 0) / Math.max(1, says.length);
  const label = score > 0 ? "positive" : score < 0 ? "negative" : "neutral";
  return {
    ...{ id, subjectId: "crowd", kind: "review", body: says.map(([text]) => text).join(" "), author, language },
    ...(stars === undefined ? {} : { rating: stars, ratingScale: 5 }),
    ...{ place: { url: "" }, how: "made", collected: "" },
    finding: {
      ...{ sentiment: { label, score }, stars: stars ?? 3, language, contradicts: false, question: false },
      ...{ flags: [], version: 1 },
    },
  };
}

function sentencesOf(reviewId: string, { says, language = "en" }: Person): Sentence[] {
  let start = 0;
  return says.map(([text, score, themeId], index) => {
    const label = score > 0.25 ? "positive" : score < -0.25 ? "negative" : "neutral";
    const at = start;
    start += text.length + 1;
    return {
      ...{
        id: `${reviewId}:${index}`,
        reviewId,
        subjectId: "crowd",
        index,
        start: at,
        end: at + text.length,
        language,
      },
      ...{ sentiment: { label, score }, vector: quantise(toyVector(text)) },
      ...(themeId ? { themeId } : {}),
      entities: pricesIn(text, at),
    };
  });
}

function pricesIn(text: string, at: number): EntityMention[] {
  return [...text.matchAll(/(\d+) EUR/g)].map(({ 0: name, index }) => ({
    kind: "price",
    name,
    start: at + index,
    end: at + index + name.length,
  }));
}

export function themeOf(id: string, label: string): Theme {
  const figures = { size: 1, share: 0.1, positive: 0, neutral: 0, negative: 0, score: 0 };
  return { id, subjectId: "crowd", label, keywords: [label], quotes: [], ...figures };
}

export function questionOf(part: Partial<SurveyQuestion> = {}): SurveyQuestion {
  return { id: "q", kind: "scale", text: "What about the battery?", scale: "quality", perConcept: false, ...part };
}

export function specOf(part: Partial<SurveySpec> = {}): SurveySpec {
  return {
    ...{ title: "Test", language: "en", concepts: [], design: "sequential", questions: [questionOf()], segmentIds: [] },
    ...{
      respondents: 500,
      seed: 7,
      rating: { ...DEFAULT_RATING, method: "plain", calibrated: false },
      mode: "evidence",
    },
    ...part,
  };
}

/** Its words are those of the crowd, so that words decide. */
export const QUALITY: Scale = {
  id: "quality",
  version: 1,
  anchors: [{ language: "en", sets: [["terrible", "poor", "average", "good", "excellent"]] }],
};

export const SCALES: readonly Scale[] = [QUALITY, ...builtInScales()];

export function inputOf(spec: SurveySpec, evidence: Evidence, segments: readonly Segment[] = []): SurveyInput {
  const texts = textsOf(spec, SCALES, drawPanel(spec, evidence, segments), evidence);
  return { spec, evidence, segments, scales: SCALES, vectors: new Map(texts.map((text) => [text, toyVector(text)])) };
}

/** The whole of a survey in evidence mode. */
export function survey(spec: SurveySpec, evidence: Evidence, segments: readonly Segment[] = []) {
  const input = inputOf(spec, evidence, segments);
  const panel = drawPanel(spec, evidence, segments);
  const responses = panel.map((respondent) => answerFromReviews(input, respondent));
  return { input, panel, responses, results: resultsOf(spec, responses, evidence, segments, input.currency) };
}
