/**
 * What the built extension needs beside its code: the model's files, and the runtime that computes them.
 * Both are copied into each build and committed nowhere.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findGeneratorFile, findModelFolder } from "../../lib/models/cache-folder";
import { wllamaRuntime } from "../../lib/models/generators/wllama/runtime-files";
import { ENCODER, encoderFiles, RUNTIMES, SMALL_GENERATOR } from "../../lib/models/registry";
import { webllmLibraries } from "./webllm-libraries";

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

/**
 * @param generators whether language models can run there: what they need is left out where not
 * @throws EncoderError("missing") with the command that brings the model
 */
export function modelAssets(generators = true): (Asset | MadeAsset)[] {
  const folder = findModelFolder();
  const model = encoderFiles(ENCODER).map((path) => ({
    relativeDest: `models/${ENCODER.id}/${path}`,
    absoluteSrc: join(folder, path),
  }));
  const writing = generators ? [...generatorAssets(), ...wllamaRuntime(), ...webllmLibraries()] : [];
  return [...model, ...runtimeAssets(), ...writing];
}

/** The small language model goes along when it is on this machine; without it that engine is not offered. */
function generatorAssets(): Asset[] {
  const absoluteSrc = findGeneratorFile();
  const relativeDest = `models/${SMALL_GENERATOR.id}/${SMALL_GENERATOR.file}`;
  return absoluteSrc ? [{ relativeDest, absoluteSrc }] : [];
}

/** The WebAssembly files of the very ONNX Runtime that transformers.js calls. */
function runtimeAssets(): Asset[] {
  const transformers = createRequire(import.meta.url).resolve("@huggingface/transformers");
  const runtime = dirname(createRequire(transformers).resolve("onnxruntime-web"));
  return Object.values(RUNTIMES)
    .flatMap((name) => [`${name}.mjs`, `${name}.wasm`])
    .map((name) => ({ relativeDest: `wasm/${name}`, absoluteSrc: join(runtime, name) }));
}
