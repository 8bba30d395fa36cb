/**
 * `npm run eval:understand -- DIR [--rows 400]`: sentiment, aspects, intents and emotions on labelled texts, beside baselines.
 * Prints tables, then one line of JSON. What was read is cached, so a second run takes seconds.
 */
import { parseArgs } from "node:util";
import type { Review } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { type Understood, understandReviews } from "../../lib/understand/understand";
import { accuracy, calibrationError, type Judged, macroF1, spearman } from "../train/scores";
import { VectorCache } from "../train/vector-cache";
import { scoreAspects } from "./aspect-scores";
import { type MarkedSet, type MarkedText, openMarkedSets } from "./aspect-sets";
import { type LabelScore, scoreEmotions, scoreIntents } from "./mark-scores";
import { lexiconBaseline, vaderBaseline } from "./sentiment-baselines";
import { type LabelledSet, type LabelledText, openSets } from "./sentiment-sets";

const SEED = 1;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "400" } },
});
const folder = positionals.find((argument) => argument !== "--") ?? "../shared/data/text";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const heads = loadHeads();
const read = (batch: string[]) => cache.read(batch);
const lexicon = lexiconBaseline(folder);
const own = await openSets("test/fixtures/understand", 10_000, SEED);
const sets = [...(await openSets(folder, Number(values.rows), SEED)), ...own.flatMap(byLanguage)];
if (sets.length === own.length)
  console.error(`${folder} has no texts with labels of sentiment; only our own sentences are measured.`);

const results = new Map<string, Record<string, number>>();
for (const set of sets) {
  const texts = set.rows.map(({ review }) => review.body);
  const understood = await understandReviews(
    set.rows.map(({ review }) => review),
    read,
    heads,
  );
  results.set(
    set.name,
    measure(
      set.rows,
      understood.map(({ finding }) => finding.sentiment.score),
      understood,
    ),
  );
  const counted = lexicon?.(texts);
  if (counted) results.set(`${set.name} · lexicon`, measure(set.rows, counted));
  const vader = vaderBaseline(texts);
  if (vader) results.set(`${set.name} · VADER`, measure(set.rows, vader));
}
console.table(Object.fromEntries(results));
const aspects: Record<string, Record<string, number>> = {};
const doings: Record<string, Record<string, LabelScore>> = {};
const emotions: Record<string, Record<string, number>> = {};
for (const set of [...openMarkedSets("test/fixtures/understand"), ...openMarkedSets(folder)]) await measureMarks(set);
console.log("\nAspects: terms as people marked them (same words), and how they are judged");
console.table(aspects);
for (const [name, scores] of Object.entries(doings)) {
  console.log(`\nIntents: ${name}`);
  console.table(Object.fromEntries(Object.entries(scores).map(([intent, score]) => [intent, rounded({ ...score })])));
}
console.log("\nEmotions");
console.table(emotions);
console.log(
  JSON.stringify({
    eval: "understand",
    encoder: `${ENCODER.id} int8`,
    reader: ENCODER.reader.sha256.slice(0, 12),
    sets: Object.fromEntries(results),
    aspects,
    intents: doings,
    emotions,
  }),
);

/** What is marked inside texts: our own sentences by language, and sentences with signed features. */
async function measureMarks({ name, rows }: MarkedSet): Promise<void> {
  const reviews = rows.map(({ text, language }, i) => markedReview(i, text, language));
  const understood = await understandReviews(reviews, read, heads);
  const found = understood.map(({ sentences }) => sentences.flatMap((sentence) => sentence.aspects ?? []));
  for (const [part, chosen] of partsOf(name, rows)) {
    const own = chosen.map((i) => rows[i] as MarkedText);
    const scores = scoreAspects(
      own,
      chosen.map((i) => found[i] ?? []),
    );
    aspects[part] = rounded({ ...scores });
  }
  if (!rows.some(({ intents }) => intents)) return;
  const first = understood.map(({ sentences }) => sentences[0]);
  doings[name] = scoreIntents(rows, first);
  emotions[name] = rounded({ ...scoreEmotions(rows, first) });
}

function markedReview(i: number, body: string, language: string): Review {
  const place = { url: "" };
  return { id: `m${i}`, subjectId: "eval", kind: "review", body, language, place, how: "file", collected: "" };
}

/** The whole set, and its languages where there are several. */
function partsOf(name: string, rows: readonly MarkedText[]): [string, number[]][] {
  const all = rows.map((_, i) => i);
  const languages = [...new Set(rows.map(({ language }) => language))];
  if (languages.length === 1) return [[name, all]];
  return [
    [name, all],
    ...languages.map((language): [string, number[]] => [
      `${name} ${language}`,
      all.filter((i) => rows[i]?.language === language),
    ]),
  ];
}

/** Polarity over rows with a side; rank correlation and stars over all; three classes where "neutral" is a label. */
function measure(
  rows: readonly LabelledText[],
  scores: readonly number[],
  understood?: readonly Understood[],
): Record<string, number> {
  const sided = rows.flatMap(({ side }, i) =>
    side === 1 || side === -1 ? [{ truth: side, guess: (scores[i] ?? 0) >= 0 ? 1 : -1 }] : [],
  );
  const out: Record<string, number> = {
    rows: rows.length,
    accuracy: accuracy(sided),
    macroF1: macroF1(sided, [-1, 1]),
  };
  if (new Set(rows.map(({ value }) => value)).size > 3)
    out.spearman = spearman(
      rows.map(({ value }) => value),
      scores,
    );
  if (!understood) return rounded(out);
  const starred = rows.flatMap(({ stars }, i) =>
    stars === undefined ? [] : [Math.abs(stars - (understood[i]?.finding.stars ?? 3))],
  );
  if (starred.length > 0) out.mae = starred.reduce((a, b) => a + b, 0) / starred.length;
  if (rows.some(({ side }) => side === 0)) out.macroF1three = macroF1(threeWay(rows, understood), [-1, 0, 1]);
  out.ece = calibrationError(rows.flatMap(({ side }, i) => confidenceOf(side, understood[i])));
  return rounded(out);
}

/** The chance shown beside the label, and whether the label was right: of the sentence when there is one, else of the review. */
function confidenceOf(side: LabelledText["side"], understood: Understood | undefined) {
  const { sentences = [], finding } = understood ?? {};
  const shown = sentences.length === 1 ? sentences[0]?.sentiment : finding?.sentiment;
  if (side === undefined || shown?.confidence === undefined) return [];
  const truth = side === 1 ? "positive" : side === -1 ? "negative" : "neutral";
  return [{ confidence: shown.confidence, right: shown.label === truth }];
}

/** The first sentence's label: these sets hold single sentences. */
function threeWay(rows: readonly LabelledText[], understood: readonly Understood[]): Judged[] {
  const number = (label: string | undefined) => (label === "positive" ? 1 : label === "negative" ? -1 : 0);
  return rows.map(({ side }, i) => ({ truth: side ?? 0, guess: number(understood[i]?.sentences[0]?.sentiment.label) }));
}

function byLanguage(set: LabelledSet): LabelledSet[] {
  const languages = [...new Set(set.rows.map(({ review }) => review.language ?? "und"))].sort();
  if (languages.length === 1) return [set];
  return languages.map((language) => ({
    name: `own ${set.name} ${language}`,
    rows: set.rows.filter(({ review }) => review.language === language),
  }));
}

function rounded(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
}
