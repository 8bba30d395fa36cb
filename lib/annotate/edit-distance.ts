/** Where a passage lies in a text: UTF-16 positions, and how many edits tell it from what was searched. */
export interface Match {
  start: number;
  end: number;
  errors: number;
}

/**
 * The passage of `text` between `from` and `to` that is closest to `needle` (Sellers, "The theory and computation of
 * evolutionary distances", 1980: edit distance with a free start and end). Time is needle × window.
 * @returns undefined when every passage needs more than `maxErrors` edits
 */
export function closestPassage(
  text: string,
  needle: string,
  { from, to, maxErrors }: { from: number; to: number; maxErrors: number },
): Match | undefined {
  const costs = Uint32Array.from({ length: needle.length + 1 }, (_, at) => at);
  const starts = new Uint32Array(needle.length + 1).fill(from);
  let best: Match | undefined;
  for (let at = from; at < to; at++) {
    nextColumn(costs, starts, needle, text.charCodeAt(at), at);
    const errors = costs[needle.length] ?? 0;
    if (errors <= maxErrors && (!best || errors < best.errors))
      best = { start: starts[needle.length] ?? 0, end: at + 1, errors };
  }
  return best;
}

/** Number of single-unit edits that make one text the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  if (one === other) return 0;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** One step of the text: `costs[n]` is the distance of the needle's first n units to a passage that ends here. */
function nextColumn(costs: Uint32Array, starts: Uint32Array, needle: string, unit: number, at: number): void {
  let diagonal = 0;
  let diagonalStart = at;
  starts[0] = at + 1;
  for (let n = 1; n < costs.length; n++) {
    const above = costs[n] ?? 0;
    const aboveStart = starts[n] ?? 0;
    let cost = diagonal + (needle.charCodeAt(n - 1) === unit ? 0 : 1);
    let start = diagonalStart;
    if (above + 1 < cost) {
      cost = above + 1;
      start = aboveStart;
    }
    if ((costs[n - 1] ?? 0) + 1 < cost) {
      cost = (costs[n - 1] ?? 0) + 1;
      start = starts[n - 1] ?? 0;
    }
    costs[n] = cost;
    starts[n] = start;
    diagonal = above;
    diagonalStart = aboveStart;
  }
}
