/** What a real reviewer's own words answer to the questions of a survey: evidence mode, without a language model. */
import type {
  Concept,
  QuestionKind,
  QuotedText,
  Scale,
  SurveyAnswer,
  SurveyQuestion,
  SurveyResponse,
} from "../../domain";
import { readQuestion } from "../questions";
import { vectorOf } from "./anchor-vectors";
import { type Bearing, type BearingByReview, bearingOn, joined } from "./bearing";
import { entriesOf } from "./entries";
import type { Respondent, SurveyInput } from "./input";
import { balancedSets, bestWorst } from "./maxdiff";
import { choosable, type Leaning, orderOf, worthOf } from "./option-worth";
import { commonCurrency, namedPrices } from "./prices";
import { conceptQueries, optionsOf } from "./queries";
import { rateReviews, rateSentences } from "./rated-words";
import { leftOut } from "./skip";
import { ratesWholeReview } from "./whole-review";

/** Of what one person says, the sentences that bear on a question most surely; so many are rated and shown at most. */
const MOST_WORDS = 8;
/** Sentences that stand for a whole review. */
const OF_A_REVIEW = 3;

/**
 * Reviews were written before anybody saw a concept. So this says how people speak of what a concept is about, which is a reason to want it or not;
 * whether they would take a promise to change it, nobody has asked them.
 * @param respondent as drawn; their reviews are those of `input.evidence`
 * @param run of which the response is part
 * @returns one answer per question, per concept shown, per row of a matrix. Who wrote nothing that bears on it is `silent`. Every quote is
 * `body.slice(start, end)` of one of their reviews
 * @throws Error when a text that `textsOf` names has no vector
 */
export function answerFromReviews(
  input: SurveyInput,
  respondent: Respondent,
  run: { surveyId: string; subjectId: string } = { surveyId: "", subjectId: "" },
): SurveyResponse {
  const answers: SurveyAnswer[] = [];
  for (const question of input.spec.questions)
    for (const conceptId of conceptsOf(question, respondent, input)) {
      const concept = input.spec.concepts.find(({ id }) => id === conceptId);
      const skipped = leftOut(question, conceptId, answers);
      const about = { questionId: question.id, ...(conceptId === undefined ? {} : { conceptId }) };
      const told = skipped ? skippedOf(question) : answered({ input, respondent, question, concept });
      answers.push(...told.map((one) => ({ ...about, ...one })));
    }
  const { id, reviewIds, segmentIds, shown } = respondent;
  return { id: `${run.surveyId}:${id}`, ...run, respondent: id, reviewIds, segmentIds, shown, answers };
}

/** @returns the concepts a question is asked about, `undefined` for one that is asked once */
export function conceptsOf(
  { perConcept }: SurveyQuestion,
  { shown }: Respondent,
  { spec }: SurveyInput,
): (string | undefined)[] {
  return perConcept && spec.concepts.length > 0 ? shown : [undefined];
}

type Told = Omit<SurveyAnswer, "questionId" | "conceptId">;

/** @returns the answers of somebody for whom a question is left out */
export function skippedOf(question: SurveyQuestion): Told[] {
  if (question.kind !== "matrix") return [{ heard: "skipped" }];
  return optionsOf(question).map((_, row) => ({ row, heard: "skipped" }));
}

interface Asked {
  input: SurveyInput;
  respondent: Respondent;
  question: SurveyQuestion;
  concept?: Concept;
}

const ANSWERS: Record<QuestionKind, (asked: Asked) => Told[]> = {
  open: (asked) => [spoken(bearingWords(asked), {})],
  scale: (asked) => [ratedAnswer(asked)],
  matrix: (asked) => optionWords(asked).map((words, row) => ({ row, ...ratedOn(words, asked) })),
  choice: (asked) => [chosenAnswer(asked, 1)],
  choices: (asked) => [chosenAnswer(asked, Number.POSITIVE_INFINITY)],
  ranking: (asked) => [rankedAnswer(asked)],
  maxdiff: (asked) => [comparedAnswer(asked)],
  kano: (asked) => [kanoAnswer(asked)],
  price: (asked) => [pricedAnswer(asked)],
};

function answered(asked: Asked): Told[] {
  return ANSWERS[asked.question.kind](asked);
}

function ratedAnswer(asked: Asked): Told {
  const { input, question, respondent } = asked;
  if (!ratesWholeReview(question, input.scales, input.evidence)) return ratedOn(bearingWords(asked), asked);
  const own = new Set(respondent.reviewIds);
  const reviews = input.evidence.reviews.filter(({ id }) => own.has(id));
  const pmf = rateReviews(reviews, scaleOf(asked), input);
  return pmf ? { heard: "spoke", pmf: [...pmf], quotes: quotesOf(clearest(asked)) } : { heard: "silent" };
}

function ratedOn(words: readonly Bearing[], asked: Asked): Told {
  const rated = surest(words);
  const pmf = rateSentences(rated, scaleOf(asked), asked.input);
  return pmf ? spoken(rated, { pmf: [...pmf] }) : { heard: "silent" };
}

