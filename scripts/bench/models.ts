/**
 * `npm run bench:models`: size, load time, speed and parity of the encoder's variants, in Chromium on WASM, in one run;
 * what int8 changes downstream; what pruning the vocabulary would save and break. Figures of one machine are good for
 * their ratios only.
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { findModelFolder } from "../../lib/models/cache-folder";
import { ENCODER, graphFiles } from "../../lib/models/registry";
import { measureInBrowser } from "./browser-speed";
import { compareGraphs } from "./ranking";
import { measurePruning } from "./vocabulary";

async function main(): Promise<void> {
  const folder = findModelFolder();
  const size = (path: string) => statSync(join(folder, path)).size / 1e6;
  for (const graph of ["q4", "int8"] as const) {
    const total = graphFiles(ENCODER, graph).reduce((sum, path) => sum + size(path), 0);
    console.log(`${graph}: ${total.toFixed(1)} MB in all, ${size(ENCODER.graphs[graph]).toFixed(1)} MB its own`);
  }
  console.log("\nChromium, WASM; best of two rounds");
  console.table(await measureInBrowser());
  console.log("\nint8 against 4 bits, in Node");
  console.table([await compareGraphs()]);
  console.log("\nKeeping only pieces of some scripts");
  console.table(await measurePruning(folder));
}

main();
