/**
 * `npm run eval:themes -- DIR [--texts FILE]`: themes against groups made by people (tables with a `ground_truth` column), beside k-means and
 * BERTopic on the same vectors; themes over languages on our own sentences; times on ten thousand sentences, those of FILE when it is given.
 * Prints tables, then one line of JSON.
 */
import { parseArgs } from "node:util";
import { readReviewsFile } from "../../cli/reviews-file";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { topicSpace } from "../../lib/understand/topic-space";
import { meanOf, normalise } from "../../lib/understand/vectors";
import { VectorCache } from "../train/vector-cache";
import { runBertopic, TOPIC_SIZES } from "./bertopic";
import { kMeans } from "./k-means";
import { ari } from "./partition";
import { type Agreement, agreement, mean, measureThemes, SEEDS, togetherness } from "./themes-measures";
import { readMatters, readTable, type ThemeSet, tablesWithTruth, understood } from "./themes-sets";
import { timeThemes } from "./themes-speed";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { texts: { type: "string" } } });
const folder = positionals.find((argument) => argument !== "--") ?? "../shared/data/text";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const heads = loadHeads();

const sets: ThemeSet[] = [];
for (const file of tablesWithTruth(folder)) sets.push(await readTable(file, cache, heads));
if (sets.length === 0) console.error(`${folder} has no table with a "ground_truth" column.`);
const measured = sets.map((set) => ({ set, ...measureThemes(set, heads.means), baselines: baselinesOf(set) }));
for (const {
  set,
  themes,
  parts,
  unassigned,
  general,
  stability,
  stabilityOfParts,
  milliseconds,
  baselines,
} of measured) {
  console.log(
    `\n${set.name}: ${set.reviews.length} reviews in ${new Set(set.truth).size} groups, ${set.sentences.length} sentences`,
  );
  console.table({
    themes: { ...row(themes), stability: round(stability), unassigned: round(unassigned) },
    "with parts": { ...row(parts), stability: round(stabilityOfParts), unassigned: round(unassigned) },
    ...Object.fromEntries(Object.entries(baselines).map(([name, one]) => [name, roundAll(one)])),
  });
  console.log(`${Math.round(milliseconds)} ms; ${Math.round(general * 100)} % of the sentences judge the whole.`);
}

const matters = await readMatters(cache, heads);
const over = measureThemes(matters, heads.means);
const languages = {
  themes: over.themes.groups,
  nmi: round(over.themes.nmi),
  kMeans: round(agreement(matters.truth, kMeans(reviewVectors(matters), over.themes.groups, 1)).nmi),
  together: round(togetherness(matters, over.found)),
};
console.log(`\n${matters.name}: translations of one sentence that share a theme: ${languages.together} of all pairs`);
console.table({ themes: languages });

const speed = roundAll(timeThemes(await textsForSpeed(), heads.means));
console.log("\nmilliseconds, one thread");
console.table({ times: speed });

const results = Object.fromEntries(
  measured.map(({ set, found: _, set: __, baselines, ...one }) => [
    set.name,
    {
      ...flat(one),
      baselines: Object.fromEntries(Object.entries(baselines).map(([name, base]) => [name, roundAll(base)])),
    },
  ]),
);
const summary = {
  nmi: round(mean(measured.map(({ parts }) => parts.nmi))),
  ari: round(mean(measured.map(({ parts }) => parts.ari))),
  nmiOfFirstLevel: round(mean(measured.map(({ themes }) => themes.nmi))),
  ariOfFirstLevel: round(mean(measured.map(({ themes }) => themes.ari))),
  unassigned: round(mean(measured.map(({ unassigned }) => unassigned))),
  stability: round(mean(measured.map(({ stability }) => stability))),
  baselines: averaged(measured.map(({ baselines }) => baselines)),
};
console.log(
  JSON.stringify({ eval: "themes", encoder: `${ENCODER.id} int8`, ...summary, sets: results, languages, speed }),
);

interface Baseline extends Agreement {
  stability: number;
  unassigned: number;
}

/** Every baseline groups whole reviews by the mean of their sentences' places in topic space. Stability is over seeds, of the same reviews. */
function baselinesOf(set: ThemeSet): Record<string, Baseline> {
  const vectors = reviewVectors(set);
  const { themes, parts } = measureThemes(set, heads.means);
  const counts = {
    "k-means, as many as themes": themes.groups,
    "k-means, as many as parts": parts.groups,
    "k-means, true count": new Set(set.truth).size,
  };
  const found: Record<string, Baseline> = {};
  for (const [name, count] of Object.entries(counts))
    found[name] = overSeeds(
      set,
      SEEDS.map((seed) => kMeans(vectors, count, seed)),
    );
  const texts = set.reviews.map(({ body }) => body);
  const runs = runBertopic(texts, vectors, SEEDS);
  for (const size of runs ? TOPIC_SIZES : [])
    found[`BERTopic, topics of ${size} or more`] = overSeeds(
      set,
      (runs ?? []).filter((run) => run.size === size).map(({ topics }) => topics),
    );
  return found;
}

function overSeeds(set: ThemeSet, guesses: readonly string[][]): Baseline {
  const scores = guesses.map((guess) => agreement(set.truth, guess));
  const pairs = guesses.flatMap((one, i) => guesses.slice(0, i).map((other) => ari(one, other)));
  return {
    groups: Math.round(mean(scores.map(({ groups }) => groups))),
    nmi: mean(scores.map((score) => score.nmi)),
    ari: mean(scores.map((score) => score.ari)),
    stability: mean(pairs),
    unassigned: mean(guesses.map((guess) => guess.filter((topic) => topic === "-1").length / guess.length)),
  };
}

function reviewVectors({ reviews, sentences }: ThemeSet): Float32Array[] {
  const space = topicSpace(sentences, heads.means);
  return reviews.map((review) => {
    const own = space.filter((_, i) => sentences[i]?.reviewId === review.id);
    return normalise(meanOf(own) ?? new Float32Array(space[0]?.length ?? 0));
  });
}

async function textsForSpeed() {
  if (values.texts === undefined) return [...sets, matters];
  const { reviews } = await readReviewsFile(values.texts, new Map(), () => undefined);
  return [await understood(reviews.slice(0, 3_000), cache, heads)];
}

function averaged(all: readonly Record<string, Baseline>[]): Record<string, Record<string, number>> {
  const names = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...names].map((name) => {
      const own = all.flatMap((one) => one[name] ?? []);
      return [name, { nmi: round(mean(own.map((one) => one.nmi))), ari: round(mean(own.map((one) => one.ari))) }];
    }),
  );
}

function flat(one: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, typeof value === "number" ? round(value) : roundAll(value)]),
  );
}

function row(one: Agreement) {
  return roundAll(one);
}

function roundAll<T extends object>(one: T): Record<string, number> {
  return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, round(Number(value))]));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
