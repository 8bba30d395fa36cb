/**
 * `npm run eval:survey -- DIR`: words to points, held against the stars and rankings people gave. Products are divided in two halves: everything
 * that can be chosen is chosen on the one and reported on the other.
 * Prints tables, then one line of JSON: ks, rho (points from the words of one half of the people, stars of the other), pearson, tau, products.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { builtInAnchors } from "../../lib/ask/ssr/anchors";
import { COMBINED } from "../../lib/ask/ssr/combined-weights";
import { generalMean } from "../../lib/ask/vectors";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { VectorCache } from "../train/vector-cache";
import { checkBuiltIn } from "./survey-anchors";
import { rankConcepts } from "./survey-concepts";
import { chooseOn, divide, type Figures, figuresOf, learnCombined } from "./survey-figures";
import { readApp, readClothing, readRankers } from "./survey-sets";

const { positionals } = parseArgs({ allowPositionals: true });
const folder = positionals.find((argument) => argument !== "--") ?? "../shared/data/text";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const heads = loadHeads();
const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 1000) / 1000);
const shown = (figures: Record<string, Figures>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, one]) => [
      name,
      Object.fromEntries(Object.entries(one).map(([key, value]) => [key, round(value)])),
    ]),
  );

const sets = builtInAnchors("satisfaction", "en");
const anchors = await Promise.all(sets.map((set) => cache.encode([...set])));
const clothing = await readClothing(folder, cache, heads);
const [development, test] = divide(clothing, 1);
const people = (products: typeof clothing) => products.reduce((sum, one) => sum + one.people.length, 0);
console.log(
  `\nClothing: ${clothing.length} products with 60 reviews or more (the reader has learnt from part of their reviews, see the model card); ${development.length} (${people(development)} reviews) to choose on, ${test.length} (${people(test)}) to report on.`,
);
const mean = generalMean("statements", "en");
const chosen = chooseOn(development, anchors, mean);
console.log(
  "\nPlain SSR on the development half, by what can be chosen (r: points from words with stars, per review):",
);
console.table(chosen.tried.map((one) => ({ ...one, ks: round(one.ks), pearson: round(one.pearson) })));

const learnt = learnCombined(development, anchors);
console.log(
  "\nCombined, learnt on the development half (proportional odds over plain mean and the reader's stars or sentiment):",
);
console.log(
  JSON.stringify(learnt, (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value)),
);
console.log(`Shipped: ${JSON.stringify(COMBINED)}`);

const onTest = figuresOf(test, development, anchors, { mean, combined: learnt });
console.log(
  "\nTest half. KS: mean over products. rho: own words (same people) and others' (words of one half, stars of the other), R_xx from 2,000 halves:",
);
console.table(shown(onTest));
console.log("\nThe other way round (learnt on the test half, reported on the development half):");
console.table(shown(figuresOf(development, test, anchors, { mean, combined: learnCombined(test, anchors) })));

const app = join(folder, "app_reviews_garmin/classification.en.csv");
const garmin = existsSync(app) ? [{ id: "app", people: await readApp(app, cache, heads) }] : [];
const onApp = garmin.length > 0 ? figuresOf(garmin, development, anchors, { mean, combined: learnt }) : undefined;
if (onApp) {
  console.log(`\nReviews of an app (${people(garmin)}; nothing learnt on apps):`);
  console.table(shown(onApp));
}
const ranked = await rankConcepts(readRankers(folder), cache, heads);
if (ranked) {
  console.log(
    `\nFive concepts ranked by ${ranked.people} people, against the panel of their own words (purchase intent, evidence mode):`,
  );
  console.table(ranked.rows);
  console.log(`Kendall's tau ${round(ranked.tau)}; chance alone reaches it in ${round(ranked.p)} of all orders.`);
}
console.log("\nStatements of the built-in scales:");
console.table(await checkBuiltIn(cache, heads));

const best = onTest.combined; // what is shipped
const summary = {
  ks: round(best?.ks),
  rho: round(best?.rhoOthers),
  rhoOwnWords: round(best?.rho),
  pearson: round(best?.pearson),
  tau: round(ranked?.tau),
  products: test.length,
  plain: shown(onTest).plain,
  app: onApp && shown(onApp).combined,
};
console.log(JSON.stringify(summary));
