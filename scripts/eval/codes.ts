/**
 * `npm run eval:codes -- DIR`: the researcher's own codes on BANKING77. All intents at once from 10 examples each, beside nearest centroid and
 * logistic regression on the same vectors; then each intent as a code against all other texts, from 5, 10 and 20 judgements.
 * Prints tables, then one line of JSON.
 *
 * Shrinkages, noise and sharpness were chosen on product features and app reviews, the link from scores to confidences and the classes' settings on
 * these and on every second intent (alphabetical, from the first). What is printed for codes is measured on the other intents only, and the accuracy
 * over classes both on all 77 and on the other intents alone.
 */
import { parseArgs } from "node:util";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { codeSpace, type Located } from "../../lib/understand/codes/space";
import { quantise } from "../../lib/understand/vectors";
import { VectorCache } from "../train/vector-cache";
import { measureCodes } from "./code-against-rest";
import { measureClasses } from "./code-classes";
import { type CodedSet, readBanking } from "./code-sets";

const SEEDS = [1, 2, 3, 4, 5];
/** Each of 38 codes is learnt in some 15 ways: two draws of examples are enough for means over codes. */
const CODE_SEEDS = [1, 2];
const { positionals } = parseArgs({ allowPositionals: true });
const folder = positionals.find((argument) => argument !== "--") ?? "../shared/data/text";
const banking = readBanking(folder);
if (banking) await evaluate(banking);
else console.error(`${folder} holds no banking77/train.csv. Give the folder that does.`);

async function evaluate(set: CodedSet): Promise<void> {
  const graph = "int8";
  const cache = new VectorCache(
    () => createNodeEncoder({ graph }),
    `${ENCODER.source.sha256.slice(0, 12)}-${graph}-codes`,
  );
  const intents = [...new Set(set.codes.flat())].sort();
  const vectors = await cache.encode(set.texts, (done, of) => console.error(`encoded ${done} of ${of}`));
  const named = await cache.encode(intents.map((intent) => intent.replaceAll("_", " ")));
  const sentences = vectors.map(
    (vector, i): Located => ({ vector: quantise(vector), language: set.languages[i] ?? "und" }),
  );
  const names = named.map((vector): Located => ({ vector: quantise(vector), language: "en" }));
  const started = performance.now();
  const space = codeSpace(sentences, loadHeads().means);
  const prepared = Math.round(performance.now() - started);
  const unseen = intents.filter((_, i) => i % 2 === 1);
  const about = (wanted: readonly string[]) => ({
    space,
    codes: set.codes.map(([code]) => (code !== undefined && wanted.includes(code) ? code : undefined)),
    names: new Map(intents.map((intent, i) => [intent, names[i] as Located])),
    seeds: SEEDS,
  });
  const classes = { all: measureClasses(about(intents)), notChosenOn: measureClasses(about(unseen)) };
  console.table(classes.all);
  console.table(classes.notChosenOn);
  const codes = measureCodes({ ...about(unseen), seeds: CODE_SEEDS });
  console.table(codes);
  console.log(
    JSON.stringify({
      eval: "codes",
      encoder: `${ENCODER.id} ${graph}`,
      texts: set.texts.length,
      prepared,
      classes,
      codes,
    }),
  );
}
