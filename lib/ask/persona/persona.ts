/** A persona: one segment speaking. Every line is something its reviewers wrote; nothing is made up about who they are. */
import type { EvidenceLine, Persona, Segment } from "../../domain";
import { stableId } from "../identity";
import { byId, countingReviews, type Material } from "../material";
import { clarity, pickQuotes } from "../quotes";
import { showsTopic, type Topic, topicsOf } from "../topics";
import { typicalWords } from "./vocabulary";

const LINES = 5;
const QUOTES = 3;
const VOCABULARY = 8;

/**
 * @param segment as found by `findSegments`
 * @param material of the same subject; what lies outside the segment serves as comparison for the vocabulary
 * @param created ISO 8601 time
 */
export function makePersona(segment: Segment, material: Material, created: string): Persona {
  const members = new Set(segment.reviewIds);
  const counting = countingReviews(material.reviews);
  const own = counting.filter((review) => members.has(review.id));
  const topics = topicsOf(own, material.sentences, material.themes);
  const reviews = byId(own);
  return {
    id: stableId("persona", segment.id),
    subjectId: segment.subjectId,
    segment,
    reviewIds: segment.reviewIds,
    voice: 1,
    voices: 1,
    goals: [],
    dealbreakers: [],
    wishes: [],
    price: [],
    gaps: [],
    facts: [],
    likes: linesOf(topics, "positive", reviews),
    dislikes: linesOf(topics, "negative", reviews),
    vocabulary: typicalWords(
      own,
      counting.filter((review) => !members.has(review.id)),
      VOCABULARY,
    ),
    created,
  };
}

/** What most of them say first; a topic on which more of them disagree than agree is left to the other side's lines. */
function linesOf(
  topics: readonly Topic[],
  polarity: "positive" | "negative",
  reviews: Parameters<typeof pickQuotes>[1],
) {
  const lines = topics.flatMap((topic): EvidenceLine[] => {
    const agreeing = topic.stances.filter((stance) => stance.polarity === polarity);
    const sentences = agreeing.flatMap((stance) => stance.sentences);
    const fitting = sentences.filter((sentence) => sentence.sentiment.label === polarity);
    const quotes = pickQuotes(fitting, reviews, QUOTES, (sentence) => {
      return clarity(sentence, polarity) * showsTopic(topic, sentence, reviews);
    });
    if (quotes.length === 0) return [];
    const places = quotes.map(({ reviewId, start, end }) => ({ reviewId, start, end }));
    return [{ id: `${polarity}:${topic.key}`, topic: topic.label, supporters: agreeing.length, quotes: places }];
  });
  return lines.sort((a, b) => b.supporters - a.supporters || (a.topic < b.topic ? -1 : 1)).slice(0, LINES);
}
