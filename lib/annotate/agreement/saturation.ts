/**
 * When reading more brings hardly any new code (Guest, Namey, Chen 2020, A simple method to assess and report thematic saturation in qualitative
 * research, PLOS ONE 15(5), e0232076): codes found in a run of texts that were not known before it, as a share of those found in the base.
 */

/** What one text brought, in the order of coding. */
export interface SaturationPoint {
  /** Texts read so far, from 1. */
  read: number;
  /** Codes given here for the first time. */
  fresh: number;
  /** Codes known so far. */
  known: number;
  /** Share that the run ending here adds to the base; absent before the first run ends, and while the base has no code. */
  ratio?: number;
}

export interface Saturation {
  points: SaturationPoint[];
  /** Saturated after so many texts, and the run that showed it: "6 + 2". */
  reached?: { after: number; run: number };
}

export interface SaturationRule {
  /** Texts that make the base. */
  base: number;
  /** Texts that are looked at together; runs move on by one text. */
  run: number;
  /** Largest share of new codes that counts as saturated, 0–1. */
  threshold: number;
}

/** The paper's own recommendation for most uses. */
export const USUAL_RULE: SaturationRule = { base: 4, run: 2, threshold: 0.05 };

/** @param texts codes of each text, in the order in which they were read */
export function saturationOf(
  texts: readonly (readonly string[])[],
  { base, run, threshold }: SaturationRule = USUAL_RULE,
): Saturation {
  const known = new Set<string>();
  const points = texts.map((codes, i): SaturationPoint => {
    const before = known.size;
    for (const code of codes) known.add(code);
    return { read: i + 1, fresh: known.size - before, known: known.size };
  });
  const inBase = points[base - 1]?.known ?? 0;
  let reached: Saturation["reached"];
  for (const [i, point] of points.entries()) {
    if (i < base + run - 1 || inBase === 0) continue;
    const fresh = points.slice(i - run + 1, i + 1).reduce((sum, one) => sum + one.fresh, 0);
    point.ratio = fresh / inBase;
    if (!reached && point.ratio <= threshold) reached = { after: point.read - run, run };
  }
  return { points, reached };
}
