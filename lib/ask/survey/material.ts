/** The words and vectors of a run as they go into its manifest, and back. Who wrote them stays behind. */
import type { Segment, Sentence, SurveyManifest, SurveyMaterial, Theme } from "../../domain";
import { indexEvidence } from "../evidence-index";
import { countingReviews, type ReadReview, reviewerOf } from "../material";
import { hashOf } from "./canonical";
import type { SurveyInput } from "./input";
import { bytesFromBase64, bytesToBase64, floatsFromBase64, floatsToBase64 } from "./packed";

/**
 * All reviews that count, since what is common to them decides what a word tells; of each its text, its stars and what was understood of
 * it. Reviewers are numbered. What they wrote is whole: a name in a text stays in it.
 * @returns the manifest with what it takes to run it again elsewhere
 */
export function withMaterial(manifest: SurveyManifest, input: SurveyInput): SurveyManifest {
  const { evidence, segments, spec, vectors, currency } = input;
  const reviews = countingReviews(evidence.reviews);
  const known = new Set(reviews.map(({ id }) => id));
  const pseudonyms = new Map<string, string>();
  for (const review of reviews)
    pseudonyms.set(reviewerOf(review), pseudonyms.get(reviewerOf(review)) ?? `R${pseudonyms.size + 1}`);
  const material: SurveyMaterial = {
    reviews: reviews.map((review) => packReview(review, pseudonyms.get(reviewerOf(review)) ?? "")),
    sentences: evidence.sentences.filter(({ reviewId }) => known.has(reviewId)).map(packSentence),
    themes: evidence.themes.filter(({ rest, general }) => !rest && !general).map(({ id, label }) => ({ id, label })),
    segments: segments
      .filter(({ id }) => spec.segmentIds.includes(id))
      .map(({ id, reviewIds }) => ({ id, reviewIds: [...reviewIds] })),
    vectors: Object.fromEntries([...vectors].map(([text, vector]) => [text, floatsToBase64(vector)])),
    ...(currency === undefined ? {} : { currency }),
  };
  return { ...manifest, material: { ...material, hash: hashOf(material) } };
}

type PackedReview = SurveyMaterial["reviews"][number];
type PackedSentence = SurveyMaterial["sentences"][number];

function packReview(
  { id, body, title, rating, ratingScale, language, finding }: ReadReview,
  reviewer: string,
): PackedReview {
  const understood = finding && { stars: finding.stars, flags: [...finding.flags], score: finding.sentiment.score };
  return withoutAbsent({
    id,
    reviewer,
    body,
    title,
    rating,
    ratingScale,
    language: finding?.language ?? language,
    ...understood,
  });
}

function packSentence({
  id,
  reviewId,
  start,
  end,
  language,
  sentiment,
  vector,
  themeId,
  entities = [],
}: Sentence): PackedSentence {
  const prices = entities.filter(({ kind }) => kind === "price");
  const { label, score } = sentiment;
  const packed = bytesToBase64(Int8Array.from(vector));
  return withoutAbsent({
    id,
    reviewId,
    start,
    end,
    language,
    label,
    score,
    vector: packed,
    themeId,
    ...(prices.length > 0 ? { prices } : {}),
  });
}

/** What a file can hold: no `undefined`. */
function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/** @returns what the survey was answered from, with reviewers under their numbers; the same results follow from it */
export function unpacked(
  { spec, scales, subject, calibration }: SurveyManifest,
  material: SurveyMaterial,
): SurveyInput {
  const reviews = material.reviews.map(unpackReview);
  const sentences = material.sentences.map((sentence, i) => unpackSentence(sentence, i));
  const themes = material.themes.map(unpackTheme);
  return {
    spec,
    evidence: { subject: { name: subject.name }, reviews, sentences, themes, index: indexEvidence(reviews, sentences) },
    segments: material.segments.map(unpackSegment),
    scales,
    vectors: new Map(Object.entries(material.vectors).map(([text, packed]) => [text, floatsFromBase64(packed)])),
    ...(material.currency === undefined ? {} : { currency: material.currency }),
    ...(calibration ? { calibration } : {}),
  };
}

function unpackReview({
  id,
  reviewer,
  body,
  title,
  rating,
  ratingScale,
  language,
  stars,
  flags,
  score,
}: PackedReview): ReadReview {
  const review = {
    id,
    subjectId: "",
    kind: "review" as const,
    body,
    title,
    rating,
    ratingScale,
    language,
    author: reviewer,
  };
  const origin = { place: { url: "" }, how: "manifest", collected: "" };
  if (stars === undefined || score === undefined) return { ...review, ...origin };
  const label = score > 0 ? "positive" : score < 0 ? "negative" : "neutral";
  const finding = {
    sentiment: { label, score } as const,
    stars,
    language: language ?? "und",
    contradicts: false,
    question: false,
    version: 0,
  };
  return { ...review, ...origin, finding: { ...finding, flags: (flags ?? []) as [] } };
}

function unpackSentence(
  { id, reviewId, start, end, language, label, score, vector, themeId, prices }: PackedSentence,
  index: number,
): Sentence {
  const sentiment = { label: label as Sentence["sentiment"]["label"], score };
  const place = { id, reviewId, subjectId: "", index, start, end };
  return {
    ...place,
    language,
    sentiment,
    vector: bytesFromBase64(vector),
    themeId,
    ...(prices ? { entities: prices } : {}),
  };
}

function unpackTheme({ id, label }: SurveyMaterial["themes"][number]): Theme {
  const figures = { size: 0, share: 0, positive: 0, neutral: 0, negative: 0, score: 0 };
  return { id, subjectId: "", label, keywords: [], quotes: [], ...figures };
}

function unpackSegment({ id, reviewIds }: SurveyMaterial["segments"][number]): Segment {
  const figures = { reviewers: reviewIds.length, share: 0, thin: false, traits: [], quotes: [] };
  return { id, subjectId: "", basis: { kind: "chosen" }, reviewIds, ...figures };
}
