/** From reviews to findings: one pass per sentence through encoder and reader, then light rules over what they gave. */
import type { Finding, Review, ReviewFlag, Sentence, Span } from "../domain";
import type { TextReading } from "../models/model";
import { aspectsOf } from "./aspect-terms";
import { because } from "./because";
import { inContext, restOf } from "./context";
import { DuplicateIndex } from "./duplicates";
import { findEntities } from "./entities";
import { asksQuestion, flagsOf } from "./flags";
import { HEADS_VERSION, type Heads } from "./heads";
import { emotionOf } from "./intents";
import { detectLanguage } from "./language";
import { type SentenceSpan, splitSentences } from "./sentences";
import { reviewConfidence, reviewSentiment, type Voice } from "./sentiment";
import { contradictsStars, judgeReview, ratingOfFive } from "./stars";
import { quantise } from "./vectors";
import { voiceOf } from "./voice";

export { HEADS_VERSION };

/** Reads texts in order; see `Encoder.read`. */
export type Read = (texts: string[], signal?: AbortSignal) => Promise<TextReading[]>;

export interface Understood {
  review: Review;
  sentences: Sentence[];
  finding: Finding;
}

export interface UnderstandOptions {
  signal?: AbortSignal;
  /** Texts seen before this batch; texts of the batch are added. */
  duplicates?: DuplicateIndex;
  /** What the reviews are about: its own name and brand are told from those of others. */
  subject?: { name?: string; brand?: string };
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
 * @param read called once with every different text of the batch
 * @throws what `read` throws, and the signal's reason when aborted
 */
export async function understandReviews(
  reviews: readonly Review[],
  read: Read,
  heads: Heads,
  { signal, duplicates = new DuplicateIndex(), subject }: UnderstandOptions = {},
): Promise<Understood[]> {
  signal?.throwIfAborted();
  const texts: string[] = [];
  const drafts = reviews.map((review) => draftOf(review, texts));
  const readings = await readOnce(texts, read, signal);
  signal?.throwIfAborted();
  return drafts.map((draft) => {
    const own = readings.slice(draft.first, draft.first + draft.spans.length + Number(draft.titled));
    const voices = own.map((reading, k) => voiceOf(reading, texts[draft.first + k] ?? "", heads.calibration));
    const finding = findingOf(draft, voices, heads, duplicates);
    // The review is judged by its words alone, so that it can contradict its stars; its sentences are then read in its light.
    const meant = inReview(voices, finding.contradicts ? undefined : ratingOfFive(draft.review));
    return { review: draft.review, sentences: sentencesOf(draft, meant, own, heads, subject), finding };
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

async function readOnce(texts: readonly string[], read: Read, signal?: AbortSignal): Promise<TextReading[]> {
  const unique = [...new Set(texts)];
  if (unique.length === 0) return [];
  const made = await read(unique, signal);
  const byText = new Map(unique.map((text, i) => [text, made[i] as TextReading]));
  return texts.map((text) => byText.get(text) as TextReading);
}

function sentencesOf(
  draft: Draft,
  meant: readonly Voice[],
  readings: TextReading[],
  heads: Heads,
  subject: UnderstandOptions["subject"],
): Sentence[] {
  const { review, spans } = draft;
  const offset = Number(draft.titled);
  return spans.map((span, index) => {
    const reading = readings[index + offset] as TextReading;
    const voice = meant[index + offset] as Voice;
    const { label, score, confidence } = voice.sentiment;
    const words = review.body.slice(span.start, span.end);
    return {
      id: `${review.id}:${index}`,
      reviewId: review.id,
      subjectId: review.subjectId,
      index,
      start: span.start,
      end: span.end,
      language: detectLanguage(words, draft.language),
      sentiment: { label, score, confidence },
      vector: quantise(reading.vector),
      ...marksOf(review.body, span, reading, voice, heads),
      ...entitiesOf(words, span.start, subject),
    };
  });
}

function entitiesOf(words: string, shift: number, subject: UnderstandOptions["subject"]): Pick<Sentence, "entities"> {
  const entities = findEntities(words, { subject });
  if (entities.length === 0) return {};
  return { entities: entities.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })) };
}

type Marks = Pick<Sentence, "because" | "aspects" | "intents" | "emotion">;

/** What is marked inside a sentence, at its places in the body; what was not found is left out. */
function marksOf(
  body: string,
  span: SentenceSpan,
  reading: TextReading,
  { sentiment, intents = [] }: Voice,
  { calibration }: Heads,
): Marks {
  const text = textFor(body, span);
  const shift = span.end - text.length; // the words stand at the end of what was read, behind their heading
  const inside = <T extends Span>(found: readonly T[]) =>
    found
      .filter(({ start }) => start + shift >= span.start)
      .map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
  const words = inside(because(text, reading.tokens, sentiment.label));
  const aspects = inside(aspectsOf(text, reading.tokens, calibration));
  const emotion = emotionOf(reading, calibration);
  return {
    ...(words.length > 0 ? { because: words } : {}),
    ...(aspects.length > 0 ? { aspects } : {}),
    ...(intents.length > 0 ? { intents } : {}),
    ...(emotion ? { emotion } : {}),
  };
}

/** @param given the writer's rating on 1–5, when it can be trusted */
function inReview(voices: readonly Voice[], given: number | undefined): Voice[] {
  const rest = restOf(voices.map((voice) => voice.sentiment.score));
  return voices.map((voice, i) => ({ ...voice, sentiment: inContext(voice.sentiment, { given, rest: rest[i] ?? 0 }) }));
}

/** Texts with these flags are not one person's opinion, so there is nothing for their stars to contradict. */
const NO_OPINION: ReadonlySet<ReviewFlag> = new Set(["spam", "no-words", "instructions", "duplicate"]);

function findingOf(draft: Draft, voices: Voice[], heads: Heads, duplicates: DuplicateIndex): Finding {
  const { review, spans } = draft;
  const judged = reviewSentiment(voices);
  const sentiment = { ...judged, confidence: reviewConfidence(judged, heads.calibration) };
  const { stars, satisfied, recommends } = judgeReview(voices, sentiment, heads);
  const flags = flagsOf(review.body);
  if (duplicates.add(review.id, review.body)) flags.push("duplicate");
  return {
    sentiment,
    stars,
    language: draft.language,
    contradicts: !flags.some((flag) => NO_OPINION.has(flag)) && contradictsStars(review, sentiment, stars),
    question: spans.some((span) => asksQuestion(review.body.slice(span.start, span.end))),
    flags,
    ...(voices.length > 0 ? { satisfied, recommends } : {}),
    version: HEADS_VERSION,
  };
}
