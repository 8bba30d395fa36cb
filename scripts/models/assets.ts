/**
 * What the built extension needs beside its code: the model's files, and the runtime that computes them.
 * Both are copied into each build and committed nowhere.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findModelFolder } from "../../lib/models/cache-folder";
import { ENCODER, encoderFiles, RUNTIMES } from "../../lib/models/registry";

export interface Asset {
  /** Place in the build, with slashes. */
  relativeDest: string;
  absoluteSrc: string;
}

/** @throws EncoderError("missing") with the command that brings the model */
export function modelAssets(): Asset[] {
  const folder = findModelFolder();
  const model = encoderFiles(ENCODER).map((path) => ({
    relativeDest: `models/${ENCODER.id}/${path}`,
    absoluteSrc: join(folder, path),
  }));
  return [...model, ...runtimeAssets()];
}

/** The WebAssembly files of the very ONNX Runtime that transformers.js calls. */
function runtimeAssets(): Asset[] {
  const transformers = createRequire(import.meta.url).resolve("@huggingface/transformers");
  const runtime = dirname(createRequire(transformers).resolve("onnxruntime-web"));
  return Object.values(RUNTIMES)
    .flatMap((name) => [`${name}.mjs`, `${name}.wasm`])
    .map((name) => ({ relativeDest: `wasm/${name}`, absoluteSrc: join(runtime, name) }));
}
