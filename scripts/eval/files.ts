/** Finds the files that evaluations read. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** @returns every file below a folder, by name and folder after folder; a path to a file is that file */
export function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
