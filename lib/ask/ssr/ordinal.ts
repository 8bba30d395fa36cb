/**
 * Proportional odds (McCullagh 1980, "Regression Models for Ordinal Data"): one line of what is known about a text, cut at four places,
 * gives the shares of five points. Monotone by construction: more of what is known never means fewer points.
 */
import { SCALE_POINTS } from "../../domain";
import type { Distribution } from "./rating";

export interface OrdinalModel {
  /** One per feature, 0 or more in what is shipped. */
  slopes: readonly number[];
  /** Four, rising. */
  cuts: readonly number[];
}

export interface OrdinalCase {
  features: readonly number[];
  /** 1–5, whole. */
  point: number;
}

const CUTS = SCALE_POINTS - 1;
/** Weight of one imagined case per point at the middle of the features: without it a point that nobody chose has no cut. */
const PSEUDO = 0.5;
/** Weight of the square of a slope (of features about one apart), so that few cases give no wild ones. */
const RIDGE = 0.02;
const STEPS = 40;

/** @returns shares of the points 1–5 */
export function ordinalShares({ slopes, cuts }: OrdinalModel, features: readonly number[]): Distribution {
  const line = slopes.reduce((sum, slope, i) => sum + slope * (features[i] ?? 0), 0);
  const upTo = cuts.map((cut) => logistic(cut - line));
  return Array.from({ length: SCALE_POINTS }, (_, r) => (upTo[r] ?? 1) - (r === 0 ? 0 : (upTo[r - 1] ?? 0)));
}

/**
 * Fits by Newton's method with halved steps; the same cases in any order give the same model to rounding.
 * @returns undefined without cases
 */
export function fitOrdinal(cases: readonly OrdinalCase[]): OrdinalModel | undefined {
  const width = cases[0]?.features.length;
  if (width === undefined) return undefined;
  const weighted = [...cases.map((one) => ({ ...one, weight: 1 })), ...imagined(cases, width)];
  let at = start(weighted, width);
  let loss = lossOf(weighted, at, width);
  for (let step = 0; step < STEPS; step++) {
    const gradient = gradientOf(weighted, at, width);
    const move = solve(curvatureOf(weighted, at, width, gradient), gradient);
    const next = descend(weighted, at, width, move, loss);
    if (!next || loss - next.loss < 1e-10) break;
    at = next.at;
    loss = next.loss;
  }
  return { slopes: at.slice(0, width), cuts: at.slice(width) };
}

type Weighted = OrdinalCase & { weight: number };

function imagined(cases: readonly OrdinalCase[], width: number): Weighted[] {
  const features = Array.from(
    { length: width },
    (_, i) => cases.reduce((sum, one) => sum + (one.features[i] ?? 0), 0) / cases.length,
  );
  return Array.from({ length: SCALE_POINTS }, (_, r) => ({ features, point: r + 1, weight: PSEUDO }));
}

/** No slope, and cuts at the shares as they are. */
function start(cases: readonly Weighted[], width: number): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const cuts = Array.from({ length: CUTS }, (_, r) => {
    const share = cases.reduce((sum, { point, weight }) => sum + (point <= r + 1 ? weight : 0), 0) / total;
    return Math.log(share / (1 - share));
  });
  return [...new Array<number>(width).fill(0), ...cuts];
}

function lossOf(cases: readonly Weighted[], at: readonly number[], width: number): number {
  const model = { slopes: at.slice(0, width), cuts: at.slice(width) };
  if (model.cuts.some((cut, i) => i > 0 && cut <= (model.cuts[i - 1] ?? 0))) return Number.POSITIVE_INFINITY;
  const misfit = cases.reduce((sum, { features, point, weight }) => {
    return sum - weight * Math.log(Math.max(1e-300, ordinalShares(model, features)[point - 1] ?? 0));
  }, 0);
  return misfit + RIDGE * model.slopes.reduce((sum, slope) => sum + slope * slope, 0);
}

function gradientOf(cases: readonly Weighted[], at: readonly number[], width: number): number[] {
  const gradient = at.map((value, i) => (i < width ? 2 * RIDGE * value : 0));
  for (const { features, point, weight } of cases) {
    const line = features.reduce((sum, feature, i) => sum + feature * (at[i] ?? 0), 0);
    const above = point > CUTS ? 1 : logistic((at[width + point - 1] ?? 0) - line);
    const below = point === 1 ? 0 : logistic((at[width + point - 2] ?? 0) - line);
    const share = Math.max(1e-12, above - below);
    const up = above * (1 - above);
    const down = below * (1 - below);
    for (let i = 0; i < width; i++)
      gradient[i] = (gradient[i] ?? 0) + (weight * (features[i] ?? 0) * (up - down)) / share;
    if (point <= CUTS) gradient[width + point - 1] = (gradient[width + point - 1] ?? 0) - (weight * up) / share;
    if (point > 1) gradient[width + point - 2] = (gradient[width + point - 2] ?? 0) + (weight * down) / share;
  }
  return gradient;
}

/** By differences of the gradient: few unknowns, so exactness is not worth its code. */
function curvatureOf(
  cases: readonly Weighted[],
  at: readonly number[],
  width: number,
  gradient: readonly number[],
): number[][] {
  const step = 1e-5;
  return at.map((value, i) => {
    const moved = gradientOf(cases, at.with(i, value + step), width);
    return moved.map((one, j) => (one - (gradient[j] ?? 0)) / step + (i === j ? 1e-6 : 0));
  });
}

function descend(cases: readonly Weighted[], at: readonly number[], width: number, move: number[], loss: number) {
  for (let size = 1; size > 1e-6; size /= 2) {
    const next = at.map((value, i) => value - size * (move[i] ?? 0));
    const less = lossOf(cases, next, width);
    if (less < loss) return { at: next, loss: less };
  }
  return undefined;
}

/** Gauss with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = rows.reduce(
      (best, row, j) => (j > i && Math.abs(row[i] ?? 0) > Math.abs(rows[best]?.[i] ?? 0) ? j : best),
      i,
    );
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    const top = rows[i] as number[];
    for (let j = i + 1; j < size; j++) {
      const row = rows[j] as number[];
      const factor = (row[i] ?? 0) / (top[i] || 1e-12);
      for (let k = i; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (top[k] ?? 0);
    }
  }
  const solved = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    const rest = solved.reduce((sum, value, j) => (j > i ? sum + value * (row[j] ?? 0) : sum), 0);
    solved[i] = ((row[size] ?? 0) - rest) / (row[i] || 1e-12);
  }
  return solved;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
