/** The page script and the reader as pieces of code, made from the same modules as the extension. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

const made = new Map<string, Promise<string>>();

/** @returns code that puts `takeSnapshot` into the global `earshotPage` */
export const pageBundle = () => bundleOf("take-snapshot", "../lib/collect/page/take-snapshot.ts", "earshotPage");

/** @returns code that puts `readSnapshot` into the global `earshotReader`; needs a DOM, and nothing of the page */
export const readerBundle = () => bundleOf("reader", "../lib/collect/read/read-snapshot.ts", "earshotReader");

function bundleOf(key: string, path: string, name: string): Promise<string> {
  const known = made.get(key) ?? bundle(path, name);
  made.set(key, known);
  return known;
}

function bundle(path: string, name: string): Promise<string> {
  return browserBundle(fileURLToPath(new URL(path, import.meta.url)), name);
}

/** @returns code that puts what a module exports into a global */
export async function browserBundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: true, target: "chrome124", lib: { entry, formats: ["iife"], name } },
  });
  const output = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  const code = output.find((file) => file.type === "chunk")?.code;
  if (!code) throw new Error(`${entry} could not be built.`);
  return code;
}
