/**
 * Krippendorff's α for nominal data, any number of coders, missing values (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability,
 * https://repository.upenn.edu/asc_papers/43): α = 1 − (n − 1) · Σ o_ck / Σ n_c · n_k over c ≠ k.
 */
import { type NominalValue, pairableUnits, type ReliabilityData, type UnitCounts, type Unsaid } from "./reliability";

export interface CoincidenceMatrix {
  values: NominalValue[];
  /** `cells[c][k]`: pairs of the values c and k within units, each unit's weighed by 1 / (its values − 1). Symmetric. */
  cells: number[][];
  /** Values that could be paired. */
  n: number;
}

/** What one unit adds to the disagreement that was seen, and to the counts that say how much chance would make. */
export interface UnitShare {
  /** Σ o_ck over c ≠ k within the unit. */
  disagreement: number;
  counts: UnitCounts;
}

export type AlphaOutcome = { alpha: number; unsaid?: undefined } | { alpha?: undefined; unsaid: Unsaid };

/** @returns α from −1 to 1 (0: as by chance), or why there is none */
export function krippendorffAlpha(data: ReliabilityData): AlphaOutcome {
  return alphaOf(unitShares(data));
}

/** The pairs that α counts, as Krippendorff lays them out. */
export function coincidences(data: ReliabilityData): CoincidenceMatrix {
  const units = pairableUnits(data);
  const values = [...new Set(units.flatMap((counts) => [...counts.keys()]))];
  const cells = values.map(() => values.map(() => 0));
  let n = 0;
  for (const counts of units) {
    const given = sizeOf(counts);
    n += given;
    for (const [c, value] of values.entries()) {
      for (const [k, other] of values.entries()) {
        const pairs = (counts.get(value) ?? 0) * ((counts.get(other) ?? 0) - (c === k ? 1 : 0));
        const row = cells[c] as number[];
        if (given > 1) row[k] = (row[k] as number) + pairs / (given - 1);
      }
    }
  }
  return { values, cells, n };
}

export function unitShares(data: ReliabilityData): UnitShare[] {
  return pairableUnits(data).map((counts) => {
    const given = sizeOf(counts);
    let agreeing = 0;
    for (const count of counts.values()) agreeing += count * (count - 1);
    return { counts, disagreement: given > 1 ? (given * (given - 1) - agreeing) / (given - 1) : 0 };
  });
}

/** α of any collection of units: some may be there twice, as in a resample. */
export function alphaOf(shares: Iterable<UnitShare>): AlphaOutcome {
  const totals = new Map<NominalValue, number>();
  let n = 0;
  let seen = 0;
  for (const { counts, disagreement } of shares) {
    seen += disagreement;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      n += count;
    }
  }
  if (n === 0) return { unsaid: "few" };
  let expected = n * n;
  for (const total of totals.values()) expected -= total * total;
  return expected === 0 ? { unsaid: "same" } : { alpha: 1 - ((n - 1) * seen) / expected };
}

function sizeOf(counts: UnitCounts): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}
