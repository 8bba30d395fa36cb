/**
 * Takes the addresses of public servers out of what is bundled. The worker never asks them (see `useLocalFilesOnly`),
 * but an extension must not even contain an address to load code from: stores reject it, and so do we.
 */
import type { Plugin } from "vite";

/** What transformers.js, wllama and web-llm would load from when not told otherwise, and what stands there instead. */
const REPLACED: [RegExp, string][] = [
  [/https:\/\/cdn\.jsdelivr\.net\/npm\/onnxruntime-web@\$\{[^}]*\}\/dist\//g, "/wasm/"],
  // wllama names its fallback for old browsers by itself, whoever calls it: an empty address fails instead
  [/https:\/\/cdn\.jsdelivr\.net\/npm\/@wllama\/[^"']*/g, ""],
  [/(remoteHost:\s*)"https:\/\/huggingface\.co\/"/g, '$1""'],
  // web-llm's own list of models with the programs that compute them: Earshot has its own, and takes programs from its build alone
  [/"https:\/\/raw\.githubusercontent\.com\/[^"]*"/g, '""'],
  [/(\bmodel:\s*)"https:\/\/huggingface\.co\/[^"]*"/g, '$1""'],
];
/** Servers that hand out programs. */
export const CODE_SERVERS =
  /https?:\/\/(cdn\.jsdelivr\.net|unpkg\.com|esm\.sh|cdn\.skypack\.dev|cdnjs\.cloudflare\.com|raw\.githubusercontent\.com|[\w-]+\.github\.io)/;

/** @throws when a finished chunk still names a server that hands out code */
export function localOnly(): Plugin {
  return {
    name: "earshot:local-only",
    transform(code, id) {
      if (!/@huggingface\/transformers|@wllama\/wllama|@mlc-ai\/web-llm/.test(id)) return null;
      return { code: REPLACED.reduce((text, [from, to]) => text.replace(from, to), code), map: null };
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const server = chunk.type === "chunk" ? CODE_SERVERS.exec(chunk.code)?.[0] : undefined;
        if (server) this.error(`${chunk.fileName} names ${server}: no code may be loaded from a network.`);
      }
    },
  };
}
