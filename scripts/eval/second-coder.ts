/**
 * `npm run eval:second -- [TEXT_DIR]`: the machine as second coder against what people coded, on sets that nothing was chosen on: the half of
 * BANKING77's intents that thresholds and links never saw, and whole clothing reviews under the garment the shop sold. From the name alone (the
 * sets have no other definition), and intents from 5, 10 and 20 examples, too; beside it who never gives a code, and who searches for the words of its name.
 * Prints tables, then one line of JSON.
 *
 * `npm run eval:second -- --choose [TEXT_DIR] [TRAIN_DIR]`: how each threshold does on what they were chosen on instead.
 */
import { parseArgs } from "node:util";
import { agreementOf, type CodingAgreement } from "../../lib/annotate/agreement/agreement-of";
import { mean } from "./code-scores";
import { readAppReviews, readBanking, readProductFeatures } from "./code-sets";
import { givenByKeyword } from "./second-coder-baselines";
import { codedByMachine, goldOf, type Material, materialOf, readGarments, withExamples } from "./second-coder-sets";

const EXAMPLES = [0, 5, 10, 20];
const SEEDS = [1, 2, 3];
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6];
/** Enough for an interval of two digits. */
const RESAMPLES = 300;

interface Row {
  codes: number;
  units: number;
  alike: number;
  "κ, mean of codes": number;
  "α, all decisions": number;
  "α 95 %": string;
  "α, mean of codes": number;
}

const { values, positionals } = parseArgs({ options: { choose: { type: "boolean" } }, allowPositionals: true });
const [texts = "../shared/data/text", train = "../shared/data/train"] = positionals.filter((word) => word !== "--");
if (values.choose) await choose();
else await evaluate();

async function evaluate(): Promise<void> {
  const banking = readBanking(texts);
  const intents = [...new Set(banking?.codes.flat())].sort().filter((_, i) => i % 2 === 1);
  const garments = readGarments(texts);
  const materials = [
    banking && (await materialOf({ set: banking, codes: intents, kind: "sentence" })),
    garments &&
      (await materialOf({ set: garments, codes: [...new Set(garments.codes.flat())].sort(), kind: "review" })),
  ].filter((material) => material !== undefined);
  if (materials.length === 0) return console.error(`${texts} holds none of the sets. Give the folder that does.`);
  const report = materials.map((material) => {
    const table = tableOf(material);
    console.log(material.name);
    console.table(table);
    return { set: material.name, table };
  });
  console.log(JSON.stringify({ eval: "second", report }));
}

function tableOf(material: Material): Record<string, Row> {
  const whole = material.texts.map((_, i) => i);
  const gold = goldOf(material, whole);
  const baseline = (gives: (code: string) => boolean[]) => {
    const given = material.codes.map((code) => gives(code));
    const sets = whole.map((i) => new Set(material.codes.filter((_, c) => given[c]?.[i])));
    return rowOf(material, [agreementOf([gold, sets], material.codes, { resamples: RESAMPLES })]);
  };
  const table: Record<string, Row> = {
    "never gives a code": baseline(() => whole.map(() => false)),
    "all words of the name": baseline((code) =>
      givenByKeyword(material.names.get(code) ?? code, material.texts, "all"),
    ),
    "any word of the name": baseline((code) => givenByKeyword(material.names.get(code) ?? code, material.texts, "any")),
  };
  // which sentence of a review a person would have coded is not known, so reviews teach nothing here
  for (const count of material.kind === "review" ? [0] : EXAMPLES) {
    const seeds = count === 0 ? SEEDS.slice(0, 1) : SEEDS;
    const measured = seeds.map((seed) => {
      const taught = withExamples(material, count, seed);
      const machine = codedByMachine(material, taught).map((decision) => decision && new Set(decision.codeIds));
      return agreementOf([goldOf(material, taught.units), machine], material.codes, { resamples: RESAMPLES });
    });
    table[count === 0 ? "machine, name alone" : `machine, name and ${count} examples`] = rowOf(material, measured);
  }
  return table;
}

/** Means over the draws of examples; the interval is that of the first one. */
function rowOf({ codes }: Material, measured: readonly CodingAgreement[]): Row {
  const over = (value: (one: CodingAgreement) => number | undefined) =>
    Math.round(mean(measured.map((one) => value(one) ?? 0)) * 1000) / 1000;
  const { overall } = measured[0] as CodingAgreement;
  const { low = 0, high = 0 } = overall.interval ?? {};
  return {
    codes: codes.length,
    units: overall.units,
    alike: over((one) => one.overall.alike / one.overall.units),
    "κ, mean of codes": over((one) => one.mean.kappa),
    "α, all decisions": over((one) => one.overall.alpha),
    "α 95 %": `${low.toFixed(3)}–${high.toFixed(3)}`,
    "α, mean of codes": over((one) => one.mean.alpha),
  };
}

/** Mean κ over codes for each kind of set and threshold, and the mean of the three kinds. */
async function choose(): Promise<void> {
  const banking = readBanking(texts);
  const apps = readAppReviews(texts);
  const even = [...new Set(banking?.codes.flat())].sort().filter((_, i) => i % 2 === 0);
  const kinds: Record<string, Material[]> = {
    intents: banking ? [await materialOf({ set: banking, codes: even, kind: "sentence" })] : [],
    "app reviews": apps ? [await materialOf({ set: apps, kind: "sentence" })] : [],
    features: [],
  };
  for (const set of readProductFeatures(`${train}/product_reviews_2`))
    kinds.features?.push(await materialOf({ set, kind: "sentence" }));
  for (const count of EXAMPLES) {
    const rows = THRESHOLDS.map((threshold) => {
      const each = Object.entries(kinds).map(([name, materials]) => [name, mean(kappas(materials, count, threshold))]);
      return [threshold, { ...Object.fromEntries(each), mean: mean(each.map(([, value]) => value as number)) }];
    });
    console.log(count === 0 ? "name alone" : `name and ${count} examples`);
    console.table(Object.fromEntries(rows));
  }
}

function kappas(materials: readonly Material[], count: number, threshold: number): number[] {
  return materials.flatMap((material) => {
    const taught = withExamples(material, count, 1);
    if (taught.codes.length === 0) return [];
    const ids = taught.codes.map(({ id }) => id);
    const given = codedByMachine(material, taught).map(
      (decision) => decision && new Set(ids.filter((_, c) => (decision.chances[c] ?? 0) >= threshold)),
    );
    const { codes } = agreementOf([goldOf(material, taught.units), given], ids, { resamples: 0 });
    return codes.map(({ kappa = 0 }) => kappa);
  });
}
