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
  /** Stems of its name, and of all words that make it: a sentence that says the name shows it best. */
  name: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  /** What most of it is written in: a sentence in another language cannot say its name. */
  language: string;
  stances: Stance[];
}

/** Few reviews may have no themes; then words that two reviewers share stand in, this many at most. */
const WORD_TOPICS = 6;
/**
 * How well a sentence shows a topic: by its name, by a word that goes with it, by likeness in a language that has other words for it,
 * and by likeness although it could have named it.
 */
const BY_NAME = 1;
const BY_KEYWORD = 0.5;
const ELSEWHERE = 0.4;
const BY_LIKENESS = 0.1;
/** From this many topics on, those shown less well are left out. */
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
    const name = stemsOf(theme.label);
    const stems = stemsOf([theme.label, ...theme.keywords].join(" "));
    return [{ key, label: theme.label, name, stems, language: mainLanguage(group), stances: stancesOf(group, known) }];
  });
  const found = topics.length > 0 ? topics : wordTopics(own, known);
  return found.sort((a, b) => b.stances.length - a.stances.length || (a.key < b.key ? -1 : 1));
}

/** @returns how well a sentence shows a topic, 0–1: one that says its name stands for it best */
export function showsTopic(topic: Topic, sentence: Sentence, reviews: ReadonlyMap<string, Review>): number {
  const stems = stemsIn(sentence, textOf(sentence, reviews));
  if (stems.some((stem) => topic.name.has(stem))) return BY_NAME;
  if (stems.some((stem) => topic.stems.has(stem))) return BY_KEYWORD;
  return sentence.language === topic.language ? BY_LIKENESS : ELSEWHERE;
}

/** Every card of a subject asks the same of the same sentences; forgotten with them. */
const stemsKnown = new WeakMap<Sentence["vector"], { text: string; stems: readonly string[] }>();

function stemsIn({ vector, language }: Sentence, text: string): readonly string[] {
  const known = vector && stemsKnown.get(vector);
  if (known?.text === text) return known.stems;
  const stems = contentWords(text, language).map(({ stem }) => stem);
  if (vector) stemsKnown.set(vector, { text, stems });
  return stems;
}

/**
 * Topics that somebody speaks of by name come before those found by a word beside it or in another language, and those before likeness;
 * the lesser are told only when there is little else: what is merely near a topic convinces nobody who reads the quote.
 * @param sentences what is said of a topic on the side in question
 */
export function bestShown<T>(
  items: readonly T[],
  topicOf: (item: T) => Topic,
  sentences: (item: T) => readonly Sentence[],
  reviews: ReadonlyMap<string, Review>,
): T[] {
  const ranked = items.map((item) => {
    const shown = sentences(item).map((sentence) => showsTopic(topicOf(item), sentence, reviews));
    return { item, shown: shown.reduce((a, b) => Math.max(a, b), 0) };
  });
  const told: T[] = [];
  for (const [from, to] of [
    [BY_NAME, Number.POSITIVE_INFINITY],
    [ELSEWHERE, BY_NAME],
    [0, ELSEWHERE],
  ] as const) {
    if (told.length >= ENOUGH_SHOWN) break;
    told.push(...ranked.filter(({ shown }) => shown >= from && shown < to).map(({ item }) => item));
  }
  return told;
}

/** @returns those who say a topic's name or a word that goes with it, or speak of it in another language */
export function speakersOf(topic: Topic, reviews: ReadonlyMap<string, Review>): Stance[] {
  return topic.stances.filter(({ sentences }) => {
    return sentences.some((sentence) => showsTopic(topic, sentence, reviews) >= ELSEWHERE);
  });
}

/**
 * @returns the topic with what bears it out only: sentences that show it by a word or in another language, and judge it clearly one way;
 * as it is when it has none
 */
export function borneOut(topic: Topic, reviews: ReadonlyMap<string, Review>): Topic {
  const said = topic.stances.flatMap(({ sentences }) => sentences);
  const shown = said.filter((sentence) => showsTopic(topic, sentence, reviews) >= ELSEWHERE);
  if (shown.length === 0) return topic;
  return {
    ...topic,
    stances: stancesOf(
      shown.map((sentence) => judgedBy(topic, sentence)),
      reviews,
    ),
  };
}

/** Half of the belief at least must lie on one side more than on the other for a sentence to be quoted for it. */
const CLEAR = 0.5;

/**
 * What a sentence says of a topic. One with two sides ("good sound, bad battery") takes that of what it judges by the topic's words. Where
 * the things it names are all judged otherwise than the whole, the whole is in doubt, or praise is meant for what is wished for, it is on
 * no side: it stands beside a number.
 */
export function judgedBy(topic: Topic, sentence: Sentence): Sentence {
  const { label, score } = sentence.sentiment;
  const named = (sentence.aspects ?? []).filter(({ term }) => term !== undefined);
  const own = named.filter(({ term = "" }) => contentWords(term).some(({ stem }) => topic.stems.has(stem)));
  const sides = new Set((own.length > 0 ? own : named).map((aspect) => aspect.sentiment.label));
  const [only] = sides.size === 1 ? sides : [];
  if (label === "mixed") return own.length > 0 && only ? sided(sentence, only) : sentence;
  if (label === "neutral") return sentence;
  const contrary = only !== undefined && only !== label;
  const wish = label === "positive" && sentence.intents?.some(({ intent }) => intent === "request");
  return contrary || wish || Math.abs(score) < CLEAR ? sided(sentence, "neutral") : sentence;
}

function sided(sentence: Sentence, label: Polarity): Sentence {
  const score = label === "positive" ? CLEAR : label === "negative" ? -CLEAR : 0;
  return { ...sentence, sentiment: { ...sentence.sentiment, label, score } };
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
      name: new Set([stem]),
      stems: new Set([stem]),
      language: mainLanguage(said),
      stances: stancesOf(said, reviews),
    };
  });
  const shared = topics.filter(({ key, stances }) => stances.length >= 2 && !VERDICTS.has(key.slice("word:".length)));
  return shared.sort((a, b) => b.stances.length - a.stances.length || (a.key < b.key ? -1 : 1)).slice(0, WORD_TOPICS);
}

function stemsOf(text: string): Set<string> {
  return new Set(contentWords(text).map((word) => word.stem));
}

function mainLanguage(sentences: readonly Sentence[]): string {
  const groups = [...groupBy(sentences, ({ language }) => language)].sort((a, b) => b[1].length - a[1].length);
  return groups[0]?.[0] ?? "und";
}
