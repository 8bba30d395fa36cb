/** Temperature scaling (Guo et al. 2017, arXiv:1706.04599): one number that makes probabilities mean what they say. */
import { softmax } from "../../lib/understand/sentiment";

export interface Scored {
  logits: Float32Array;
  label: number;
}

/** @returns the divisor of the logits with the least negative log-likelihood, by golden-section search in 0.3–6 */
export function fitTemperature(scored: readonly Scored[]): number {
  const loss = (temperature: number) => {
    let sum = 0;
    for (const { logits, label } of scored) sum -= Math.log(Math.max(1e-9, softmax(logits, temperature)[label] ?? 0));
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.3, 6];
  for (let i = 0; i < 40; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
