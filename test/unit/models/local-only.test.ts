/** What reaches the build of the libraries that would load programs from a network. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { CODE_SERVERS, localOnly } from "../../../scripts/models/local-only";

const LIBRARY = createRequire(import.meta.url).resolve("@mlc-ai/web-llm");

/** The plugin's own hooks, called as the bundler calls them. */
const plugin = localOnly() as unknown as {
  transform(code: string, id: string): { code: string } | null;
  generateBundle(this: { error(message: string): never }, options: object, bundle: object): void;
};

function bundled(code: string): () => void {
  const error = (message: string): never => {
    throw new Error(message);
  };
  return () => plugin.generateBundle.call({ error }, {}, { a: { type: "chunk", fileName: "a.js", code } });
}

describe("what is bundled", () => {
  it("of web-llm has no address of programs or models, though the library is full of them", () => {
    const before = readFileSync(LIBRARY, "utf8");
    expect(before).toMatch(CODE_SERVERS);
    const { code } = plugin.transform(before, LIBRARY) ?? { code: "" };
    expect(code).not.toMatch(/raw\.githubusercontent\.com|"https:\/\/huggingface\.co/);
    expect(code.length).toBeGreaterThan(before.length * 0.99);
    expect(bundled(code)).not.toThrow();
  });

  it.each(["https://raw.githubusercontent.com/a/b.wasm", "https://someone.github.io/x.js", "https://unpkg.com/x"])(
    "may not name %s",
    (address) => {
      expect(bundled(`load("${address}")`)).toThrow("no code may be loaded from a network");
    },
  );

  it("is left alone where it is ours", () => {
    expect(plugin.transform('const hub = "https://huggingface.co/a";', "/lib/models/hub.ts")).toBeNull();
  });
});
