/**
 * The built extension with access to some addresses from the start. Nobody can press the browser's own question for it in a
 * test, and what was granted is not asked for again; everything else is the build as it is.
 */
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface AllowedExtension {
  folder: string;
  remove(): void;
}

/**
 * @param built folder of the build, left as it is
 * @param origins match patterns
 */
export function allowOrigins(built: string, origins: string[]): AllowedExtension {
  const folder = mkdtempSync(join(tmpdir(), "earshot-allowed-"));
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, from.slice(built.length));
    if (entry.isDirectory()) mkdirSync(to, { recursive: true });
    else if (entry.name !== "manifest.json") put(from, to);
  }
  const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8")) as Record<string, unknown>;
  manifest.host_permissions = origins;
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A second name costs nothing; another disk takes a copy. */
function put(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
