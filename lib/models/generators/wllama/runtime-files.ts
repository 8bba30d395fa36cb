/**
 * llama.cpp in WebAssembly as files of our own. wllama starts its workers from text it carries (`blob:`), which an extension's content
 * security policy forbids; here the same text becomes two files, so that nothing but files of the build is ever run.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { WLLAMA_FILES } from "./files";

/** Where a file belongs below the place it is served from, and what it is: a file of the package, or text put together here. */
export type RuntimeFile = { relativeDest: string } & ({ absoluteSrc: string } | { contents: string });

/** Node only. @throws when the package is laid out otherwise than the pinned one */
export function wllamaRuntime(): RuntimeFile[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve("@wllama/wllama/package.json")), "src");
  const program = join(folder, "wasm", "wllama.js");
  const worker = composeWorker(
    readFileSync(program, "utf8"),
    readFileSync(join(folder, "workers-code", "llama-cpp.js"), "utf8"),
  );
  return [
    { relativeDest: `wasm/${WLLAMA_FILES.wasm}`, absoluteSrc: join(folder, "wasm", "wllama.wasm") },
    { relativeDest: `wasm/${WLLAMA_FILES.thread}`, absoluteSrc: program },
    { relativeDest: `wasm/${WLLAMA_FILES.worker}`, contents: worker },
  ];
}

/** What wllama's `ProxyToWorker` puts together at run time, with its options taken from the worker's address. */
function composeWorker(program: string, driver: string): string {
  return [
    `const ASKED = new URL(self.location.href).searchParams;
const BESIDE = (name) => new URL(name, self.location.href).href;
const RUN_OPTIONS = { pathConfig: { "wllama.wasm": BESIDE("${WLLAMA_FILES.wasm}") }, nbThread: Number(ASKED.get("threads")), compat: false };
if (ASKED.get("gpu") !== "1") Object.defineProperty(WorkerNavigator.prototype, "gpu", { get: () => ({ requestAdapter: async () => null }) });`,
    `function wModuleInit() { ${replaceOnce(program, "var Module=", "var ___Module=")}; return Module; }`,
    replaceOnce(
      driver,
      "const argMainScriptBlob = args[0];",
      `const argMainScriptBlob = BESIDE("${WLLAMA_FILES.thread}");`,
    ),
  ].join(";\n\n");
}

function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`wllama's worker does not hold "${from}" once: it is of another version.`);
  return parts.join(to);
}
