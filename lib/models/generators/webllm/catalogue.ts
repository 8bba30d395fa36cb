/**
 * The chat models that web-llm can run and Earshot offers. Data only: the library itself loads in its worker, when one of them is used.
 * Graphics memory is what web-llm 0.2.86 states for a context of 4096 tokens (its `prebuiltAppConfig`; a test compares them). Weights and
 * shapes are of each model's published configuration.
 */

/** Numbers in half precision are smaller and faster, where the card can count in them. */
export type Precision = "f16" | "f32";

export interface CatalogueModel {
  title: string;
  licence: string;
  /** As web-llm calls it, before its quantisation. */
  name: string;
  /** Millions. */
  weights: number;
  /** Words it knows and numbers each is held in: together its largest matrix. */
  vocabulary: number;
  width: number;
  /** Megabytes of graphics memory. */
  memory: Record<Precision, number>;
  /** Thinks aloud before it answers, unless told not to. */
  thinks?: boolean;
}

const SMOLLM2 = { licence: "Apache-2.0", vocabulary: 49_152 };
const QWEN3 = { licence: "Apache-2.0", vocabulary: 151_936, thinks: true };
const LLAMA32 = { licence: "Llama 3.2 Community License", vocabulary: 128_256 };

/** From small to large. */
export const CATALOGUE: readonly CatalogueModel[] = [
  entry(SMOLLM2, "SmolLM2 360M", "SmolLM2-360M-Instruct", 362, 960, 376.06, 579.61),
  entry(LLAMA32, "Llama 3.2 1B", "Llama-3.2-1B-Instruct", 1236, 2048, 879.04, 1128.82),
  entry(QWEN3, "Qwen3 0.6B", "Qwen3-0.6B", 596, 1024, 1403.34, 1924.98),
  entry(SMOLLM2, "SmolLM2 1.7B", "SmolLM2-1.7B-Instruct", 1711, 2048, 1774.19, 2692.38),
  entry(
    { licence: "Gemma Terms of Use", vocabulary: 256_000 },
    "Gemma 2 2B",
    "gemma-2-2b-it",
    2614,
    2304,
    1895.3,
    2508.75,
  ),
  entry(QWEN3, "Qwen3 1.7B", "Qwen3-1.7B", 1721, 2048, 2036.66, 2635.44),
  entry(LLAMA32, "Llama 3.2 3B", "Llama-3.2-3B-Instruct", 3213, 3072, 2263.69, 2951.51),
  entry(QWEN3, "Qwen3 4B", "Qwen3-4B", 4022, 2560, 3431.59, 4327.71),
];

function entry(
  family: Pick<CatalogueModel, "licence" | "vocabulary" | "thinks">,
  title: string,
  name: string,
  weights: number,
  width: number,
  f16: number,
  f32: number,
): CatalogueModel {
  return { ...family, title, name, weights, width, memory: { f16, f32 } };
}

/** One model in one precision: what is loaded, stored and chosen. */
export interface Variant {
  /** As web-llm calls it; unique over all engines. */
  id: string;
  model: CatalogueModel;
  precision: Precision;
  /** File below `/mlc/` of the build with the program that computes it. */
  library: string;
  /** Where its weights lie at the hub. */
  repository: string;
}

/** Context for which the memory is stated, in tokens. */
export const CONTEXT = 4096;

/** Every model in both precisions. */
export const VARIANTS: readonly Variant[] = CATALOGUE.flatMap((model) => [
  variant(model, "f16"),
  variant(model, "f32"),
]);

function variant(model: CatalogueModel, precision: Precision): Variant {
  // in half precision always needs the card's consent, also where the library's own record forgets to say so
  const quantised = `${model.name}-q4${precision}_1`;
  const id = `${quantised}-MLC`;
  return { id, model, precision, library: `${quantised}_cs1k-webgpu.wasm`, repository: `mlc-ai/${id}` };
}

export function findVariant(id: string | undefined): Variant | undefined {
  return VARIANTS.find((one) => one.id === id);
}

/**
 * Bytes of its weights, reckoned: 4 bits each, and one scale for every 32 of them. What the hub says goes before it.
 */
export function estimatedBytes({ model, precision }: Variant): number {
  const bits = 4 + (precision === "f16" ? 16 : 32) / 32;
  return Math.round((model.weights * 1e6 * bits) / 8);
}

/** Bytes of its largest matrix, which must fit into one buffer of the card: its vocabulary in 4 bits. */
export function largestBuffer({ vocabulary, width }: CatalogueModel): number {
  return (vocabulary * width) / 2;
}

/** Bytes of graphics memory it asks for. The library counts in units of 2^20. */
export function memoryOf({ model, precision }: Variant): number {
  return Math.round(model.memory[precision] * 2 ** 20);
}
