/**
 * What int8 changes for those who use the vectors: search, themes and segments rank by cosine.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import type { GraphKind } from "../../lib/models/registry";
import { cosine } from "../../lib/models/stored-vector";
import { PARITY_SENTENCES } from "../models/sentences";

const NEIGHBOURS = 10;
const SAMPLE = 300;

/** Each text in turn is the query; all others are ranked by cosine. */
export async function compareGraphs() {
  const texts = sample();
  const [exact, rounded] = [await encodeWith("q4", texts), await encodeWith("int8", texts)];
  const same = texts.map((_, i) => cosine(at(exact, i), at(rounded, i)));
  const agreements = texts.map((_, i) => agreement(similarities(exact, i), similarities(rounded, i)));
  return {
    texts: texts.length,
    "mean cosine": mean(same),
    "least cosine": Number(Math.min(...same).toFixed(4)),
    "same nearest": mean(agreements.map(({ nearest }) => nearest)),
    "same of 10 nearest": mean(agreements.map(({ shared }) => shared)),
    "rank correlation": mean(agreements.map(({ spearman }) => spearman)),
  };
}

/** Short opinions from the shared training data where they are at hand, else our own sentences. */
function sample(): string[] {
  try {
    const folder = join(process.env.EARSHOT_DATA ?? "../shared/data", "train");
    const read = (name: string) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .filter((line) => line.trim());
    const lines = ["IntegratedPros.txt", "IntegratedCons.txt"].map((name) => read(name).slice(0, SAMPLE / 2));
    return lines.flat().map((line) => line.replace(/<[^>]*>/g, " ").trim());
  } catch {
    return PARITY_SENTENCES;
  }
}

async function encodeWith(graph: GraphKind, texts: string[]): Promise<Float32Array[]> {
  const encoder = await createNodeEncoder({ graph });
  const vectors = await encoder.encode(texts);
  await encoder.dispose();
  return vectors;
}

function similarities(vectors: Float32Array[], query: number): number[] {
  return vectors.map((vector, i) => (i === query ? Number.NEGATIVE_INFINITY : cosine(at(vectors, query), vector)));
}

function agreement(a: number[], b: number[]) {
  const [first, second] = [order(a), order(b)];
  const top = new Set(first.slice(0, NEIGHBOURS));
  const shared = second.slice(0, NEIGHBOURS).filter((index) => top.has(index)).length;
  return { nearest: first[0] === second[0] ? 1 : 0, shared: shared / NEIGHBOURS, spearman: spearman(first, second) };
}

function order(values: number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
}

/** Rank correlation of two orders of the same items, −1 to 1. */
function spearman(first: number[], second: number[]): number {
  const place = new Map(second.map((item, rank) => [item, rank]));
  const squares = first.reduce((sum, item, rank) => sum + (rank - (place.get(item) ?? 0)) ** 2, 0);
  const n = first.length;
  return 1 - (6 * squares) / (n * (n * n - 1));
}

function at(vectors: Float32Array[], i: number): Float32Array {
  return vectors[i] ?? new Float32Array();
}

function mean(values: number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
}
