/** How far a coefficient would vary had other units been drawn: the units are resampled, all that was said of a unit staying together. */
import { seededRandom } from "./random";

export interface Interval {
  low: number;
  high: number;
}

export interface BootstrapOptions {
  resamples?: number;
  seed?: number;
}

const RESAMPLES = 1000;
const SEED = 1;
/** Where more resamples than this share say nothing (no variation in them), the others would be a biased choice. */
const MOST_SILENT = 0.1;

/**
 * Percentile bootstrap (Efron, Tibshirani 1993, An Introduction to the Bootstrap, ch. 13).
 * @param units number of units; fewer than two give no interval
 * @param statistic of the units with these indices, some of which occur more than once; undefined where it says nothing
 * @returns 95 % interval, or undefined where it cannot be said
 */
export function bootstrap(
  units: number,
  statistic: (drawn: Int32Array) => number | undefined,
  { resamples = RESAMPLES, seed = SEED }: BootstrapOptions = {},
): Interval | undefined {
  if (units < 2) return undefined;
  const random = seededRandom(seed);
  const drawn = new Int32Array(units);
  const values: number[] = [];
  for (let round = 0; round < resamples; round++) {
    for (let i = 0; i < units; i++) drawn[i] = Math.floor(random() * units);
    const value = statistic(drawn);
    if (value !== undefined) values.push(value);
  }
  if (values.length < resamples * (1 - MOST_SILENT)) return undefined;
  values.sort((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Linear between the neighbours (type 7 of Hyndman, Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return low + (high - low) * (place - below);
}
