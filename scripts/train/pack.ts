/** Writes heads as JSON: numbers as 16-bit integers with one scale per array, in base64. */
import type { Dense, Heads } from "../../lib/understand/heads";

/** @param note what was learnt from, with what: stays readable at the top of the file */
export function packHeads(heads: Heads, note: Record<string, string | number>): string {
  const layer = ({ inputs, outputs, weights, bias }: Dense) => ({
    inputs,
    outputs,
    weights: pack(weights),
    bias: pack(bias),
  });
  const means = Object.fromEntries([...heads.means].map(([language, mean]) => [language, pack(mean)]));
  const packed = {
    ...note,
    sentiment: heads.sentiment.map(layer),
    temperature: Number(heads.temperature.toFixed(4)),
    stars: layer(heads.stars),
    prior: pack(heads.prior),
    means,
  };
  return `${JSON.stringify(packed, undefined, 1)}\n`;
}

function pack(values: Float32Array): { scale: number; data: string } {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = Number((largest / 32767 || 1).toPrecision(7));
  const integers = Int16Array.from(values, (value) => Math.round(value / scale));
  return { scale, data: Buffer.from(integers.buffer).toString("base64") };
}
