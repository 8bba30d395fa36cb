/** The page script as one piece of code, made from the same modules the extension injects. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

let made: Promise<string> | undefined;

/** @returns code that puts the exports of `lib/collect` into the global `earshotPage` */
export function pageBundle(): Promise<string> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL("../lib/collect/index.ts", import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: true, target: "chrome124", lib: { entry, formats: ["iife"], name: "earshotPage" } },
  });
  const output = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  const code = output.find((file) => file.type === "chunk")?.code;
  if (!code) throw new Error("The page script could not be built.");
  return code;
}
