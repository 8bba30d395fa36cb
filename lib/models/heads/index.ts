/** Loads what we learnt ourselves. What it is and what it was learnt from: MODEL_CARD.md beside this file. */
import type { Dense, Heads } from "../../understand/heads";
import learnt from "./sentiment.json";

interface Packed {
  scale: number;
  data: string;
}

interface PackedDense {
  inputs: number;
  outputs: number;
  weights: Packed;
  bias: Packed;
}

/**
 * @returns the shipped heads
 * @throws Error with a sentence when the file does not fit together
 */
export function loadHeads(): Heads {
  const means = Object.entries(learnt.means).map(([language, mean]): [string, Float32Array] => [
    language,
    unpack(mean),
  ]);
  const heads = {
    sentiment: learnt.sentiment.map(unpackDense),
    temperature: learnt.temperature,
    stars: unpackDense(learnt.stars),
    prior: unpack(learnt.prior),
    means: new Map(means),
  };
  checkShapes(heads);
  return heads;
}

function unpackDense({ inputs, outputs, weights, bias }: PackedDense): Dense {
  return { inputs, outputs, weights: unpack(weights), bias: unpack(bias) };
}

/** 16-bit integers, little endian, in base64, times one scale. */
function unpack({ scale, data }: Packed): Float32Array {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return Float32Array.from(new Int16Array(bytes.buffer), (value) => value * scale);
}

function checkShapes(heads: Heads): void {
  const layers = [...heads.sentiment, heads.stars];
  const whole = layers.every((l) => l.weights.length === l.inputs * l.outputs && l.bias.length === l.outputs);
  const width = heads.sentiment[0]?.inputs;
  const centred = [heads.prior, ...heads.means.values()].every((mean) => mean.length === width);
  if (whole && centred && heads.temperature > 0) return;
  throw new Error(
    "lib/models/heads/sentiment.json is damaged: its arrays have the wrong lengths. Restore it or train it again.",
  );
}