function chosenAnswer(asked: Asked, most: number): Told {
  const words = optionWords(asked);
  const leaning = leaningOf(asked);
  const worth = worthOf(words, leaning);
  const chosen = choosable(orderOf(worth, words), worth, leaning).slice(0, most);
  return spoken(words.flat(), { chosen });
}

function rankedAnswer(asked: Asked): Told {
  const words = optionWords(asked);
  const utilities = worthOf(words, leaningOf(asked));
  return spoken(words.flat(), { chosen: orderOf(utilities, words), utilities });
}

/** Only who speaks of two options or more can say which is better. */
function comparedAnswer(asked: Asked): Told {
  const words = optionWords(asked);
  const sets = balancedSets(words.length, asked.input.spec.seed, asked.question.id);
  const utilities = bestWorst(worthOf(words, leaningOf(asked)), sets);
  const chosen = orderOf(utilities, words);
  return chosen.length === 0 ? { heard: "silent" } : spoken(words.flat(), { chosen, utilities });
}

function kanoAnswer(asked: Asked): Told {
  const words = optionWords(asked);
  return spoken(words.flat(), { utilities: worthOf(words) });
}

function pricedAnswer({ input, respondent }: Asked): Told {
  const { prices, words } = namedPrices(
    sentencesOf(input, respondent),
    input.currency ?? commonCurrency(input.evidence.index),
  );
  return prices ? { heard: "spoke", prices, quotes: quotesOf(words) } : { heard: "silent" };
}

/** "What bothers you most?" asks for what is spoken of worst. */
function leaningOf({ input, question }: Asked): Leaning {
  const { evidence } = input;
  const { leaning } = readQuestion(question.text, evidence.index, evidence.subject.name);
  return leaning === "negative" ? "worst" : leaning === "positive" ? "best" : "fact";
}

function scaleOf({ input, question }: Asked): Scale {
  const scale = input.scales.find(({ id }) => id === question.scale);
  if (!scale) throw new Error(`Question "${question.id}" has no scale.`);
  return scale;
}

/** What bears on the concept, where it is asked about one; else on the question. */
function bearingWords({ input, respondent, question, concept }: Asked): Bearing[] {
  const queries = concept ? conceptQueries(concept, input.spec.language) : [question.text.trim()];
  return joined(searchesOf(queries, input), respondent.reviewIds);
}

/** Per option what bears on it; asked about a concept, only of what bears on that too. */
function optionWords(asked: Asked): Bearing[][] {
  const { input, respondent, question, concept } = asked;
  const within = concept && new Set(bearingWords(asked).map(({ entry }) => entry.sentence.id));
  return searchesOf(optionsOf(question), input).map((found) => {
    const words = joined([found], respondent.reviewIds);
    return within ? words.filter(({ entry }) => within.has(entry.sentence.id)) : words;
  });
}

function searchesOf(queries: readonly string[], { evidence, vectors }: SurveyInput): BearingByReview[] {
  return queries.map((text) => bearingOn(text, vectorOf(text, vectors), evidence));
}

function sentencesOf({ evidence }: SurveyInput, { reviewIds }: Respondent): Bearing["entry"][] {
  const byReview = entriesOf(evidence.index);
  return reviewIds.flatMap((id) => byReview.get(id) ?? []);
}

/** What feels most, of all they wrote. */
function clearest({ input, respondent }: Asked): Bearing["entry"][] {
  const strength = ({ sentence }: Bearing["entry"]) => Math.abs(sentence.sentiment.score);
  const ranked = sentencesOf(input, respondent).sort((a, b) => strength(b) - strength(a) || inText(a, b));
  return ranked.slice(0, OF_A_REVIEW).sort(inText);
}

function inText({ sentence: a }: Bearing["entry"], { sentence: b }: Bearing["entry"]): number {
  return (a.reviewId < b.reviewId ? -1 : Number(a.reviewId > b.reviewId)) || a.start - b.start;
}

function surest(words: readonly Bearing[]): Bearing[] {
  const best = new Map<string, Bearing>();
  for (const bearing of [...words].sort((a, b) => b.weight - a.weight)) {
    const { id } = bearing.entry.sentence;
    if (best.size < MOST_WORDS && !best.has(id)) best.set(id, bearing);
  }
  return [...best.values()].sort((a, b) => inText(a.entry, b.entry));
}

function spoken(words: readonly Bearing[], told: Omit<Told, "heard" | "quotes">): Told {
  if (words.length === 0) return { heard: "silent" };
  return { heard: "spoke", ...told, quotes: quotesOf(surest(words).map(({ entry }) => entry)) };
}

function quotesOf(entries: readonly Bearing["entry"][]): QuotedText[] {
  return entries.map(({ sentence: { reviewId, start, end }, text }) => ({ reviewId, start, end, text }));
}
