/** Whether a model can run on a card, found out before anything is loaded. Pure functions. */
import type { EngineProblem } from "../../generator";
import { type Card, LEAST_LIMITS, type Limit } from "./card";
import { CATALOGUE, largestBuffer, memoryOf, type Precision, VARIANTS, type Variant } from "./catalogue";

/** What decides, beside the model itself. */
export interface Premises {
  card: Card;
  /** Names of the program files that this copy of Earshot holds. */
  libraries: ReadonlySet<string>;
  /** Takes a card that the processor imitates: for tests only. */
  acceptSoftware?: boolean;
}

/** Half precision wherever the card can count in it. */
export function precisionFor({ f16 }: Card): Precision {
  return f16 ? "f16" : "f32";
}

/** Why none of the models can be used; undefined when at least one can. */
export function kindProblem(premises: Premises): EngineProblem | undefined {
  const machine = cardProblem(premises);
  if (machine) return machine;
  const precision = precisionFor(premises.card);
  const fitting = VARIANTS.filter((one) => one.precision === precision);
  const problems = fitting.map((one) => modelProblem(one, premises));
  if (problems.some((problem) => problem === undefined)) return undefined;
  const tooSmall = problems.every((problem) => problem?.code === "gpu_too_small");
  return tooSmall ? problems[0] : { code: "library_missing", values: { name: FAMILIES } };
}

/** Why this model cannot be used here; undefined when it can. */
export function modelProblem(variant: Variant, premises: Premises): EngineProblem | undefined {
  const values = { name: variant.model.title };
  const machine = cardProblem(premises);
  if (machine) return machine;
  if (variant.precision === "f16" && !premises.card.f16) return { code: "gpu_no_f16", values, detail: "no shader-f16" };
  const lacks = lackOfCard(variant, premises.card);
  if (lacks) return { code: "gpu_too_small", values, detail: lacks };
  if (!premises.libraries.has(variant.library)) return { code: "library_missing", values, detail: variant.library };
  return undefined;
}

const FAMILIES = [...new Set(CATALOGUE.map(({ title }) => title.slice(0, title.lastIndexOf(" "))))].join(", ");

function cardProblem({ card, acceptSoftware }: Premises): EngineProblem | undefined {
  if (card.use === "absent") return { code: "gpu_absent", detail: "WebGPU: no adapter" };
  if (card.use === "software" && !acceptSoftware) return { code: "gpu_absent", detail: `software: ${card.name}` };
  return undefined;
}

/** What there is too little of, in the browser's words. */
function lackOfCard(variant: Variant, { limits, machineMemory }: Card): string | undefined {
  const matrix = largestBuffer(variant.model);
  const needs: Record<Limit, number> = {
    ...LEAST_LIMITS,
    maxBufferSize: Math.max(LEAST_LIMITS.maxBufferSize, matrix),
    maxStorageBufferBindingSize: Math.max(LEAST_LIMITS.maxStorageBufferBindingSize, matrix),
  };
  for (const [limit, least] of Object.entries(needs) as [Limit, number][])
    if (limits[limit] < least) return `${limit} ${limits[limit]}, needs ${least}`;
  // no browser says how much memory a card has; a model that asks for more than the whole machine has will not do
  const memory = memoryOf(variant);
  if (machineMemory !== undefined && memory > machineMemory) return `memory ${machineMemory}, needs ${memory}`;
  return undefined;
}
