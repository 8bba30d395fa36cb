/** From sentences that belong on a part of the card to its lines: who says it, and in which words. */
import type { CardPart, EvidenceLine, Quote, QuotedText, Sentence } from "../../domain";
import { groupBy, type ReadReview, reviewerOf } from "../material";
import { pickQuotes } from "../quotes";
import type { Mention } from "./mentions";

/** Lines of one part of a card. */
export const LINES = 5;
/** Verbatim quotes under a line, each of another person. */
export const QUOTES = 3;
/** What single people say, where nothing is said by two. */
const SINGLES = 2;

/**
 * Each sentence goes under the heading that most people share, and under no other, so that no line repeats the one above it.
 * @param mentions of one part, of the persona's own reviewers
 * @returns at most five lines, what most people say first
 */
export function linesFrom(
  part: CardPart,
  mentions: readonly Mention[],
  reviews: ReadonlyMap<string, ReadReview>,
): EvidenceLine[] {
  const lines: EvidenceLine[] = [];
  let left = [...mentions];
  while (left.length > 0 && lines.length < LINES) {
    const [heading] = [...groupBy(left, ({ key }) => key).values()]
      .map((group) => ({ group, people: peopleOf(group, reviews), rank: group[0]?.rank ?? 0 }))
      .sort((a, b) => b.people - a.people || b.rank - a.rank || (keyOf(a.group) < keyOf(b.group) ? -1 : 1));
    if (!heading) break;
    lines.push(lineOf(part, heading.group, heading.people, reviews));
    const filed = new Set(heading.group.map(({ sentence }) => sentence.id));
    left = left.filter(({ sentence }) => !filed.has(sentence.id));
  }
  return shared(lines);
}

/** @returns lines that several people share; where there are none, a few of single people: one voice never stands beside many as if it were one of them */
export function shared(lines: readonly EvidenceLine[]): EvidenceLine[] {
  const ordered = [...lines].sort((a, b) => b.supporters - a.supporters || (a.topic < b.topic ? -1 : 1));
  const several = ordered.filter(({ supporters }) => supporters > 1);
  return several.length > 0 ? several.slice(0, LINES) : ordered.slice(0, SINGLES);
}

/** @returns the places of quotes, without their texts */
export function placesOf(quotes: readonly QuotedText[]): Quote[] {
  return quotes.map(({ reviewId, start, end }) => ({ reviewId, start, end }));
}

function lineOf(
  part: CardPart,
  group: readonly Mention[],
  supporters: number,
  reviews: ReadonlyMap<string, ReadReview>,
): EvidenceLine {
  const sentences = [...new Map(group.map(({ sentence }) => [sentence.id, sentence])).values()];
  const quotes = pickQuotes(sentences, reviews, QUOTES, (sentence) => certainty(sentence));
  const polarity = group[0]?.polarity;
  return {
    id: `${part}:${keyOf(group)}`,
    topic: mostWritten(group.map(({ label }) => label)),
    supporters,
    quotes: placesOf(quotes),
    ...(polarity ? { polarity } : {}),
  };
}

/** A sentence that judges shows best what is at stake. */
function certainty({ sentiment }: Sentence): number {
  return 0.5 + Math.abs(sentiment.score) / 2;
}

function keyOf(group: readonly Mention[]): string {
  return group[0]?.key ?? "";
}

function peopleOf(group: readonly Mention[], reviews: ReadonlyMap<string, ReadReview>): number {
  const people = new Set<string>();
  for (const { sentence } of group) {
    const review = reviews.get(sentence.reviewId);
    if (review) people.add(reviewerOf(review));
  }
  return people.size;
}

/** Ties go to the shorter wording, then to the alphabet, so that it does not depend on the order of reviews. */
function mostWritten(labels: readonly string[]): string {
  const counted = [...groupBy(labels, (label) => label)].map(([label, all]) => ({ label, count: all.length }));
  counted.sort((a, b) => b.count - a.count || a.label.length - b.label.length || (a.label < b.label ? -1 : 1));
  return counted[0]?.label ?? "";
}
