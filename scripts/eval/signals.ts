/**
 * `npm run eval:signals -- [DIR …] [--misses]`: what rules find. Precision and recall of each kind of personal data, of entities and of words
 * paid for over test/fixtures/understand, half of whose lines are hard negatives; with folders of reviews (`../shared/data/text`, and `…/train`
 * for other kinds of products), how well reviews off the topic are told from the product's own. `held`: sentences written before their writer
 * looked at the rules, and on which none was corrected.
 */
import { parseArgs } from "node:util";
import type { Review, Subject } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { findEntities } from "../../lib/understand/entities";
import { flagsOf } from "../../lib/understand/flags";
import { findPersonalData } from "../../lib/understand/personal-data";
import { understandReviews } from "../../lib/understand/understand";
import { VectorCache } from "../train/vector-cache";
import { mixIn, ownTexts } from "./off-topic";
import { openOwnTexts, openProducts } from "./off-topic-sets";
import { type Counts, countIn, figures, type MarkedLine, readLines, scorePlaces } from "./span-scores";

interface Incentive {
  text: string;
  incentivised: boolean;
}

type Named = MarkedLine & { subject?: Pick<Subject, "name" | "brand"> };
type Tell = (sentence: string) => void;

function personalData(file: string, tell: Tell): Map<string, Counts> {
  return scorePlaces(readLines<MarkedLine>(file), ({ text, language }) => findPersonalData(text, language), tell);
}

function entities(tell: Tell): Map<string, Counts> {
  const lines = readLines<Named>("entities.ndjson");
  return scorePlaces(lines, ({ text, subject }) => findEntities(text, { subject }), tell);
}

function incentives(file: string, tell: Tell): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const count = countIn(counts, "incentivised");
  for (const { text, incentivised } of readLines<Incentive>(file)) {
    const found = flagsOf(text).includes("incentivised");
    count.expected += Number(incentivised);
    count.found += Number(found);
    count.right += Number(found && incentivised);
    if (found !== incentivised) tell(`  ${found ? "too much" : "missed"}: incentivised in: ${text}`);
  }
  count.touched = count.right;
  return counts;
}

function rulesOn(tell: Tell) {
  const tables = {
    "personal data, held": personalData("personal-held.ndjson", tell),
    "personal data, developed on": personalData("personal.ndjson", tell),
    "words paid for, held": incentives("incentivised-held.ndjson", tell),
    "words paid for, developed on": incentives("incentivised.ndjson", tell),
    entities: entities(tell),
  };
  const rows = (counts: Map<string, Counts>) =>
    Object.fromEntries([...counts].sort(byName).map(([kind, count]) => [kind, figures(count)]));
  return Object.fromEntries(Object.entries(tables).map(([name, counts]) => [name, rows(counts)]));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Thirty reviews are enough to know a product by, and few enough that many products can be read. */
const [FEWEST, MOST] = [20, 30];

async function offTopic(folders: readonly string[], tell: Tell) {
  const make = () => createNodeEncoder({ graph: "int8" });
  const cache = new VectorCache(make, `${ENCODER.source.sha256.slice(0, 12)}-int8`);
  const heads = loadHeads();
  const read = (reviews: readonly Review[]) => understandReviews(reviews, (texts) => cache.read(texts), heads);
  const products = [];
  for (const product of openProducts(folders, FEWEST, MOST))
    products.push({ ...product, reviews: await read(product.reviews) });
  const own = openOwnTexts();
  const understood = await read(own.map(({ review }) => review));
  const texts = own.map((line, i) => ({ ...line, read: understood[i] }));
  return {
    "reviews of other products, mixed in": mixIn(products, heads.means),
    "own texts, each alone under every product": ownTexts(products, texts, heads.means, tell),
  };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: "boolean" } } });
const folders = positionals.filter((argument) => argument !== "--");
const tell: Tell = values.misses ? console.log : () => {};
const result = { ...rulesOn(tell), ...(folders.length > 0 ? await offTopic(folders, tell) : {}) };
for (const [name, kinds] of Object.entries(result)) {
  console.log(`\n${name}`);
  console.table(kinds);
}
console.log(JSON.stringify(result));
