/**
 * How good the evidence engine's answers are, on our own shop and on real reviews, with questions written for them.
 * npm run eval:ask -- [DATA | FILE] [--wrong]
 * DATA: folder of ../shared/data (EARSHOT_DATA stands in); without it only our own shop is asked about.
 * FILE: reviews (CSV, NDJSON, …); its own themes are asked about as well, each by its name.
 * Questions marked development were looked at while the engine was made, those marked test were not.
 */
import { readReviewsFile } from "../../cli/reviews-file";
import { indexEvidence } from "../../lib/ask/evidence-index";
import { answerFromEvidence } from "../../lib/ask/interview";
import { guessLanguage } from "../../lib/ask/language";
import type { Material } from "../../lib/ask/material";
import { verifyQuote } from "../../lib/ask/verify";
import type { Answer, Review } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { VectorCache } from "../train/vector-cache";
import { distinctness } from "./ask-distinctness";
import { type AskedQuestion, isFolder, type QuestionSet, questionsAtHand, readSet, understandSet } from "./ask-sets";
import { checkPairs, supportFigures } from "./ask-support";

const GRAPH = "int8";

interface Outcome {
  set: string;
  split: QuestionSet["split"];
  answerable: boolean;
  near: boolean;
  /** The question is in the reviews' language. */
  sameLanguage: boolean;
  question: AskedQuestion;
  answer: Answer;
  again?: Answer;
}

const [source] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const folder = source ?? process.env.EARSHOT_DATA ?? "../shared/data";
const cache = new VectorCache(() => createNodeEncoder({ graph: GRAPH }), `ask-${GRAPH}`);
const outcomes: Outcome[] = [];
const texts = new Map<string, Review>();
const apart: number[] = [];

const understood = new Map<string, Promise<Material>>();

for (const set of questionsAtHand(folder)) {
  const known = understood.get(set.set) ?? understandSet(readSet(folder, set.set), cache, loadHeads());
  understood.set(set.set, known);
  await askAbout(set, await known);
}
if (source && !isFolder(source)) {
  const { reviews } = await readReviewsFile(source, new Map(), (line) => console.error(line));
  const material = await understandSet(reviews, cache, loadHeads());
  await askAbout(questionsAboutThemes(source, material), material);
}
const pairs = (await checkPairs(cache)).filter(({ split }) => split === "test");
report();

async function askAbout(set: QuestionSet, material: Material): Promise<void> {
  for (const review of material.reviews) texts.set(review.id, review);
  outcomes.push(...(await askAll(set, material)));
  if (set.split === "test") apart.push(await distinctness(set.set, material));
}

/** Nobody wrote questions for a file of somebody's own: what it surely talks about are its themes. */
function questionsAboutThemes(set: string, { themes }: Material): QuestionSet {
  const named = themes.filter((theme) => !theme.rest && !theme.general && !theme.parentId);
  const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const answerable = named.map(({ label, keywords }) => ({
    ask: `What do you think of “${label}”?`,
    about: [label, ...keywords].map(escaped).join("|"),
  }));
  return { set, split: "test", answerable, unanswerable: [] };
}

async function askAll(set: QuestionSet, material: Material): Promise<Outcome[]> {
  const index = indexEvidence(material.reviews, material.sentences);
  const persona = { segment: { reviewIds: material.reviews.map((review) => review.id) } };
  const ask = async (question: string) => {
    const [questionVector = new Float32Array()] = await cache.encode([question]);
    return answerFromEvidence({ question, questionVector, persona, ...material, index });
  };
  const results: Outcome[] = [];
  for (const question of [...set.answerable, ...set.unanswerable]) {
    results.push({
      set: set.set,
      split: set.split,
      answerable: set.answerable.includes(question),
      near: question.near ?? false,
      sameLanguage: guessLanguage(question.ask) === "en",
      question,
      answer: await ask(question.ask),
      ...(question.again ? { again: await ask(question.again) } : {}),
    });
  }
  return results;
}

/** A claim is supported when most of its quotes are about what was asked. */
function supportedClaims({ question, answer }: Outcome): boolean[] {
  const about = new RegExp(question.about, "iu");
  return answer.claims.map(({ quotes }) => quotes.filter(({ text }) => about.test(text)).length * 2 >= quotes.length);
}

function share(list: readonly boolean[]): number {
  return list.length === 0 ? Number.NaN : Math.round((list.filter(Boolean).length / list.length) * 1000) / 1000;
}

