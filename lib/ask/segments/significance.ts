/** Whether a difference between two groups of people may be chance. */

/** How many show something, inside a group and outside. */
export interface Table {
  inside: number;
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

/**
 * Fisher's exact test, one-sided: the chance of at least `inside` when the same people were dealt out at random (hypergeometric
 * distribution; Fisher, "The Design of Experiments", 1935).
 * @returns 0–1; 1 when a side is empty. Costs at most as many steps as there are people inside
 */
export function fisher({ inside, of, outside, ofOutside }: Table): number {
  const showing = inside + outside;
  const all = of + ofOutside;
  if (of === 0 || ofOutside === 0 || showing === 0) return 1;
  let term = Math.exp(logChoose(showing, inside) + logChoose(all - showing, of - inside) - logChoose(all, of));
  let sum = term;
  for (let k = inside; k < Math.min(showing, of) && term > sum * 1e-12; k++) {
    term *= ((showing - k) * (of - k)) / ((k + 1) * (all - showing - of + k + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

/**
 * Adjusts many p values at once so that at most a share q of what is called different is so by chance (Benjamini and Hochberg,
 * J. R. Stat. Soc. B 57, 1995).
 * @returns q values in the order of the p values, 0–1
 */
export function adjusted(chances: readonly number[]): number[] {
  const order = chances.map((_, i) => i).sort((a, b) => (chances[b] ?? 1) - (chances[a] ?? 1));
  const result = chances.map(() => 1);
  let least = 1;
  for (const [place, index] of order.entries()) {
    least = Math.min(least, ((chances[index] ?? 1) * chances.length) / (chances.length - place));
    result[index] = least;
  }
  return result;
}

/** @returns share inside over share outside, one half added to each of the four counts (Haldane 1940, Anscombe 1956) */
export function liftOf({ inside, of, outside, ofOutside }: Table): number {
  return (inside + 0.5) / (of + 1) / ((outside + 0.5) / (ofOutside + 1));
}
