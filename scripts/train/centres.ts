/**
 * Mean sentence vectors per language. English is measured on the corpus; each other language is English plus the shift between
 * parallel sentences (the same statements written in every language, by us), so that content and mood cancel out.
 */
import { meanOf } from "../../lib/understand/vectors";
import parallel from "./parallel.json";

export interface Centres {
  means: Map<string, Float32Array>;
  prior: Float32Array;
}

/** @param corpus vectors of English review sentences by kind; each kind counts the same, however many it has */
export async function languageCentres(
  corpus: readonly (readonly Float32Array[])[],
  encode: (texts: string[]) => Promise<Float32Array[]>,
): Promise<Centres> {
  const english = must(meanOf(corpus.map((kind) => must(meanOf(kind)))));
  const rows = Object.entries(parallel as Record<string, string[]>);
  const shifts = new Map<string, Float32Array>();
  for (const [language, texts] of rows) shifts.set(language, must(meanOf(await encode(texts))));
  const base = must(shifts.get("en"));
  const means = new Map<string, Float32Array>();
  for (const [language, own] of shifts) {
    means.set(
      language,
      english.map((value, i) => value + (own[i] as number) - (base[i] as number)),
    );
  }
  return { means, prior: must(meanOf([...means.values()])) };
}

function must<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error("A language or a part of the corpus has no sentences: look at scripts/train/parallel.json.");
  return value;
}
