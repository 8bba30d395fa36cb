/** Ratings as tables write them: 4, "4,5", "4 out of 5", "8/10", "★★★★☆", "90%". */

export interface Rating {
  value: number;
  /** The best there is, when it is written. */
  scale?: number;
}

/** @returns undefined for an empty cell or one without a number */
export function readRating(cell: unknown): Rating | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell } : undefined;
  if (typeof cell !== "string" || !cell.trim()) return undefined;
  const full = cell.match(/[★⭐🌟]/gu)?.length ?? 0;
  if (full > 0) return { value: full, scale: Math.max(5, full + (cell.match(/☆/gu)?.length ?? 0)) };
  const numbers = [...cell.matchAll(/\d+(?:[.,]\d+)?/gu)].map(([text]) => Number(text.replace(",", ".")));
  const [value, scale] = numbers;
  if (value === undefined) return undefined;
  if (/%/u.test(cell)) return { value, scale: 100 };
  const outOf = scale !== undefined && scale >= value && /\/|out of|von|sur|de|di|из|满分|／/iu.test(cell);
  return outOf ? { value, scale } : { value };
}
