/** All classes at once from few examples each: accuracy of our method beside the usual ones. */
import { classify, learnClasses } from "../../lib/understand/codes/classes";
import { inner } from "../../lib/understand/codes/linear-algebra";
import { type CodeSpace, type Located, placeIn } from "../../lib/understand/codes/space";
import { sample, seededRandom } from "../train/random";
import { centroids, plainLogistic } from "./code-baselines";
import { Calibration, mean } from "./code-scores";

export interface CodedSpace {
  space: CodeSpace;
  /** Code of each row; rows without one are left out. */
  codes: (string | undefined)[];
  names: Map<string, Located>;
  seeds: readonly number[];
}

const EXAMPLES = 10;
/** Of 1, 10, 100 and 1,000 the one that served best on the intents things were chosen on. */
const COST = 10;

type Row = Record<string, number>;

/** @returns accuracy by method, one column a seed and their mean; `ece` is of the probabilities of our method */
export function measureClasses(coded: CodedSpace): Record<string, Row> {
  const table: Record<string, Row> = {};
  for (const seed of coded.seeds) {
    for (const [name, value] of Object.entries(measureOnce(coded, seed)))
      table[name] = { ...table[name], [`seed ${seed}`]: value };
  }
  for (const row of Object.values(table)) row.mean = mean(Object.values(row));
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, rounded(row)]));
}

function measureOnce({ space, codes, names }: CodedSpace, seed: number): Row {
  const random = seededRandom(seed);
  const classes = [...new Set(codes.flatMap((code) => code ?? []))].sort();
  const rowsOf = (code: string) => codes.flatMap((own, i) => (own === code ? [i] : []));
  const drawn = classes.map((code) => sample(rowsOf(code), EXAMPLES, random));
  const taught = new Set(drawn.flat());
  const tests = codes.flatMap((code, i) =>
    code && !taught.has(i) ? [{ row: rowAt(space, i), own: classes.indexOf(code) }] : [],
  );
  const examples = drawn.map((rows) => rows.map((i) => rowAt(space, i)));
  const described = classes.map((code, c) => {
    const name = names.get(code);
    return { rows: examples[c] as Float32Array[], description: name && placeIn(space, name) };
  });
  const accuracy = (guess: (row: Float32Array, own: number) => number) =>
    mean(tests.map(({ row, own }) => (guess(row, own) === own ? 1 : 0)));
  const started = performance.now();
  const ours = learnClasses(described);
  const milliseconds = performance.now() - started;
  const bare = learnClasses(
    examples.map((rows) => ({ rows })),
    false,
  );
  const calibration = new Calibration();
  const near = centroids(examples);
  const logistic = plainLogistic(examples, COST);
  return {
    "Earshot, examples and names": accuracy((row, own) => {
      const chances = classify(ours, row);
      const best = indexOfLargest(chances);
      calibration.add(chances[best] as number, best === own);
      return best;
    }),
    "Earshot, examples": accuracy((row) => indexOfLargest(classify(bare, row))),
    "nearest centroid": accuracy((row) => indexOfLargest(near.map((centroid) => inner(centroid, row)))),
    "logistic regression": accuracy((row) => indexOfLargest(logistic.map((w) => inner(row, w)))),
    "ECE of Earshot": calibration.error(),
    "ms to learn": milliseconds,
  };
}

export function rowAt({ rows, dimensions }: CodeSpace, i: number): Float32Array {
  return rows.subarray(i * dimensions, (i + 1) * dimensions);
}

function indexOfLargest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

export function rounded(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
}
