/** Whether a difference between two groups of reviews may be chance. */

/** Reviews with and without something, in a group and in the rest. */
export interface FourCounts {
  within: number;
  of: number;
  outside: number;
  ofOutside: number;
}

/** Natural logarithms of 0!, 1!, 2! …, grown as needed. */
const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Chances this near to the one seen count as equal to it: sums of logarithms are not exact. */
const NEAR = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the chance, were the same reviews dealt out at random, of a split no more likely than the one seen
 * (Fisher, "Statistical Methods for Research Workers", 5th ed., 1934; two sides by Freeman and Halton, Biometrika 38, 1951).
 * @returns 0–1; 1 when a side is empty or nothing shows it
 */
export function fisherExact({ within, of, outside, ofOutside }: FourCounts): number {
  const showing = within + outside;
  const all = of + ofOutside;
  if (of === 0 || ofOutside === 0 || showing === 0 || showing === all) return 1;
  const base = logChoose(all, of);
  const chance = (k: number) => Math.exp(logChoose(showing, k) + logChoose(all - showing, of - k) - base);
  const limit = chance(within) * NEAR;
  let sum = 0;
  for (let k = Math.max(0, of - (all - showing)); k <= Math.min(showing, of); k++) {
    const one = chance(k);
    if (one <= limit) sum += one;
  }
  return Math.min(1, sum);
}

/**
 * Adjusts many chances at once, so that the chance of even one false "different" among them stays below the level that is asked of each
 * (Holm, Scandinavian Journal of Statistics 6, 1979).
 * @returns 0–1, in the order given
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, i) => i).sort((a, b) => (chances[a] ?? 1) - (chances[b] ?? 1));
  const result = chances.map(() => 1);
  let most = 0;
  for (const [place, index] of order.entries()) {
    most = Math.max(most, Math.min(1, (chances[index] ?? 1) * (chances.length - place)));
    result[index] = most;
  }
  return result;
}
