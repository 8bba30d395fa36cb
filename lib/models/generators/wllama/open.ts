/** Loads one GGUF into llama.cpp: on the graphics card where there is one, else on the processor. */
import { Problem } from "../../../domain";
import type { Generator } from "../../generator";
import { chooseBackend } from "../../gpu";
import type { GgufHeader } from "../gguf";
import type { OpenOptions } from "../kinds";
import type { ModelFile } from "../model-files";
import { licenceOf, readModelHeader } from "../model-header";
import { WorkerGenerator } from "../worker-generator";
import { type Connect, wllamaProgram } from "./generator";
import { contextFor, LARGEST_FILE, threadsFor } from "./requirements";

export interface Runtime {
  /** Absolute address of the folder with llama.cpp's files, ending with a slash. */
  wasmBase: string;
  connect: Connect;
}

/** @throws Problem model_unreadable, model_too_large, generator_failed; the signal's reason */
export async function openGguf(
  { file, title, revision, licence }: ModelFile,
  { wasmBase, connect }: Runtime,
  options: OpenOptions,
): Promise<Generator> {
  const header = await checkedHeader(file, title);
  const { device } = await chooseBackend();
  const request = { file, context: contextFor(header, file.size), threads: threadsHere(), wasmBase };
  const named = { model: title, revision, licence: licence ?? licenceOf(header) };
  const open = (gpu: boolean) => WorkerGenerator.open(wllamaProgram(named, { ...request, gpu }, connect), options);
  if (device !== "webgpu") return open(false);
  // a graphics card that cannot hold it is no reason to write nothing
  return open(true).catch((error) => {
    if (options.signal.aborted) throw error;
    return open(false);
  });
}

/** Threads that llama.cpp is given here. */
export function threadsHere(): number {
  return threadsFor(navigator.hardwareConcurrency, globalThis.crossOriginIsolated);
}

async function checkedHeader(file: Blob, name: string): Promise<GgufHeader> {
  if (file.size > LARGEST_FILE) {
    throw new Problem("model_too_large", `"${name}" is larger than 2 GB, which a browser cannot load.`, { name });
  }
  return readModelHeader(file, name);
}