function figures(list: readonly Outcome[]) {
  const answerable = list.filter((outcome) => outcome.answerable);
  const not = list.filter((outcome) => !outcome.answerable);
  const quotes = list.flatMap(({ answer }) => answer.claims.flatMap((claim) => claim.quotes));
  const pairs = list.filter((outcome) => outcome.again);
  const both = pairs.filter(({ answer, again }) => answer.covered && again?.covered);
  const overlaps = both.map(({ answer, again }) => quoteOverlap(answer, again));
  return {
    "answered alike": share(pairs.map(({ answer, again }) => answer.covered === again?.covered)),
    "same quotes": Math.round((overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length) * 1000) / 1000,
    supported: share(answerable.flatMap(supportedClaims)),
    verbatim: share(quotes.map((quote) => verifyQuote(quote, texts))),
    answerable: share(answerable.map(({ answer }) => answer.covered)),
    unanswerable: share(not.map(({ answer }) => !answer.covered)),
    consistency: share(pairs.map(({ answer, again }) => sideOf(answer) === sideOf(again))),
  };
}

/** Two answers agree when both are declined or both lean to the same side. */
function sideOf(answer: Answer | undefined): string {
  return answer?.covered ? (answer.claims[0]?.polarity ?? "") : "declined";
}

/** Share of the quotes of two answers that both of them show, 0–1 (Jaccard). */
function quoteOverlap(one: Answer, other: Answer | undefined): number {
  const placesOf = (answer: Answer | undefined) =>
    new Set(answer?.claims.flatMap(({ quotes }) => quotes.map(({ reviewId, start }) => `${reviewId} ${start}`)));
  const [first, second] = [placesOf(one), placesOf(other)];
  const shared = [...first].filter((place) => second.has(place)).length;
  return shared / Math.max(1, first.size + second.size - shared);
}

function report(): void {
  const rows: [string, Outcome[]][] = [
    ["development, same language", outcomes.filter((o) => o.split === "development" && o.sameLanguage)],
    ["development, other language", outcomes.filter((o) => o.split === "development" && !o.sameLanguage)],
    ["test, same language", outcomes.filter((o) => o.split === "test" && o.sameLanguage)],
    [
      "test, same language, near",
      outcomes.filter((o) => o.split === "test" && o.sameLanguage && (o.near || o.answerable)),
    ],
    ["shop, development", outcomes.filter((o) => o.split === "development" && o.set.startsWith("shop:"))],
    ["shop, test", outcomes.filter((o) => o.split === "test" && o.set.startsWith("shop:"))],
    ["test, other language", outcomes.filter((o) => o.split === "test" && !o.sameLanguage)],
    ...[...new Set(outcomes.map((o) => o.set))].map((set): [string, Outcome[]] => [
      `  ${set}`,
      outcomes.filter((o) => o.set === set),
    ]),
  ];
  for (const [name, list] of rows) printRow(name, list);
  if (process.argv.includes("--wrong")) printWrong();
  const { consistency, ...rest } = figures(outcomes.filter((o) => o.split === "test"));
  const known = apart.filter((value) => !Number.isNaN(value));
  const distinct = Math.round((known.reduce((sum, value) => sum + value, 0) / known.length) * 1000) / 1000;
  console.log(`statements checked against a quote (test pairs)      ${JSON.stringify(supportFigures(pairs))}`);
  console.log(
    JSON.stringify({ ...rest, distinctness: distinct, consistency, graph: GRAPH, questions: outcomes.length }),
  );
}

function printRow(name: string, list: readonly Outcome[]): void {
  const { supported, verbatim, answerable, unanswerable, consistency, ...agreed } = figures(list);
  const yes = list.filter((o) => o.answerable).length;
  const cells = [
    `answered ${answerable} of ${yes}`,
    `declined ${unanswerable} of ${list.length - yes}`,
    `supported ${supported}`,
    `verbatim ${verbatim}`,
    `consistent ${consistency} (answered alike ${agreed["answered alike"]}, same quotes ${agreed["same quotes"]})`,
  ];
  console.log(`${name.padEnd(52)} ${cells.join("  ")}`);
}

function printWrong(): void {
  for (const { set, question, answer, answerable } of outcomes.filter((o) => o.answer.covered !== o.answerable)) {
    console.log(`${answerable ? "missed  " : "invented"} ${answer.manifest.coverage} ${set}: ${question.ask}`);
    for (const quote of answer.claims.flatMap((claim) => claim.quotes).slice(0, 2))
      console.log(`         “${quote.text}”`);
  }
}
