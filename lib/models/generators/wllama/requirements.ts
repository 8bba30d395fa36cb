/** What llama.cpp asks of the browser and the machine, found out before anything is loaded. */
import type { EngineProblem } from "../../generator";
import type { GgufHeader } from "../gguf";

/** What the library reads of one file. */
export const LARGEST_FILE = 2 ** 31 - 1;
const LONGEST_CONTEXT = 4096;
/** Bytes WebAssembly can have here, less what llama.cpp needs beside weights and memory of the text. */
const ROOM = 2 ** 32 - 500_000_000;
const FEWEST = 1024;

/**
 * Calls that wait (JSPI) and addresses of 64 bits (memory64): Chromium 137. Without them wllama would load an older build from a public
 * server, which must never happen.
 */
export function browserProblem(): EngineProblem | undefined {
  const waits = "Suspending" in WebAssembly;
  const wide = hasWideMemory();
  if (waits && wide) return undefined;
  const lacks = [waits ? "" : "JSPI", wide ? "" : "memory64"].filter(Boolean).join(", ");
  return { code: "browser_too_old", values: { name: "137" }, detail: `WebAssembly without ${lacks}` };
}

function hasWideMemory(): boolean {
  try {
    return Boolean(new WebAssembly.Memory({ address: "i64", initial: 1n } as unknown as WebAssembly.MemoryDescriptor));
  } catch {
    return false;
  }
}

/** Threads for writing: more than half of the cores make it slower as soon as anything else runs, since each waits for the slowest. */
export function threadsFor(cores: number, isolated: boolean): number {
  return isolated ? Math.max(1, Math.min(8, Math.floor(cores / 2))) : 1;
}

/** Tokens to make room for: as many as the model learnt, at most 4096, and no more than fit beside the weights. */
export function contextFor(header: GgufHeader, fileBytes: number): number {
  const number = (key: string) => {
    const value = header.metadata.get(`${header.metadata.get("general.architecture")}.${key}`);
    return typeof value === "number" && value > 0 ? value : undefined;
  };
  const heads = number("attention.head_count") ?? 1;
  const width = ((number("embedding_length") ?? 4096) / heads) * (number("attention.head_count_kv") ?? heads);
  // keys and values, two bytes each, in every layer
  const perToken = 4 * width * (number("block_count") ?? 32);
  const fits = Math.floor((ROOM - fileBytes) / perToken);
  return Math.max(FEWEST, Math.min(LONGEST_CONTEXT, number("context_length") ?? LONGEST_CONTEXT, fits));
}
