/**
 * The programs that web-llm runs its models with, one for each model and precision. They are code, so they come with the build or not at
 * all: whoever builds Earshot lays them into the folder `mlc` of `EARSHOT_MODELS`, and the build says which it holds.
 */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { libraryFolders } from "../../lib/models/cache-folder";
import { VARIANTS } from "../../lib/models/generators/webllm/catalogue";
import type { Asset, MadeAsset } from "./assets";

/** How every WebAssembly file begins. */
const WASM = Buffer.from("\0asm");

/** Those that are on this machine, and the list of them; an empty list where there are none. A file that is no WebAssembly is left out. */
export function webllmLibraries(environment: NodeJS.ProcessEnv = process.env): (Asset | MadeAsset)[] {
  const found = VARIANTS.flatMap(({ library }) => {
    const path = libraryFolders(environment)
      .map((folder) => join(folder, library))
      .find(existsSync);
    if (path === undefined) return [];
    if (isWasm(path)) return [{ relativeDest: `mlc/${library}`, absoluteSrc: path }];
    console.warn(`${path} is no WebAssembly file, so it is left out of the build.`);
    return [];
  });
  const names = found.map(({ relativeDest }) => relativeDest.slice("mlc/".length));
  return [...found, { relativeDest: "mlc/libraries.json", contents: JSON.stringify(names) }];
}

function isWasm(path: string): boolean {
  const head = Buffer.alloc(WASM.length);
  const file = openSync(path, "r");
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.equals(WASM);
}
