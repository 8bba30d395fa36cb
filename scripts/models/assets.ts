/**
 * What the built extension needs beside its code: the model's files, and the runtime that computes them.
 * Both are copied into each build and committed nowhere.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findModelFolder } from "../../lib/models/cache-folder";
import { ENCODER, encoderFiles, RUNTIMES } from "../../lib/models/registry";
import { wllamaRuntime } from "./wllama-runtime";

export interface Asset {
  /** Place in the build, with slashes. */
  relativeDest: string;
  absoluteSrc: string;
}

/** A file of the build that is put together and lies nowhere else. */
export interface MadeAsset {
  relativeDest: string;
  contents: string;
}

/** @throws EncoderError("missing") with the command that brings the model */
export function modelAssets(): (Asset | MadeAsset)[] {
  const folder = findModelFolder();
  const model = encoderFiles(ENCODER).map((path) => ({
    relativeDest: `models/${ENCODER.id}/${path}`,
    absoluteSrc: join(folder, path),
  }));
  return [...model, ...runtimeAssets(), ...wllamaRuntime()];
}

/** The WebAssembly files of the very ONNX Runtime that transformers.js calls. */
function runtimeAssets(): Asset[] {
  const transformers = createRequire(import.meta.url).resolve("@huggingface/transformers");
  const runtime = dirname(createRequire(transformers).resolve("onnxruntime-web"));
  return Object.values(RUNTIMES)
    .flatMap((name) => [`${name}.mjs`, `${name}.wasm`])
    .map((name) => ({ relativeDest: `wasm/${name}`, absoluteSrc: join(runtime, name) }));
}
