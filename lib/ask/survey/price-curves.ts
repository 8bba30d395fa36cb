/** Van Westendorp's price sensitivity meter (1976), from what people say of prices they name. */
import type { PriceAnswer, PriceResult } from "../../domain";

/** People behind each of two curves for their crossing to be told. */
const FEWEST = 5;

type Curve = keyof PriceAnswer;

/**
 * A person is behind a curve when they said that much of a price: shares are of those, since reviewers, unlike people who are asked, seldom
 * name all four prices. A price is too cheap to whoever calls a higher one too cheap, and expensive to whoever calls a lower one expensive.
 * @returns crossings only where at least five people are behind both curves and the curves do cross
 */
export function priceResult(answers: readonly PriceAnswer[], currency?: string): PriceResult {
  const named = answers.filter((one) => Object.values(one).some((price) => price !== undefined));
  const ladder = [...new Set(named.flatMap((one) => Object.values(one).filter((price) => price !== undefined)))].sort(
    (a, b) => a - b,
  );
  const curves = ladder.map((price) => ({
    price,
    tooCheap: shareOf(named, "tooCheap", (one) => one >= price),
    cheap: shareOf(named, "cheap", (one) => one >= price),
    expensive: shareOf(named, "expensive", (one) => one <= price),
    tooExpensive: shareOf(named, "tooExpensive", (one) => one <= price),
  }));
  const crossing = (falling: Curve, rising: Curve) => {
    const enough = [falling, rising].every((curve) => named.filter((one) => one[curve] !== undefined).length >= FEWEST);
    return enough ? crossingOf(curves, falling, rising) : undefined;
  };
  const points = {
    optimal: crossing("tooCheap", "tooExpensive"),
    indifference: crossing("cheap", "expensive"),
    cheapest: crossing("tooCheap", "expensive"),
    dearest: crossing("cheap", "tooExpensive"),
  };
  const told = Object.fromEntries(Object.entries(points).filter(([, price]) => price !== undefined));
  return { of: named.length, ...(currency === undefined ? {} : { currency }), ...told, curves };
}

function shareOf(people: readonly PriceAnswer[], curve: Curve, holds: (price: number) => boolean): number {
  const own = people.flatMap((one) => one[curve] ?? []);
  return own.length === 0 ? 0 : own.filter(holds).length / own.length;
}

/** Between two prices the curves are taken to run straight. */
function crossingOf(curves: PriceResult["curves"], falling: Curve, rising: Curve): number | undefined {
  const gaps = curves.map((at) => ({ price: at.price, gap: at[falling] - at[rising] }));
  for (const [i, here] of gaps.entries()) {
    const next = gaps[i + 1];
    if (here.gap === 0) return here.price;
    if (next && here.gap > 0 && next.gap < 0)
      return here.price + ((next.price - here.price) * here.gap) / (here.gap - next.gap);
  }
  return undefined;
}
