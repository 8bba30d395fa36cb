/** The single things that those on one side of a question name: what exactly is praised or blamed, in their words. */
import type { AspectMention, Polarity, Review, Sentence } from "../domain";
import type { ClaimSource } from "./claims";
import { groupBy } from "./material";
import { type Stance, stancesOf } from "./topics";
import { contentWords } from "./words";

/** What one person names is a voice, not a point. */
const FEWEST_PEOPLE = 2;

interface Named {
  key: string;
  label: string;
  sentence: Sentence;
}

/**
 * @param stances of everybody who bears on the question
 * @param asked stems of the question: what it names itself is no point of its own
 * @returns one source for each thing that at least two people judge that way, most people first
 */
export function pointsOf(
  stances: readonly Stance[],
  polarity: Polarity,
  asked: ReadonlySet<string>,
  reviews: ReadonlyMap<string, Review>,
): ClaimSource[] {
  const sentences = stances.filter((stance) => stance.polarity === polarity).flatMap((stance) => stance.sentences);
  const named = sentences.flatMap((sentence) => namedIn(sentence, polarity, asked));
  const points = [...groupBy(named, ({ key }) => key)].flatMap(([key, group]) => {
    const people = stancesOf([...new Set(group.map(({ sentence }) => sentence))], reviews);
    const agreeing = people.map((stance) => ({ ...stance, polarity }));
    return people.length < FEWEST_PEOPLE ? [] : [{ key, topic: commonest(group), polarity, stances: agreeing }];
  });
  points.sort((a, b) => b.stances.length - a.stances.length || (a.key < b.key ? -1 : 1));
  return withoutSamePeople(points);
}

/** Terms that the encoder's heads marked as judged that way, in the sentence's own words. */
function namedIn(sentence: Sentence, polarity: Polarity, asked: ReadonlySet<string>): Named[] {
  const terms = (sentence.aspects ?? []).flatMap((aspect) => termOf(aspect, polarity) ?? []);
  return terms.flatMap((label) => {
    const stems = contentWords(label, sentence.language).map(({ stem }) => stem);
    if (stems.length === 0 || stems.length > 3 || stems.every((stem) => asked.has(stem))) return [];
    return [{ key: [...stems].sort().join(" "), label: label.toLowerCase(), sentence }];
  });
}

function termOf({ term, whole, sentiment }: AspectMention, polarity: Polarity): string | undefined {
  return whole || sentiment.label !== polarity ? undefined : term;
}

function commonest(group: readonly Named[]): string {
  const spellings = [...groupBy(group, ({ label }) => label)].sort((a, b) => b[1].length - a[1].length);
  return spellings[0]?.[0] ?? "";
}

/** "Ear pads" and "pads" of the same people are one point. */
function withoutSamePeople<T extends ClaimSource & { key: string }>(points: readonly T[]): T[] {
  const kept: T[] = [];
  for (const point of points) {
    const words = new Set(point.key.split(" "));
    if (!kept.some(({ key }) => key.split(" ").some((stem) => words.has(stem)))) kept.push(point);
  }
  return kept;
}
