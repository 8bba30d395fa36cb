/** Likes and dislikes: topics on which these reviewers stand on one side, and gaps: topics they leave to others. */
import type { EvidenceLine, Persona, Polarity, Sentence } from "../../domain";
import type { ReadReview } from "../material";
import { clarity, pickQuotes } from "../quotes";
import { bestShown, borneOut, judgedBy, type Stance, showsTopic, type Topic } from "../topics";
import { placesOf, QUOTES, shared } from "./lines";

type Side = "positive" | "negative";

/**
 * What most of them say first. A person who praises and blames a topic counts on the side that outweighs.
 * @param topics of the persona's own reviewers
 */
export function opinionLines(
  topics: readonly Topic[],
  side: Side,
  reviews: ReadonlyMap<string, ReadReview>,
): EvidenceLine[] {
  const sided = topics.map((whole) => {
    const topic = borneOut(whole, reviews);
    const agreeing = topic.stances.filter((stance) => standOf(topic, stance) === side);
    const fitting = agreeing.flatMap(({ sentences }) => sentences.filter((one) => sideOf(topic, one) === side));
    return { topic, agreeing, fitting };
  });
  const told = bestShown(
    sided,
    ({ topic }) => topic,
    ({ fitting }) => fitting,
    reviews,
  );
  const lines = told.flatMap(({ topic, agreeing, fitting }): EvidenceLine[] => {
    const quotes = pickQuotes(fitting, reviews, QUOTES, (sentence) => {
      return clarity(sentence, side) * showsTopic(topic, sentence, reviews);
    });
    if (quotes.length === 0) return [];
    const part = side === "positive" ? "likes" : "dislikes";
    return [{ id: `${part}:${topic.key}`, topic: topic.label, supporters: agreeing.length, quotes: placesOf(quotes) }];
  });
  return shared(lines);
}

/** @returns where a person stands on a topic: the side of more of their sentences, the stronger one at a draw, else neutral */
export function standOf(topic: Topic, { sentences }: Stance): Polarity {
  let balance = 0;
  let tone = 0;
  for (const sentence of sentences) {
    const side = sideOf(topic, sentence);
    if (side === "neutral" || side === "mixed") continue;
    balance += side === "positive" ? 1 : -1;
    tone += side === sentence.sentiment.label ? sentence.sentiment.score : 0;
  }
  const verdict = balance || tone;
  return verdict === 0 ? "neutral" : verdict > 0 ? "positive" : "negative";
}

function sideOf(topic: Topic, sentence: Sentence): Polarity {
  return judgedBy(topic, sentence).sentiment.label;
}

/** Gaps shown. */
const GAPS = 4;
/** Share of false gaps among those shown (Benjamini & Hochberg 1995). */
const CHANCE = 0.05;

/**
 * Topics that none of these reviewers speaks of although so many others do that it is hardly chance: were they like everybody, the
 * probability that all of them leave it out is hypergeometric; adjusted for the number of topics by Benjamini and Hochberg.
 * @param all topics of the whole subject
 * @param own keys of the topics these reviewers speak of
 * @param people how many these reviewers are
 * @param everybody how many wrote in all
 */
export function gapsAmong(
  all: readonly Topic[],
  own: ReadonlySet<string>,
  people: number,
  everybody: number,
): Persona["gaps"] {
  const tested = all
    .map(({ key, label, stances }) => ({ key, topic: label, others: stances.length }))
    .map((topic) => ({ ...topic, chance: own.has(topic.key) ? 1 : chanceOfNone(topic.others, people, everybody) }))
    .sort((a, b) => a.chance - b.chance || b.others - a.others || (a.key < b.key ? -1 : 1));
  const last = tested.findLastIndex(({ chance }, i) => chance <= (CHANCE * (i + 1)) / tested.length);
  return tested.slice(0, Math.min(last + 1, GAPS)).map(({ topic, others }) => ({ topic, others }));
}

/** Chance that none of `drawn` people, taken from `everybody`, is among the `speaking`. */
function chanceOfNone(speaking: number, drawn: number, everybody: number): number {
  if (drawn + speaking > everybody) return 0;
  let log = 0;
  for (let i = 0; i < Math.min(drawn, speaking); i++)
    log += Math.log((everybody - Math.max(drawn, speaking) - i) / (everybody - i));
  return Math.exp(log);
}
