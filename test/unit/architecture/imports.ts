/** Reads the imports of TypeScript source as text: enough for the house rules, without a compiler. */
import { posix } from "node:path";

export interface Import {
  /** As written: "../domain", "dexie". */
  specifier: string;
  /** `import type` or `export type`: gone at run time. */
  typeOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
const WORKER = /new URL\(\s*["'](\.[^"']+\.[tj]sx?)["']\s*,\s*import\.meta\.url/g;

/** @returns static, dynamic and worker imports of one file; an import of only `type` names counts as type-only */
export function readImports(source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const fixed = [...code.matchAll(STATEMENT)].map((match) => ({
    specifier: match[2] ?? "",
    typeOnly: match[1] !== undefined || onlyTypeNames(match[0]),
  }));
  const later = [...code.matchAll(DYNAMIC), ...code.matchAll(WORKER)].map((match) => ({
    specifier: match[1] ?? "",
    typeOnly: false,
  }));
  return [...fixed, ...later];
}

function onlyTypeNames(statement: string): boolean {
  const names = statement.match(/^\s*(?:import|export)\s*\{([^}]*)\}/)?.[1];
  if (names === undefined) return false;
  const parts = names.split(",").filter((part) => part.trim() !== "");
  return parts.length > 0 && parts.every((part) => part.trim().startsWith("type "));
}

/** The file of the tree that a relative import means, or undefined for a package. */
export function resolveImport(from: string, specifier: string, files: ReadonlyMap<string, string>): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const base = posix.join(posix.dirname(from), specifier);
  return (
    [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((path) => files.has(path)) ?? base
  );
}
