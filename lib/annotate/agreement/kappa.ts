/** Two coders beside each other: what each said where, the share they agree on, and Cohen's κ. */
import type { NominalValue, ReliabilityData, Unsaid } from "./reliability";

export type Values = ReliabilityData[number];

export interface Confusion {
  values: NominalValue[];
  /** `cells[a][b]`: units to which the first coder gave `values[a]` and the second `values[b]`. */
  cells: number[][];
  /** Units that both coded. */
  n: number;
}

export type KappaOutcome = { kappa: number; unsaid?: undefined } | { kappa?: undefined; unsaid: Unsaid };

/** Units that one of the two did not code are left out. */
export function confusionOf(first: Values, second: Values): Confusion {
  const pairs = first.flatMap((a, unit): [NominalValue, NominalValue][] => {
    const b = second[unit];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const values = [...new Set(pairs.flat())];
  const place = new Map(values.map((value, i) => [value, i]));
  const cells = values.map(() => values.map(() => 0));
  for (const [a, b] of pairs) {
    const row = cells[place.get(a) as number] as number[];
    const column = place.get(b) as number;
    row[column] = (row[column] as number) + 1;
  }
  return { values, cells, n: pairs.length };
}

/** @returns share of units with the same value, 0–1; undefined without a unit that both coded */
export function percentOf({ cells, n }: Confusion): number | undefined {
  if (n === 0) return undefined;
  return cells.reduce((sum, row, i) => sum + (row[i] as number), 0) / n;
}

/**
 * Cohen's κ = (p_o − p_e) / (1 − p_e) (Cohen 1960, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20,
 * 37–46), each coder with their own shares of the values.
 * @returns κ from −1 to 1 (0: as by chance), or why there is none
 */
export function kappaOf(confusion: Confusion): KappaOutcome {
  const { cells, n } = confusion;
  if (n === 0) return { unsaid: "few" };
  const observed = percentOf(confusion) as number;
  const expected = cells.reduce((sum, row, i) => {
    const column = cells.reduce((total, other) => total + (other[i] as number), 0);
    return sum + row.reduce((total, cell) => total + cell, 0) * column;
  }, 0);
  if (expected === n * n) return { unsaid: "same" };
  const chance = expected / (n * n);
  return { kappa: (observed - chance) / (1 - chance) };
}

export function cohenKappa(first: Values, second: Values): KappaOutcome {
  return kappaOf(confusionOf(first, second));
}
