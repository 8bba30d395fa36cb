/** What is usually done with few examples: the nearest centroid, and logistic regression. */
import { inner } from "../../lib/understand/codes/linear-algebra";
import { logisticRegression } from "../../lib/understand/codes/logistic";

/** Directions to normalised means of the examples; the largest product is the nearest by cosine. */
export function centroids(classes: readonly (readonly Float32Array[])[]): Float32Array[] {
  return classes.map((rows) => {
    const sum = new Float32Array(rows[0]?.length ?? 0);
    for (const row of rows) for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) + (row[d] as number);
    const length = Math.sqrt(inner(sum, sum)) || 1;
    return sum.map((value) => value / length);
  });
}

/**
 * Plain logistic regression on the same centred vectors.
 * @param bias a constant entry is added to each row, and its weight comes last: needed where classes differ in size
 */
export function plainLogistic(
  classes: readonly (readonly Float32Array[])[],
  cost: number,
  { rounds = ROUNDS, bias = false } = {},
): Float64Array[] {
  const wide = classes.map((rows) => rows.map((row) => Float64Array.from(bias ? [...row, 1] : row)));
  return logisticRegression(wide, { cost, rounds });
}

/** More change nothing that is printed. */
const ROUNDS = 80;
