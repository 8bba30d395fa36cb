/**
 * `npm run eval:segments -- [DATA]`: how steady segments and voices are. A part of the reviews is held back, segments and cards are made, the part
 * arrives, and both are made anew from what was there: how many segments and cards keep their ids, how alike their people are (Jaccard, among
 * those who were there before), how many names stay. Then the same material in another order: what differs. Sets: those of eval:personas.
 */
import type { Material } from "../../lib/ask/material";
import { makeAllPersonas } from "../../lib/ask/persona/persona";
import { findSegments } from "../../lib/ask/segments";
import type { Persona, Segment } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { sample, seededRandom } from "../train/random";
import { VectorCache } from "../train/vector-cache";
import { questionsAtHand, readSet, understandSet } from "./ask-sets";

/** Share of what was there before that arrives later. */
const ARRIVING = [0.1, 0.3];
const SEEDS = [1, 2, 3];
const AT = "2026-01-01T00:00:00Z";
/** Fewer reviews cannot lose a part and still have segments. */
const FEWEST = 20;

interface Made {
  segments: Segment[];
  personas: Persona[];
}

interface Steady {
  kept: number;
  alike: number;
  voices: number;
  voicesAlike: number;
  names: number;
}

function make(material: Material, before?: Made): Made {
  const segments = findSegments({ subjectId: "steady", ...material, earlier: before?.segments ?? [] });
  return { segments, personas: makeAllPersonas(segments, material, AT, before?.personas) };
}

/** Themes are those of the whole, so that only segments and cards are measured. */
function only(material: Material, reviews: Material["reviews"]): Material {
  const ids = new Set(reviews.map(({ id }) => id));
  return {
    reviews,
    sentences: material.sentences.filter(({ reviewId }) => ids.has(reviewId)),
    themes: material.themes,
  };
}

function compare(before: Made, after: Made, there: ReadonlySet<string>): Steady {
  const segments = pairs(before.segments, after.segments);
  const voices = pairs(before.personas, after.personas);
  const likeness = (all: readonly (readonly [{ reviewIds: string[] }, { reviewIds: string[] }])[]) =>
    mean(all.map(([a, b]) => jaccard(new Set(a.reviewIds), new Set(b.reviewIds.filter((id) => there.has(id))))));
  return {
    kept: segments.length / before.segments.length,
    alike: likeness(segments),
    voices: voices.length / before.personas.length,
    voicesAlike: likeness(voices),
    names: mean(voices.map(([a, b]) => Number(nameOf(a) === nameOf(b)))),
  };
}

function pairs<T extends { id: string }>(before: readonly T[], after: readonly T[]): (readonly [T, T])[] {
  return before.flatMap((one) => {
    const now = after.find(({ id }) => id === one.id);
    return now ? [[one, now] as const] : [];
  });
}

/** What its name is phrased from. */
function nameOf({ segment, focus }: Persona): string {
  return JSON.stringify([segment.basis, focus]);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((id) => b.has(id)).length;
  return shared / (a.size + b.size - shared || 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function arriving(material: Material, share: number): Steady {
  const runs = SEEDS.map((seed) => {
    const there = sample(material.reviews, Math.round(material.reviews.length / (1 + share)), seededRandom(seed));
    const before = make(only(material, there));
    return compare(before, make(material, before), new Set(there.map(({ id }) => id)));
  });
  return meanOf(runs);
}

/** Made twice without a memory: whatever differs depends on the order in which pages were read. */
function shuffled(material: Material): Steady {
  const first = make(material);
  const everybody = new Set(material.reviews.map(({ id }) => id));
  const runs = SEEDS.map((seed) => {
    const reviews = sample(material.reviews, material.reviews.length, seededRandom(seed));
    const sentences = sample(material.sentences, material.sentences.length, seededRandom(seed));
    return compare(first, make({ ...material, reviews, sentences }), everybody);
  });
  return meanOf(runs);
}

function meanOf(runs: readonly Steady[]): Steady {
  const of = (name: keyof Steady) => mean(runs.map((run) => run[name]));
  return {
    kept: of("kept"),
    alike: of("alike"),
    voices: of("voices"),
    voicesAlike: of("voicesAlike"),
    names: of("names"),
  };
}

function print(set: string, what: string, { kept, alike, voices, voicesAlike, names }: Steady): void {
  const cells = [kept, alike, voices, voicesAlike, names].map((value) => value.toFixed(2).padStart(9));
  console.log(`${set.slice(-36).padEnd(37)}${what.padEnd(10)}${cells.join("")}`);
}

async function main(folder: string): Promise<void> {
  const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
  const rows = new Map<string, Steady[]>();
  console.log(
    `${"".padEnd(47)}${["segments", "members", "cards", "members", "names"].map((h) => h.padStart(9)).join("")}`,
  );
  for (const set of new Set(questionsAtHand(folder).map((one) => one.set))) {
    const material = await understandSet(readSet(folder, set), cache, loadHeads());
    if (material.reviews.length < FEWEST) continue;
    const measured: [string, Steady][] = [
      ...ARRIVING.map((share): [string, Steady] => [`+${Math.round(100 * share)} %`, arriving(material, share)]),
      ["reordered", shuffled(material)],
    ];
    for (const [what, steady] of measured) {
      rows.set(what, [...(rows.get(what) ?? []), steady]);
      print(set, what, steady);
    }
  }
  for (const [what, all] of rows) print(`mean of ${all.length} sets`, what, meanOf(all));
}

await main(process.argv[2] ?? process.env.EARSHOT_DATA ?? "../shared/data");
