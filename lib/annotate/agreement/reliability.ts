/** Who said what about which unit: what every coefficient of agreement is computed from. */

/** A nominal value: equal or not, no order. */
export type NominalValue = string | number | boolean;

/** coders × units; `undefined` where a coder did not code a unit. All coders have as many places. */
export type ReliabilityData = readonly (readonly (NominalValue | undefined)[])[];

/**
 * Why a coefficient cannot be said: `few`: no unit has values of two coders; `same`: everybody gave one and the same value throughout, so there
 * is nothing that could have been missed and chance would have agreed as well.
 */
export type Unsaid = "few" | "same";

/** What coders said of one unit: how often each value was given. */
export type UnitCounts = ReadonlyMap<NominalValue, number>;

/** @returns one entry a unit, in order; units with fewer than two values are left empty, since nothing can be compared there */
export function pairableUnits(data: ReliabilityData): UnitCounts[] {
  const units = Math.max(0, ...data.map((values) => values.length));
  return Array.from({ length: units }, (_, unit) => {
    const counts = new Map<NominalValue, number>();
    let given = 0;
    for (const values of data) {
      const value = values[unit];
      if (value === undefined) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
      given++;
    }
    return given >= 2 ? counts : new Map();
  });
}
