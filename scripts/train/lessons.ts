/**
 * Chooses own sentences to show for "why this?": `npx tsx scripts/train/lessons.ts` writes lib/models/heads/lessons.json.
 * A seeded choice, the same number of each label, plain ones first: short enough to be read at a glance.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { CLASSES } from "../../lib/understand/reading";
import { quantise } from "../../lib/understand/vectors";
import { sample, seededRandom } from "./random";

const EACH = 110;
const LONGEST = 110;

interface Row {
  text: string;
  sentiment: string;
}

const room = new URL("./own/", import.meta.url).pathname;
const rows = readdirSync(room)
  .sort()
  .filter((name) => name.endsWith(".ndjson"))
  .flatMap((name) => readFileSync(join(room, name), "utf8").split("\n").filter(Boolean))
  .map((line) => JSON.parse(line) as Row)
  .filter(({ text }) => text.length <= LONGEST);
const random = seededRandom(1);
const chosen = CLASSES.flatMap((label) =>
  sample(
    rows.filter((row) => row.sentiment === label),
    EACH,
    random,
  ),
);
const encoder = await createNodeEncoder({ graph: "int8" });
const vectors = await encoder.encode(chosen.map(({ text }) => text));
await encoder.dispose();
const bytes = Buffer.concat(vectors.map((vector) => Buffer.from(quantise(vector).buffer)));
const packed = {
  lessons: chosen.map(({ text, sentiment }) => ({ text, label: sentiment })),
  vectors: bytes.toString("base64"),
};
writeFileSync(
  new URL("../../lib/models/heads/lessons.json", import.meta.url),
  `${JSON.stringify(packed, undefined, 1)}\n`,
);
console.log(`wrote ${chosen.length} sentences to lib/models/heads/lessons.json`);
