/**
 * Mean sentence vectors of 28 languages: `npx tsx scripts/train/means.ts -- ../shared/data` writes lib/models/heads/means.json.
 * They make vectors of different languages comparable, for themes, codes and search.
 */
import { writeFileSync } from "node:fs";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { HEADS_VERSION } from "../../lib/understand/heads";
import { languageCentres } from "./centres";
import { clothingReviews, clothingSentences, ownSentences, productReviews, prosAndCons } from "./corpus";
import { pack } from "./pack";
import { VectorCache } from "./vector-cache";

const SEED = 1;
const folder = process.argv.slice(2).find((argument) => argument !== "--") ?? "../shared/data";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const progress = (done: number, of: number) => process.stderr.write(`\rencoding ${done} of ${of}  `);
const encode = (texts: string[]) => cache.encode(texts, progress);

const examples = [
  ...prosAndCons(folder, 3500, SEED),
  ...productReviews(folder),
  ...clothingSentences(clothingReviews(folder), 700, SEED),
  ...ownSentences(),
];
const vectors = await encode(examples.map((example) => example.text));
const { means, prior } = await languageCentres(kinds(), encode);
const packed = {
  version: HEADS_VERSION,
  encoder: ENCODER.source.sha256,
  trained: "scripts/train/means.ts",
  prior: pack(prior),
  means: Object.fromEntries([...means].map(([language, mean]) => [language, pack(mean)])),
};
const file = new URL("../../lib/models/heads/means.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(packed, undefined, 1)}\n`);
console.log("wrote lib/models/heads/means.json");

/** Every kind of text counts the same, however many there are. */
function kinds(): Float32Array[][] {
  const groups = new Map<string, Float32Array[]>();
  for (const [i, { source, label }] of examples.entries()) {
    const key = `${source} ${label}`;
    groups.set(key, [...(groups.get(key) ?? []), vectors[i] as Float32Array]);
  }
  return [...groups.values()];
}
