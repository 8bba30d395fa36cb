/** Words that some reviewers of a language use and others do not. */
import { VERDICTS } from "../topics";
import { contentWords } from "../words";
import { type Crowd, mostFrequent } from "./crowd";
import type { Feature } from "./features";

/**
 * Words of fewer people are a habit, words of more are everybody's. What is looked at is chosen by how many use it on the whole, before any
 * group is known, so that the test of a group is not biased (Bourgon, Gentleman & Huber, PNAS 107, 2010).
 */
const FEWEST_PEOPLE = 3;
const LARGEST_SHARE = 0.5;
/** Looked at per language, the most used ones: more would only make chance finds likelier. */
const MOST_WORDS = 150;

interface WordUse {
  people: Set<number>;
  /** Spelling → how many times it was read. */
  spellings: Map<string, number>;
}

/** @returns words per language, each compared among the people who write that language */
export function wordFeatures(crowd: Crowd): Feature[] {
  const languages = new Map<string, { people: Set<number>; words: Map<string, WordUse> }>();
  for (const review of crowd.reviews) {
    const language = crowd.languageOf.get(review.id) ?? "und";
    const known = languages.get(language) ?? { people: new Set<number>(), words: new Map<string, WordUse>() };
    languages.set(language, known);
    const person = crowd.personOf.get(review.id) ?? -1;
    known.people.add(person);
    for (const { stem, surface } of contentWords(review.body, language)) {
      if (VERDICTS.has(stem)) continue;
      const use = known.words.get(stem) ?? { people: new Set<number>(), spellings: new Map<string, number>() };
      known.words.set(stem, use);
      use.people.add(person);
      use.spellings.set(surface, (use.spellings.get(surface) ?? 0) + 1);
    }
  }
  return [...languages].flatMap(([language, { people, words }]) => telling(language, people, words));
}

function telling(language: string, among: ReadonlySet<number>, words: ReadonlyMap<string, WordUse>): Feature[] {
  const shared = [...words].filter(
    ([, { people }]) => people.size >= FEWEST_PEOPLE && people.size <= LARGEST_SHARE * among.size,
  );
  shared.sort(([a, m], [b, n]) => n.people.size - m.people.size || (a < b ? -1 : 1));
  return shared.slice(0, MOST_WORDS).map(([stem, { people, spellings }]) => ({
    kind: "word",
    key: `${language} ${stem}`,
    topic: commonest(spellings) ?? stem,
    people,
    among,
  }));
}

function commonest(spellings: ReadonlyMap<string, number>): string | undefined {
  const most = Math.max(...spellings.values());
  return mostFrequent([...spellings].filter(([, count]) => count === most).map(([spelling]) => spelling));
}
