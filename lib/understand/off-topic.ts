/**
 * Reviews that speak of something else than what is reviewed: the weather, politics, another product. A review is compared with the others of
 * its subject in two ways, by its vector and by its words, each measured against what is usual for this subject; one that has little of
 * either is reported. Nothing is learnt and no model runs: both come from the one pass over the sentences.
 */
import type { Sentence } from "../domain";
import { aspectsIn } from "./aspects";
import { BUYING_ASPECTS } from "./aspects-of-buying";
import { findPersonalData } from "./personal-data";
import { stopWords } from "./stop-words";
import { type ThemedReview, usableReviews } from "./theme-material";
import { meanOf, normalise, restore, similarity, subtract } from "./vectors";
import { wordsOf } from "./words";

export interface OffTopicInput {
  reviews: readonly ThemedReview[];
  sentences: readonly Sentence[];
  /** Name of what is reviewed: whoever says one of its words speaks of it. */
  about?: string;
  /** Shipped mean vectors per language (`Heads.means`); their mean serves the other languages. */
  means: ReadonlyMap<string, Float32Array>;
}

/** What a review says beside buying: delivery, service and price belong to every subject, so they are no digression. */
interface Voice {
  id: string;
  language: string;
  /** Mean of its sentences, less the mean of their language; length 1. */
  vector: Float32Array;
  words: ReadonlySet<string>;
}

/** Reviews of one language from which a subject can be told. */
const FEWEST_REVIEWS = 12;
/** Different words, function words and verdicts aside, without which a text has no topic of its own. */
const FEWEST_WORDS = 5;
/** Where the usual review is less like the others, or has rarer words, the subject has no common topic. */
const COMMON = { likeness: 0.3, shared: 0.15 };
/** Sum of both shares of the usual, 2 for the usual review; chosen on half of the products (docs/quality.md). */
const ELSEWHERE = 0.8;
/** More than this share of a subject's reviews cannot be off its topic: they are a second topic. */
const MOST = 0.2;
/** Characters and words of a text that holds nothing but an order number. */
const LONGEST_NUMBER = 80;
const WORDS_BESIDE = 5;

/**
 * Looks at each language of a subject apart; the time grows with the number of sentences and words, not with their pairs.
 * @returns ids of reviews off the topic, in the order of `reviews`; none where there are too few reviews to tell
 */
export function findOffTopic({ reviews, sentences, about = "", means }: OffTopicInput): string[] {
  const own = groupBy(sentences, ({ reviewId }) => reviewId);
  const centre = centreFrom(means);
  const usable = usableReviews(reviews);
  const voices = usable.flatMap((review) => voiceOf(review, own.get(review.id) ?? [], centre) ?? []);
  const found = new Set(usable.filter(isOnlyANumber).map(({ id }) => id));
  for (const [language, group] of groupBy(voices, (voice) => voice.language)) {
    const names = contentWords(about, language);
    for (const { id, words } of strangersAmong(group)) if (![...names].some((name) => words.has(name))) found.add(id);
  }
  return reviews.flatMap(({ id }) => (found.has(id) ? [id] : []));
}

function voiceOf({ id, body }: ThemedReview, sentences: readonly Sentence[], centre: Centre): Voice | undefined {
  const language = sentences[0]?.language ?? "und";
  const topical = sentences.filter((sentence) => !isOfBuying(body.slice(sentence.start, sentence.end), language));
  const text = topical.map(({ start, end }) => body.slice(start, end)).join("\n");
  const words = contentWords(text, language);
  const vector = meanOf(topical.map(centre));
  return vector && words.size >= FEWEST_WORDS ? { id, language, words, vector: normalise(vector) } : undefined;
}

function isOfBuying(text: string, language: string): boolean {
  for (const aspect of aspectsIn(text, wordsOf(text, language), language).keys())
    if (Object.hasOwn(BUYING_ASPECTS, aspect)) return true;
  return false;
}

function contentWords(text: string, language: string): ReadonlySet<string> {
  const left = stopWords(language);
  const words = wordsOf(text, language).filter(
    (word) => !left.has(word.text.toLowerCase()) && /\p{L}/u.test(word.text),
  );
  return new Set(words.map(({ key }) => key));
}

type Centre = (sentence: Sentence) => Float32Array;

function centreFrom(means: OffTopicInput["means"]): Centre {
  const fallback = meanOf([...means.values()]);
  return ({ vector, language }) => {
    const mean = means.get(language) ?? fallback;
    return mean ? normalise(subtract(restore(vector), mean)) : restore(vector);
  };
}

/** An order number and a few words around it: meant for the shop's support. */
function isOnlyANumber({ body, language }: ThemedReview): boolean {
  if (body.length > LONGEST_NUMBER || !/\d{4}/u.test(body)) return false;
  const numbers = findPersonalData(body, language).filter(({ kind }) => kind === "id");
  const rest = numbers.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, body);
  return numbers.length > 0 && wordsOf(rest, language ?? "und").length <= WORDS_BESIDE;
}

/** Voices that have little in common with the others; none among few, among voices without a common topic, or when they are many. */
function strangersAmong(voices: readonly Voice[]): Voice[] {
  if (voices.length < FEWEST_REVIEWS) return [];
  const likeness = likenessToOthers(voices);
  const shared = sharedWithOthers(voices);
  const usual = { likeness: median(likeness), shared: median(shared) };
  if (usual.likeness < COMMON.likeness || usual.shared < COMMON.shared) return [];
  const strangers = voices.filter((_, i) => {
    const [like, same] = [likeness[i] as number, shared[i] as number];
    return like / usual.likeness + same / usual.shared < ELSEWHERE;
  });
  return strangers.length <= Math.max(1, MOST * voices.length) ? strangers : [];
}

/** Cosine of each voice with the sum of all others. */
function likenessToOthers(voices: readonly Voice[]): number[] {
  const sum = new Float32Array(voices[0]?.vector.length ?? 0);
  for (const { vector } of voices)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
  return voices.map(({ vector }) => similarity(vector, subtract(sum, vector)));
}

/** How common each voice's words are, 0–1: the mean of the logarithms of how many voices say them. With plain shares a subject of many reviews would know every word. */
function sharedWithOthers(voices: readonly Voice[]): number[] {
  const sayers = new Map<string, number>();
  for (const { words } of voices) for (const word of words) sayers.set(word, (sayers.get(word) ?? 0) + 1);
  return voices.map(({ words }) => {
    let common = 0;
    for (const word of words) common += Math.log(sayers.get(word) ?? 1);
    return common / (words.size * Math.log(voices.length));
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
