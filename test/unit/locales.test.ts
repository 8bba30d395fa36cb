/** The interface texts: complete in every language, and neither missing nor left over in the code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { type Catalogue, INTERFACE_LANGUAGES, type InterfaceLanguage } from "../../lib/locale";

const root = join(import.meta.dirname, "../..");
const catalogues = new Map(INTERFACE_LANGUAGES.map((language) => [language, read(language)]));
/** Keys that the manifest uses. */
const MANIFEST = ["extensionName", "extensionDescription", "actionTitle", "commandAnnotate"];

function read(language: InterfaceLanguage): Catalogue {
  return JSON.parse(readFileSync(join(root, "public/_locales", language, "messages.json"), "utf8")) as Catalogue;
}

function catalogueOf(language: InterfaceLanguage): Catalogue {
  const catalogue = catalogues.get(language);
  if (!catalogue) throw new Error(`There is no catalogue for ${language}.`);
  return catalogue;
}

/** A part of a parsed message, as far as it matters here: text and the `#` sign (types 0 and 7) take no value. */
interface Part {
  type: number;
  value?: string;
  /** Present in choices; those by number also have an offset. */
  options?: Record<string, { value: Part[] }>;
  offset?: number;
}
const VALUELESS = [0, 7];

/** Names that a message is filled with, nested choices included, and the codes each choice knows. */
function placeholdersOf(parts: readonly Part[], found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  for (const { type, value = "", options, offset } of parts) {
    if (VALUELESS.includes(type)) continue;
    const known = found.get(value) ?? new Set<string>();
    found.set(value, known);
    for (const [code, option] of Object.entries(options ?? {})) {
      if (offset === undefined) known.add(code);
      placeholdersOf(option.value, found);
    }
  }
  return found;
}

function summary(message: string): string[] {
  const parts = new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst() as Part[];
  return [...placeholdersOf(parts)].map(([name, codes]) => `${name} ${[...codes].sort().join(" ")}`.trim()).sort();
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const code = ["components", "entrypoints", "lib", "cli"].flatMap(sources).join("\n");
const strings = new Set([...code.matchAll(/"(\w+)"/g)].map(([, key]) => key ?? ""));
/** Keys put together from parts, as expressions: `ask_claim_${side}` → /^ask_claim_\w+$/. */
const patterns = [...code.matchAll(/phrase\([^)]*?`(\w+)\$\{[^`]*`/g)].map(([, start]) => new RegExp(`^${start}\\w+$`));

describe("interface texts", () => {
  it.each(INTERFACE_LANGUAGES)("are the same keys in %s, none empty", (language) => {
    const catalogue = catalogueOf(language);
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(catalogueOf("en")).sort());
    const empty = Object.entries(catalogue).filter(([, { message }]) => message.trim() === "");
    expect(empty).toEqual([]);
  });

  it.each(INTERFACE_LANGUAGES)("take the same values and know the same codes in %s", (language) => {
    for (const [key, { message }] of Object.entries(catalogueOf("en"))) {
      expect(summary(catalogueOf(language)[key]?.message ?? ""), `${language} ${key}`).toEqual(summary(message));
    }
  });

  it("have every plural form of Russian wherever they count", () => {
    for (const [key, { message }] of Object.entries(catalogueOf("ru"))) {
      for (const [, forms = ""] of message.matchAll(/, plural,((?:[^{}]|\{[^{}]*\})*)\}/g)) {
        if (!/\b(one|few|many) \{/.test(forms)) continue;
        for (const form of ["one", "few", "many", "other"]) expect(forms, `ru ${key}`).toContain(`${form} {`);
      }
    }
  });

  it("keep within what the stores take", () => {
    for (const language of INTERFACE_LANGUAGES) {
      expect(catalogueOf(language).extensionDescription?.message.length).toBeLessThanOrEqual(132);
    }
  });

  it("exist for every key that the code asks for", () => {
    const asked = [...code.matchAll(/phrase\(\s*(?:[^"`()]*\? )?"(\w+)"(?:\s*:\s*"(\w+)")?/g)].flatMap(
      ([, ...keys]) => keys,
    );
    const known = catalogueOf("en");
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((key) => key !== undefined && !(key in known))).toEqual([]);
  });

  it("are all used", () => {
    const used = (key: string) =>
      MANIFEST.includes(key) || strings.has(key) || patterns.some((start) => start.test(key));
    expect(Object.keys(catalogueOf("en")).filter((key) => !used(key))).toEqual([]);
  });
});
