/** From reviews to findings: one encoder pass per sentence, then light heads over the same vectors. */
import type { Finding, Review, Sentence, Sentiment } from "../domain";
import { inContext, restOf } from "./context";
import { DuplicateIndex } from "./duplicates";
import { asksQuestion, flagsOf } from "./flags";
import { HEADS_VERSION, type Heads } from "./heads";
import { detectLanguage } from "./language";
import { type SentenceSpan, splitSentences } from "./sentences";
import { centresFor, reviewSentiment, sentenceSentiment, type Voice } from "./sentiment";
import { contradictsStars, ratingOfFive, starsFromText } from "./stars";
import { quantise } from "./vectors";

export { HEADS_VERSION };

/** Turns texts into L2-normalised vectors, in order; see `Encoder.encode`. */
export type Encode = (texts: string[], signal?: AbortSignal) => Promise<Float32Array[]>;

export interface Understood {
  review: Review;
  sentences: Sentence[];
  finding: Finding;
}

interface Draft {
  review: Review;
  language: string;
  spans: SentenceSpan[];
  /** Index of its first text in the batch; the title, when there is one, comes before the sentences. */
  first: number;
  titled: boolean;
}

/**
 * @param reviews any number; the order is kept, one result for each
 * @param encode called once with every text of the batch
 * @param duplicates texts seen before this batch; texts of the batch are added
 * @throws what `encode` throws, and the signal's reason when aborted
 */
export async function understandReviews(
  reviews: readonly Review[],
  encode: Encode,
  heads: Heads,
  signal?: AbortSignal,
  duplicates = new DuplicateIndex(),
): Promise<Understood[]> {
  signal?.throwIfAborted();
  const texts: string[] = [];
  const drafts = reviews.map((review) => draftOf(review, texts));
  const vectors = await encodeOnce(texts, encode, signal);
  signal?.throwIfAborted();
  const languages = drafts.flatMap((draft) => textLanguages(draft));
  const centres = centresFor(languages, vectors, heads);
  const read = (i: number) => {
    const vector = vectors[i] as Float32Array;
    return sentenceSentiment(vector, centres.get(languages[i] as string) ?? heads.prior, heads);
  };
  return drafts.map((draft) => {
    const voices = voicesOf(draft, texts, read);
    const finding = findingOf(draft, voices, heads, duplicates);
    // The review is judged by its words alone, so that it can contradict its stars; its sentences are then read in its light.
    const meant = inReview(voices, finding.contradicts ? undefined : ratingOfFive(draft.review));
    return { review: draft.review, sentences: sentencesOf(draft, meant, vectors, languages), finding };
  });
}

function draftOf(review: Review, texts: string[]): Draft {
  const title = review.title?.trim() ?? "";
  const language = detectLanguage(`${title}\n${review.body}`, review.language);
  const spans = splitSentences(review.body, language);
  // A title that repeats the body's start would be counted twice.
  const titled = /\p{L}/u.test(title) && !review.body.startsWith(title.replace(/…$|\.{3}$/u, ""));
  const first = texts.length;
  if (titled) texts.push(title);
  for (const span of spans) texts.push(textFor(review.body, span));
  return { review, language, spans, first, titled };
}

/** What the encoder reads: a bare point keeps the heading that gives it its meaning. */
function textFor(body: string, span: SentenceSpan): string {
  const text = body.slice(span.start, span.end);
  return span.heading ? `${span.heading}: ${text}` : text;
}

async function encodeOnce(texts: readonly string[], encode: Encode, signal?: AbortSignal): Promise<Float32Array[]> {
  const unique = [...new Set(texts)];
  if (unique.length === 0) return [];
  const made = await encode(unique, signal);
  const byText = new Map(unique.map((text, i) => [text, made[i] as Float32Array]));
  return texts.map((text) => byText.get(text) as Float32Array);
}

function textLanguages(draft: Draft): string[] {
  const { review, language, spans, titled } = draft;
  const own = spans.map((span) => detectLanguage(review.body.slice(span.start, span.end), language));
  return titled ? [detectLanguage(review.title ?? "", language), ...own] : own;
}

function voicesOf(draft: Draft, texts: readonly string[], read: (i: number) => Voice["sentiment"]): Voice[] {
  const count = draft.spans.length + Number(draft.titled);
  return Array.from({ length: count }, (_, k) => {
    const i = draft.first + k;
    return { sentiment: read(i), length: texts[i]?.length ?? 0 };
  });
}

function sentencesOf(draft: Draft, meant: Sentiment[], vectors: Float32Array[], languages: string[]): Sentence[] {
  const { review, spans } = draft;
  const offset = Number(draft.titled);
  return spans.map(({ start, end }, index) => {
    const { label, score } = meant[index + offset] as Sentiment;
    const at = draft.first + offset + index;
    return {
      id: `${review.id}:${index}`,
      reviewId: review.id,
      subjectId: review.subjectId,
      index,
      start,
      end,
      language: languages[at] as string,
      sentiment: { label, score },
      vector: quantise(vectors[at] as Float32Array),
    };
  });
}

/** @param given the writer's rating on 1–5, when it can be trusted */
function inReview(voices: readonly Voice[], given: number | undefined): Sentiment[] {
  const rest = restOf(voices.map((voice) => voice.sentiment.score));
  return voices.map((voice, i) => inContext(voice.sentiment, { given, rest: rest[i] ?? 0 }));
}

function findingOf(draft: Draft, voices: Voice[], heads: Heads, duplicates: DuplicateIndex): Finding {
  const { review, spans } = draft;
  const sentiment = reviewSentiment(voices);
  const stars = starsFromText(voices, sentiment, heads);
  const flags = flagsOf(review.body);
  if (duplicates.add(review.id, review.body)) flags.push("duplicate");
  return {
    sentiment,
    stars,
    language: draft.language,
    contradicts: flags.length === 0 && contradictsStars(review, sentiment, stars),
    question: spans.some((span) => asksQuestion(review.body.slice(span.start, span.end))),
    flags,
    version: HEADS_VERSION,
  };
}
