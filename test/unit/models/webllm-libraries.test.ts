import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { VARIANTS } from "../../../lib/models/generators/webllm/catalogue";
import { webllmLibraries } from "../../../scripts/models/webllm-libraries";

const [first, second] = VARIANTS.map(({ library }) => library);
const EMPTY_MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "earshot-mlc-"));
  mkdirSync(join(root, "own", "mlc"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const environment = (own = true) => ({ XDG_CACHE_HOME: root, ...(own && { EARSHOT_MODELS: join(root, "own") }) });

it("are none where there are none, and the build says so", () => {
  expect(webllmLibraries(environment(false))).toEqual([{ relativeDest: "mlc/libraries.json", contents: "[]" }]);
});

it("go into the build when they lie in the folder, with the list of them; what is no program stays out", () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  writeFileSync(join(root, "own", "mlc", String(first)), EMPTY_MODULE);
  writeFileSync(join(root, "own", "mlc", String(second)), "<!doctype html>");
  writeFileSync(join(root, "own", "mlc", "other.wasm"), EMPTY_MODULE);
  expect(webllmLibraries(environment())).toEqual([
    { relativeDest: `mlc/${first}`, absoluteSrc: join(root, "own", "mlc", String(first)) },
    { relativeDest: "mlc/libraries.json", contents: JSON.stringify([first]) },
  ]);
  expect(warned).toHaveBeenCalledWith(expect.stringContaining(String(second)));
});
