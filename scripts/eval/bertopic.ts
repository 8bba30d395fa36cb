/** Baseline of themes: BERTopic (Grootendorst 2022, arXiv:2203.05794) on the same vectors, where a Python has it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** One run; topic "-1" is BERTopic's own "no topic". */
export interface BertopicRun {
  /** Smallest topic allowed. */
  size: number;
  seed: number;
  topics: string[];
  seconds: number;
}

/** BERTopic's default, and the least it allows: groups made by people are small. */
export const TOPIC_SIZES = [10, 2];

/**
 * @param seeds of UMAP, one run each
 * @returns the runs; undefined, with a sentence on stderr, when `PYTHON` (else `python3`) has no BERTopic
 */
export function runBertopic(
  texts: readonly string[],
  vectors: readonly Float32Array[],
  seeds: readonly number[],
): BertopicRun[] | undefined {
  const python = process.env.PYTHON ?? "python3";
  const input = JSON.stringify({ texts, vectors: vectors.map((vector) => [...vector]), seeds, sizes: TOPIC_SIZES });
  const script = join(import.meta.dirname, "bertopic-runs.py");
  const { status, stdout, stderr, error } = spawnSync(python, [script], {
    input,
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  if (status !== 0 || error) {
    const why = error?.message ?? stderr.trim().split("\n").at(-1);
    console.error(
      `BERTopic is left out: ${python} says "${why}". PYTHON names another interpreter; see bertopic-runs.py.`,
    );
    return undefined;
  }
  const { runs } = JSON.parse(stdout) as { runs: (Omit<BertopicRun, "topics"> & { topics: number[] })[] };
  return runs.map((run) => ({ ...run, topics: run.topics.map(String) }));
}
