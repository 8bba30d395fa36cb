/**
 * How distinct personas are, and how well they foretell reviewers kept away from them.
 * tsx scripts/eval/ask-personas.ts [DATA]   (folder of ../shared/data; EARSHOT_DATA stands in)
 */
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { VectorCache } from "../train/vector-cache";
import { type Distinctness, personaFigures, printPersonaFigures } from "./ask-distinctness";
import { questionsAtHand, readSet, understandSet } from "./ask-sets";

const folder = process.argv[2] ?? process.env.EARSHOT_DATA ?? "../shared/data";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
const rows: { set: string; figures: Distinctness }[] = [];
for (const set of new Set(questionsAtHand(folder).map((one) => one.set))) {
  const material = await understandSet(readSet(folder, set), cache, loadHeads());
  const from = performance.now();
  rows.push({ set, figures: personaFigures(set, material) });
  console.error(`${set}: ${material.reviews.length} reviews, ${Math.round(performance.now() - from)} ms`);
}
printPersonaFigures(rows);
