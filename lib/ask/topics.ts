/** What a set of reviewers talks about, and where each of them stands on it. */
import type { Polarity, Review, Sentence, Theme } from "../domain";
import { byId, groupBy, reviewerOf, textOf } from "./material";
import { contentWords, stemOf } from "./words";

/** One reviewer's position on one topic. */
export interface Stance {
  reviewer: string;
  polarity: Polarity;
  sentences: Sentence[];
}

export interface Topic {
  /** Theme id, or `word:…` when no theme exists yet. */
  key: string;
  /** In the reviewers' words. */
  label: string;
  /** Stems of the words that make it: a sentence with one of them shows it best. */
  stems: ReadonlySet<string>;
  stances: Stance[];
}

/** Few reviews may have no themes; then words that two reviewers share stand in, this many at most. */
const WORD_TOPICS = 6;
/** How well a sentence shows a topic by a word that goes with it, and by likeness alone. */
const BY_KEYWORD = 0.6;
const BY_LIKENESS = 0.15;
/** From this many topics on, those that nobody names are left out. */
const ENOUGH_SHOWN = 2;
/** Words of praise and blame: they say how it is, not what it is about. */
export const VERDICTS = new Set(
  `easy easily perfect perfectly excellent amazing awesome fantastic wonderful terrible awful horrible lovely gorgeous beautiful
   super absolutely definitely highly pretty cool cheap poor pleased impressed disappointed worth superb okay ok
   отлично отличный супер прекрасно ужасно классный schön toll super perfekt furchtbar parfait excellent génial perfecto excelente
   不错 很好 漂亮 满意 差 棒 完美 最高 良かった`
    .split(/\s+/u)
    .filter(Boolean)
    .map(stemOf),
);

/**
 * @param reviews those that count; sentences of others are ignored
 * @returns topics with at least one stance, most reviewers first
 */
export function topicsOf(
  reviews: readonly Review[],
  sentences: readonly Sentence[],
  themes: readonly Theme[],
): Topic[] {
  const known = byId(reviews);
  const own = sentences.filter((sentence) => known.has(sentence.reviewId));
  const named = byId(themes);
  const topics = [...groupBy(own, (sentence) => sentence.themeId ?? "")].flatMap(([key, group]): Topic[] => {
    const theme = named.get(key);
    if (!theme || theme.rest || theme.general) return []; // about no single matter
    const stems = new Set(contentWords([theme.label, ...theme.keywords].join(" ")).map((word) => word.stem));
    return [{ key, label: theme.label, stems, stances: stancesOf(group, known) }];
  });
  const found = topics.length > 0 ? topics : wordTopics(own, known);
  return found.sort((a, b) => b.stances.length - a.stances.length || (a.key < b.key ? -1 : 1));
}

/**
 * How well a sentence shows a topic: one that says its name stands for it better than one with a word that often goes with
 * it, and that better than one found by likeness alone.
 */
export function showsTopic(topic: Topic, sentence: Sentence, reviews: ReadonlyMap<string, Review>): number {
  const words = contentWords(textOf(sentence, reviews), sentence.language);
  const name = new Set(contentWords(topic.label).map((word) => word.stem));
  if (words.some((word) => name.has(word.stem))) return 1;
  return words.some((word) => topic.stems.has(word.stem)) ? BY_KEYWORD : BY_LIKENESS;
}

/**
 * Topics that somebody speaks of in their own words come before those that likeness alone found, and the latter are told only when there is
 * little else: what is merely near a topic convinces nobody who reads the quote.
 * @param sentences what is said of a topic on the side in question
 */
export function bestShown<T>(
  items: readonly T[],
  topicOf: (item: T) => Topic,
  sentences: (item: T) => readonly Sentence[],
  reviews: ReadonlyMap<string, Review>,
): T[] {
  const shown = items.filter((item) =>
    sentences(item).some((sentence) => showsTopic(topicOf(item), sentence, reviews) >= BY_KEYWORD),
  );
  return shown.length >= ENOUGH_SHOWN ? shown : [...shown, ...items.filter((item) => !shown.includes(item))];
}

/** @returns one stance per person who wrote any of the sentences */
export function stancesOf(sentences: readonly Sentence[], reviews: ReadonlyMap<string, Review>): Stance[] {
  const owned = sentences.flatMap((sentence) => {
    const review = reviews.get(sentence.reviewId);
    return review ? [{ sentence, reviewer: reviewerOf(review) }] : [];
  });
  return [...groupBy(owned, ({ reviewer }) => reviewer)].map(([reviewer, group]) => {
    const said = group.map(({ sentence }) => sentence);
    return { reviewer, polarity: netPolarity(said), sentences: said };
  });
}

/** More sentences of one side win; at a draw the stronger words do; without either it is neutral. */
export function netPolarity(sentences: readonly Sentence[]): Polarity {
  const judged = sentences.filter(({ sentiment }) => sentiment.label === "positive" || sentiment.label === "negative");
  if (judged.length === 0) return "neutral";
  const balance = judged.reduce((sum, { sentiment }) => sum + (sentiment.label === "positive" ? 1 : -1), 0);
  const tone = balance || judged.reduce((sum, { sentiment }) => sum + sentiment.score, 0);
  return tone === 0 ? "mixed" : tone > 0 ? "positive" : "negative";
}

function wordTopics(sentences: readonly Sentence[], reviews: ReadonlyMap<string, Review>): Topic[] {
  const uses = sentences.flatMap((sentence) =>
    contentWords(textOf(sentence, reviews), sentence.language).map((word) => ({ ...word, sentence })),
  );
  const topics = [...groupBy(uses, (use) => use.stem)].map(([stem, group]) => {
    const said = [...new Set(group.map((use) => use.sentence))];
    return {
      key: `word:${stem}`,
      label: group[0]?.surface ?? stem,
      stems: new Set([stem]),
      stances: stancesOf(said, reviews),
    };
  });
  const shared = topics.filter(({ key, stances }) => stances.length >= 2 && !VERDICTS.has(key.slice("word:".length)));
  return shared.sort((a, b) => b.stances.length - a.stances.length || (a.key < b.key ? -1 : 1)).slice(0, WORD_TOPICS);
}
