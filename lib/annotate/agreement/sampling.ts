/** Which units are coded twice, drawn so that anybody can draw the same ones again. */
import type { CodingSample, QuotedText } from "../../domain";
import { seededRandom } from "./random";

/** A unit that may be drawn, with what its review feels like. */
export interface DrawableUnit {
  unit: QuotedText;
  stratum: string;
}

/** Fewer units make an interval so wide that it says nothing. */
export const FEWEST_UNITS = 20;

/**
 * @param units in a lasting order, as the draw depends on it
 * @returns drawn units, in an order by lot, so that whoever stops early has coded a random part; `all` keeps all of them, by lot, too
 */
export function drawUnits(units: readonly DrawableUnit[], { method, size, seed }: CodingSample): QuotedText[] {
  const random = seededRandom(seed);
  const shuffled = shuffle(units, random);
  if (method === "all" || size >= units.length) return shuffled.map(({ unit }) => unit);
  if (method === "random") return shuffled.slice(0, size).map(({ unit }) => unit);
  const strata = new Map<string, DrawableUnit[]>();
  for (const one of shuffled) strata.set(one.stratum, [...(strata.get(one.stratum) ?? []), one]);
  const shares = sharesOf(strata, size, units.length);
  return shuffle(
    [...strata].flatMap(([stratum, own]) => own.slice(0, shares.get(stratum) ?? 0)),
    random,
  ).map(({ unit }) => unit);
}

/** Each stratum in its share, by largest remainders, so that the sizes add up. */
function sharesOf(strata: ReadonlyMap<string, readonly DrawableUnit[]>, size: number, of: number): Map<string, number> {
  const exact = [...strata].map(([stratum, own]) => ({ stratum, exact: (own.length * size) / of }));
  const shares = new Map(exact.map((one) => [one.stratum, Math.floor(one.exact)]));
  let left = size - [...shares.values()].reduce((sum, share) => sum + share, 0);
  const rest = exact.sort((a, b) => (b.exact % 1) - (a.exact % 1) || a.stratum.localeCompare(b.stratum));
  for (const { stratum } of rest) {
    if (left-- <= 0) break;
    shares.set(stratum, (shares.get(stratum) ?? 0) + 1);
  }
  return shares;
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const pool = [...items];
  for (let i = pool.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [pool[i], pool[j]] = [pool[j] as T, pool[i] as T];
  }
  return pool;
}

/** An agreement as it is common, on a code as it is common: what the width of an interval is foretold for. */
const COMMON = { kappa: 0.7, share: 0.3 };

/**
 * How far from the truth κ may be by chance alone, with so many units: half of a 95 % interval by Cohen's own large-sample error (Cohen 1960),
 * for a code given to three of ten units and a κ of 0.7. Rarer codes need more.
 */
export function expectedError(units: number): number {
  const chance = COMMON.share ** 2 + (1 - COMMON.share) ** 2;
  const observed = chance + COMMON.kappa * (1 - chance);
  return (1.96 * Math.sqrt((observed * (1 - observed)) / Math.max(1, units))) / (1 - chance);
}
