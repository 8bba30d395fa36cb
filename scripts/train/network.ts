/**
 * A small classifier on CPU: dense layers with ReLU, softmax loss, Adam (Kingma, Ba 2014, arXiv:1412.6980), input noise.
 * The noise stands for what an int8 graph and int8 vectors do to the input, so the head does not lean on the last digits.
 */
import type { Dense } from "../../lib/understand/heads";
import { seededNormal, seededRandom } from "./random";

export interface TrainingOptions {
  /** Width of the hidden layer; 0 for plain logistic regression. */
  hidden: number;
  epochs: number;
  rate: number;
  decay: number;
  /** Standard deviation of the noise on each input. */
  noise: number;
  /** Share of hidden units silenced per step. */
  dropout: number;
  seed: number;
}

export interface Sample {
  input: Float32Array;
  label: number;
  weight: number;
}

interface Layer extends Dense {
  weightMoments: [Float32Array, Float32Array];
  biasMoments: [Float32Array, Float32Array];
  weightGradient: Float32Array;
  biasGradient: Float32Array;
}

const BATCH = 64;

/** @returns the layers after training, deterministic for a seed */
export function trainClassifier(samples: readonly Sample[], classes: number, options: TrainingOptions): Dense[] {
  const random = seededRandom(options.seed);
  const inputs = samples[0]?.input.length ?? 0;
  const widths = options.hidden > 0 ? [inputs, options.hidden, classes] : [inputs, classes];
  const layers = widths.slice(1).map((outputs, i) => makeLayer(widths[i] as number, outputs, random));
  const order = samples.map((_, i) => i);
  const steps = Math.ceil(samples.length / BATCH) * options.epochs;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (let start = 0; start < order.length; start += BATCH) {
      for (const index of order.slice(start, start + BATCH))
        accumulate(layers, samples[index] as Sample, options, random);
      step++;
      const rate = options.rate * 0.5 * (1 + Math.cos((Math.PI * step) / steps)); // cosine schedule
      for (const layer of layers) update(layer, rate, options.decay, step);
    }
  }
  return layers.map(({ inputs: i, outputs, weights, bias }) => ({ inputs: i, outputs, weights, bias }));
}

function makeLayer(inputs: number, outputs: number, random: () => number): Layer {
  const normal = seededNormal(random);
  const scale = Math.sqrt(2 / inputs); // He et al. 2015
  const zeros = (n: number) => new Float32Array(n);
  return {
    inputs,
    outputs,
    weights: Float32Array.from({ length: inputs * outputs }, () => normal() * scale),
    bias: zeros(outputs),
    weightMoments: [zeros(inputs * outputs), zeros(inputs * outputs)],
    biasMoments: [zeros(outputs), zeros(outputs)],
    weightGradient: zeros(inputs * outputs),
    biasGradient: zeros(outputs),
  };
}

function accumulate(layers: Layer[], sample: Sample, options: TrainingOptions, random: () => number): void {
  const normal = seededNormal(random);
  const activations: Float32Array[] = [
    options.noise > 0 ? sample.input.map((x) => x + normal() * options.noise) : sample.input,
  ];
  for (const [i, layer] of layers.entries()) {
    const out = applyDense(layer, activations[i] as Float32Array);
    if (i < layers.length - 1) dropoutRelu(out, options.dropout, random);
    activations.push(out);
  }
  const logits = activations.at(-1) as Float32Array;
  let gradient = softmax(logits);
  gradient[sample.label] = (gradient[sample.label] ?? 0) - 1;
  gradient = gradient.map((g) => (g * sample.weight) / BATCH);
  for (let i = layers.length - 1; i >= 0; i--) {
    gradient = backward(layers[i] as Layer, activations[i] as Float32Array, gradient, i > 0);
  }
}

function dropoutRelu(values: Float32Array, dropout: number, random: () => number): void {
  const keep = 1 / (1 - dropout);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    values[i] = value <= 0 || (dropout > 0 && random() < dropout) ? 0 : value * keep;
  }
}

function backward(layer: Layer, input: Float32Array, gradient: Float32Array, through: boolean): Float32Array {
  const before = new Float32Array(through ? layer.inputs : 0);
  for (let o = 0; o < layer.outputs; o++) {
    const g = gradient[o] as number;
    if (g === 0) continue;
    layer.biasGradient[o] = (layer.biasGradient[o] as number) + g;
    const row = o * layer.inputs;
    for (let i = 0; i < layer.inputs; i++) {
      layer.weightGradient[row + i] = (layer.weightGradient[row + i] as number) + g * (input[i] as number);
      if (through && (input[i] as number) > 0)
        before[i] = (before[i] as number) + g * (layer.weights[row + i] as number);
    }
  }
  return before;
}

function update(layer: Layer, rate: number, decay: number, step: number): void {
  adam(layer.weights, layer.weightGradient, layer.weightMoments, rate, decay, step);
  adam(layer.bias, layer.biasGradient, layer.biasMoments, rate, 0, step);
}

function adam(
  values: Float32Array,
  gradient: Float32Array,
  [m, v]: [Float32Array, Float32Array],
  rate: number,
  decay: number,
  step: number,
): void {
  const correct1 = 1 - 0.9 ** step;
  const correct2 = 1 - 0.999 ** step;
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i] as number;
    m[i] = 0.9 * (m[i] as number) + 0.1 * g;
    v[i] = 0.999 * (v[i] as number) + 0.001 * g * g;
    const move = (m[i] as number) / correct1 / (Math.sqrt((v[i] as number) / correct2) + 1e-8);
    values[i] = (values[i] as number) - rate * (move + decay * (values[i] as number)); // AdamW
    gradient[i] = 0;
  }
}

function applyDense(layer: Dense, input: Float32Array): Float32Array {
  const out = new Float32Array(layer.outputs);
  for (let o = 0; o < layer.outputs; o++) {
    let sum = layer.bias[o] as number;
    const row = o * layer.inputs;
    for (let i = 0; i < layer.inputs; i++) sum += (layer.weights[row + i] as number) * (input[i] as number);
    out[o] = sum;
  }
  return out;
}

function softmax(logits: Float32Array): Float32Array {
  const top = Math.max(...logits);
  const powers = logits.map((x) => Math.exp(x - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const a = order[i] as number;
    order[i] = order[j] as number;
    order[j] = a;
  }
}
