/**
 * How far a reading depends on what else is in its batch: `npx tsx scripts/eval/batch-steadiness.ts ../shared/data/text/clothing/reviews.csv`.
 * It must not: the int8 graph measures each token by itself (docs/models.md).
 */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import calibrated from "../../lib/models/heads/reader.json";
import type { TextReading } from "../../lib/models/model";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { cosine } from "../../lib/models/stored-vector";
import { splitSentences } from "../../lib/understand/sentences";
import { sentenceSentiment } from "../../lib/understand/sentiment";

const COUNT = 240;
const BATCHES = [1, 16, 48];

const file = process.argv.slice(2).find((argument) => argument !== "--") ?? "../shared/data/text/clothing/reviews.csv";
const table = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), { header: true });
const bodies = table.data.map((row) => row["Review Text"] ?? row.text ?? "").filter(Boolean);
const texts = bodies
  .slice(0, COUNT)
  .flatMap((body) => splitSentences(body, "en").map(({ start, end }) => body.slice(start, end)))
  .slice(0, COUNT);
const encoder = await createNodeEncoder({ graph: "int8" });
const readings: TextReading[][] = [];
for (const size of BATCHES) readings.push(await inBatches(size));
await encoder.dispose();
for (const [i, size] of BATCHES.entries()) {
  for (const [k, other] of BATCHES.entries()) if (k > i) compare(size, other, readings[i] ?? [], readings[k] ?? []);
}

async function inBatches(size: number): Promise<TextReading[]> {
  const out: TextReading[] = [];
  for (let at = 0; at < texts.length; at += size) out.push(...(await encoder.read(texts.slice(at, at + size))));
  return out;
}

function compare(size: number, other: number, a: readonly TextReading[], b: readonly TextReading[]): void {
  let [changed, apart, alike] = [0, 0, 0];
  for (const [i, one] of a.entries()) {
    const two = b[i];
    if (!two) continue;
    const [left, right] = [sentenceSentiment(one, calibrated), sentenceSentiment(two, calibrated)];
    changed += left.label === right.label ? 0 : 1;
    apart += Math.abs(left.score - right.score);
    alike += cosine(one.vector, two.vector);
  }
  const mean = (sum: number, digits: number) => (sum / a.length).toFixed(digits);
  console.log(
    `batches of ${size} and of ${other}, ${a.length} sentences: another class ${mean(changed, 3)}, mean difference of score ${mean(apart, 3)}, mean cosine of vectors ${mean(alike, 4)}`,
  );
}
