/**
 * `npm run bench:segments`: processor time of segments and of cards, and the longest the thread is held when both are made in slices as the
 * engine does. Material: every review of our own sample shop as one subject, repeated by other people up to each size.
 */
import type { Material } from "../../lib/ask/material";
import { personaSteps } from "../../lib/ask/persona/persona";
import { segmentSteps } from "../../lib/ask/segments";
import { inSlices, type Steps } from "../../lib/ask/steps";
import type { Sentence } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { products } from "../../test/fixtures/shop/products";
import { readSet, understandSet } from "../eval/ask-sets";
import { VectorCache } from "../train/vector-cache";

const SIZES = [1_000, 17_000, 100_000];

/** Milliseconds. */
interface Timed<T> {
  result: T;
  processor: number;
  longest: number;
}

/** The material again and again, each time written by other people, until there are so many sentences. */
function repeated({ reviews, sentences, themes }: Material, size: number): Material {
  const grown: Material & { reviews: Material["reviews"][number][]; sentences: Sentence[] } = {
    reviews: [],
    sentences: [],
    themes,
  };
  for (let round = 0; grown.sentences.length < size; round++) {
    const id = (of: string) => `${of}:${round}`;
    for (const review of reviews) grown.reviews.push({ ...review, id: id(review.id), author: undefined });
    for (const one of sentences) grown.sentences.push({ ...one, id: id(one.id), reviewId: id(one.reviewId) });
  }
  const kept = grown.sentences.slice(0, size);
  const speaking = new Set(kept.map(({ reviewId }) => reviewId));
  return { reviews: grown.reviews.filter(({ id }) => speaking.has(id)), sentences: kept, themes };
}

async function timed<T>(steps: Steps<T>): Promise<Timed<T>> {
  let longest = 0;
  let before = performance.now();
  const watched = (function* (): Steps<T> {
    for (let step = steps.next(); ; step = steps.next()) {
      longest = Math.max(longest, performance.now() - before);
      if (step.done) return step.value;
      yield;
      before = performance.now();
    }
  })();
  const from = process.cpuUsage();
  const result = await inSlices(watched);
  const { user, system } = process.cpuUsage(from);
  return { result, processor: (user + system) / 1000, longest };
}

async function main(): Promise<void> {
  const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
  const shop = products.flatMap(({ slug }) => readSet("", `shop:${slug}`));
  const material = await understandSet(shop, cache, loadHeads());
  const row = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell) => String(typeof cell === "number" ? Math.round(cell) : cell).padStart(12)).join(""));
  row(["sentences", "reviews", "segments", "ms", "longest ms", "cards", "ms", "longest ms"]);
  for (const size of SIZES) {
    const grown = repeated(material, size);
    const segments = await timed(segmentSteps({ subjectId: "bench", ...grown }));
    const cards = await timed(personaSteps(segments.result, grown, "2026-01-01T00:00:00Z"));
    row([
      grown.sentences.length,
      grown.reviews.length,
      ...[segments, cards].flatMap(({ result, processor, longest }) => [result.length, processor, longest]),
    ]);
  }
}

await main();
