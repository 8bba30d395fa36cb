/** How good a list of confidences is, when it is known what belongs. */

/** Mean precision at each thing that belongs, best first (0–1); 0 when nothing does. */
export function averagePrecision(scores: ArrayLike<number>, belongs: readonly boolean[]): number {
  const order = belongs.map((_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let found = 0;
  let sum = 0;
  for (const [place, i] of order.entries()) {
    if (!belongs[i]) continue;
    found++;
    sum += found / (place + 1);
  }
  return found > 0 ? sum / found : 0;
}

/** F1 of "confidence ≥ threshold". */
export function f1(confidences: ArrayLike<number>, belongs: readonly boolean[], threshold = 0.5): number {
  let [right, said, true_] = [0, 0, 0];
  for (const [i, yes] of belongs.entries()) {
    const says = (confidences[i] as number) >= threshold;
    if (says && yes) right++;
    if (says) said++;
    if (yes) true_++;
  }
  return said + true_ > 0 ? (2 * right) / (said + true_) : 0;
}

/** Collects confidences over many codes and says how far they are from what came true. */
export class Calibration {
  private readonly bins = Array.from({ length: 10 }, () => ({ count: 0, said: 0, true: 0 }));

  add(confidence: number, belongs: boolean): void {
    const bin = this.bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) return;
    bin.count++;
    bin.said += confidence;
    bin.true += belongs ? 1 : 0;
  }

  /** Expected calibration error over ten bins of equal width, those below `least` left out (Guo et al. 2017). */
  error(least = 0): number {
    const bins = this.bins.filter((_, i) => i / 10 >= least - 1e-9);
    const count = bins.reduce((sum, bin) => sum + bin.count, 0);
    return count > 0 ? bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / count : 0;
  }
}

export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0;
}
