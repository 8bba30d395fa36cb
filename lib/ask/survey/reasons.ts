/** Why they answer as they do: their own sentences, by what they are about and which side they take. */
import type { Review, Sentence, SurveyAnswer, SurveyQuestion, SurveyReason } from "../../domain";
import type { Evidence } from "../answering";
import { byId, groupBy } from "../material";
import { clarity, pickQuotes } from "../quotes";
import { meanScore } from "../ssr/rating";
import { netPolarity, stancesOf } from "../topics";
import { entriesOf } from "./entries";

/** Of each side so many themes, and of each of them so many quotes. */
const THEMES = 4;
const QUOTES = 3;
const WRITTEN = 3;

export interface ReasonsOf {
  question: SurveyQuestion;
  conceptId?: string;
}

/**
 * @param answers of all respondents to the question, about the concept
 * @returns most reviewers first, side by side; every quote verbatim and each of another person within a reason
 */
export function reasonsIn(
  { question, conceptId }: ReasonsOf,
  answers: readonly SurveyAnswer[],
  evidence: Evidence,
): SurveyReason[] {
  const about = { questionId: question.id, ...(conceptId === undefined ? {} : { conceptId }) };
  const known = byId<Review>(evidence.reviews);
  const reasons = [...groupBy(quotedIn(answers, evidence), ({ themeId }) => topicIdOf(themeId, evidence))].flatMap(
    ([themeId, said]) => {
      const topic = evidence.themes.find(({ id }) => id === themeId)?.label;
      return sidesOf(said, known).map(
        ({ side, sentences }): SurveyReason => ({
          ...about,
          side,
          ...(topic === undefined ? {} : { themeId, topic }),
          reviewers: stancesOf(sentences, known).length,
          quotes: pickQuotes(sentences, known, QUOTES, (sentence) => clarity(sentence, POLARITY[side])),
        }),
      );
    },
  );
  reasons.sort(
    (a, b) =>
      SIDES.indexOf(a.side) - SIDES.indexOf(b.side) || b.reviewers - a.reviewers || compare(a.themeId, b.themeId),
  );
  const kept = SIDES.flatMap((side) => reasons.filter((reason) => reason.side === side).slice(0, THEMES));
  return [...kept, ...writtenIn(answers).map((reason) => ({ ...about, ...reason }))];
}

const SIDES = ["for", "against", "mixed"] as const;
type Side = (typeof SIDES)[number];
const POLARITY = { for: "positive", against: "negative", mixed: "mixed" } as const;

/** Each sentence once, though it may be quoted for several rows. */
function quotedIn(answers: readonly SurveyAnswer[], { index }: Evidence): Sentence[] {
  const entries = entriesOf(index);
  const found = new Map<string, Sentence>();
  for (const { quotes = [] } of answers)
    for (const { reviewId, start } of quotes) {
      const entry = entries.get(reviewId)?.find(({ sentence }) => sentence.start === start);
      if (entry) found.set(entry.sentence.id, entry.sentence);
    }
  return [...found.values()].sort((a, b) => compare(a.reviewId, b.reviewId) || a.start - b.start);
}

/** What is said about nothing in particular has no theme. */
function topicIdOf(themeId: string | undefined, { themes }: Evidence): string | undefined {
  const theme = themes.find(({ id }) => id === themeId);
  return theme && !theme.rest && !theme.general ? theme.id : undefined;
}

/** A person's sentences about one matter take one side, that of most of them. */
function sidesOf(
  sentences: readonly Sentence[],
  known: ReadonlyMap<string, Review>,
): { side: Side; sentences: Sentence[] }[] {
  const sided = stancesOf(sentences, known).map((stance) => {
    const polarity = netPolarity(stance.sentences);
    const side: Side = polarity === "positive" ? "for" : polarity === "negative" ? "against" : "mixed";
    return { side, said: stance.sentences };
  });
  return [...groupBy(sided, ({ side }) => side)].map(([side, people]) => ({
    side,
    sentences: people.flatMap(({ said }) => said),
  }));
}

/** What a language model wrote in their place, on the side its words were rated to be on. */
function writtenIn(answers: readonly SurveyAnswer[]): Omit<SurveyReason, "questionId">[] {
  const told = answers.flatMap(({ reason, text, pmf }) => {
    const words = reason ?? text;
    return words === undefined ? [] : [{ words, side: sideOf(pmf) }];
  });
  return [...groupBy(told, ({ side }) => side)]
    .sort(([a], [b]) => SIDES.indexOf(a) - SIDES.indexOf(b))
    .map(([side, group]) => ({
      side,
      reviewers: group.length,
      quotes: [],
      written: group.slice(0, WRITTEN).map(({ words }) => words),
    }));
}

/** Half a point from the middle takes no side. */
function sideOf(pmf: readonly number[] | undefined): Side {
  const mean = pmf ? meanScore(pmf) : 3;
  return mean > 3.5 ? "for" : mean < 2.5 ? "against" : "mixed";
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : Number(a > b);
}
