/** What the graphics card says of itself, asked before web-llm is loaded: the library asks it only after its own downloads. */
import { adapterName, isSoftware } from "../../gpu";

/** Limits that web-llm asks for whatever the model (its `detectGPUDevice`), and how much of each it needs at least. */
export const LEAST_LIMITS = {
  maxBufferSize: 2 ** 28,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupStorageSize: 2 ** 15,
  maxStorageBuffersPerShaderStage: 10,
} as const;
export type Limit = keyof typeof LEAST_LIMITS;
const LIMITS = Object.keys(LEAST_LIMITS) as Limit[];

export interface Card {
  /** `software`: the processor in disguise, far too slow to write. */
  use: "absent" | "software" | "real";
  /** "" where there is none. */
  name: string;
  /** Counts in half precision. */
  f16: boolean;
  limits: Record<Limit, number>;
  /** Of the whole machine in bytes, as coarsely as the browser says it (at most 8 GiB in many); absent where it does not. */
  machineMemory?: number;
}

/** The part of a GPU adapter that is looked at. */
export interface CardAdapter {
  isFallbackAdapter?: boolean;
  info?: { vendor?: string; architecture?: string; device?: string; description?: string; isFallbackAdapter?: boolean };
  features: { has(name: string): boolean };
  limits: Partial<Record<Limit, number>>;
}

/** What is asked of the browser; a test hands in its own. */
export interface CardMachine {
  gpu?: { requestAdapter(options?: { powerPreference?: "high-performance" }): Promise<CardAdapter | null> };
  /** GiB. */
  deviceMemory?: number;
}

/** Never throws: a browser that fails to answer has no card to offer. */
export async function readCard(machine: CardMachine = navigator as CardMachine): Promise<Card> {
  // asked as web-llm asks, so that on a machine with two cards it is the same one
  const adapter = await machine.gpu?.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  const memory = machine.deviceMemory ? { machineMemory: machine.deviceMemory * 2 ** 30 } : {};
  if (!adapter) return { use: "absent", name: "", f16: false, limits: limitsOf({}), ...memory };
  const use = isSoftware(adapter) ? "software" : "real";
  const f16 = adapter.features.has("shader-f16");
  return { use, name: adapterName(adapter), f16, limits: limitsOf(adapter.limits), ...memory };
}

function limitsOf(limits: Partial<Record<Limit, number>>): Card["limits"] {
  return Object.fromEntries(LIMITS.map((limit) => [limit, limits[limit] ?? 0])) as Card["limits"];
}
