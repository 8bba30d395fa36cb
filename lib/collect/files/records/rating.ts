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
  const text = cell.slice(0, 200);
  const full = text.match(/[★⭐🌟]/gu)?.length ?? 0;
  if (full > 0) return { value: full, scale: Math.max(5, full + (text.match(/☆/gu)?.length ?? 0)) };
  const numbers = [...text.matchAll(/\d+(?:[.,]\d+)?/gu)].map(([number]) => Number(number.replace(",", ".")));
  const [value, scale] = numbers;
  if (value === undefined) return undefined;
  if (/%/u.test(text)) return { value, scale: 100 };
  const outOf = scale !== undefined && scale >= value && /\/|out of|von|sur|de|di|из|满分|／/iu.test(text);
  return outOf ? { value, scale } : { value };
}

/** The scale that a file's highest rating allows: 5, 10 or 100. */
export function scaleFor(highest: number): number {
  return highest <= 5 ? 5 : highest <= 10 ? 10 : 100;
}
