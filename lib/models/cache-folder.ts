/**
 * Where models lie on the machine of a developer or of someone at the command line. Node only.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { EncoderError } from "./model";
import { ENCODER, type EncoderRecord, type GeneratorRecord, SMALL_GENERATOR } from "./registry";

/** What a converted model says about itself: written last, so its presence means that all else is there. */
export interface Manifest {
  id: string;
  format: number;
  /** SHA-256 of the source weights. */
  source: string;
  /** SHA-256 of the reader's weights. */
  reader: string;
  files: { path: string; bytes: number; sha256: string }[];
}

/** The folder outside git that keeps downloads and converted models. */
export function cacheRoot(environment: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const base =
    platform === "win32"
      ? environment.LOCALAPPDATA || join(homedir(), "AppData", "Local")
      : environment.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "earshot");
}

/** Folders that may hold the converted model, best first: the user's own (`EARSHOT_MODELS`), then the cache. */
export function modelFolders(record: EncoderRecord, environment: NodeJS.ProcessEnv = process.env): string[] {
  const own = environment.EARSHOT_MODELS;
  const cached = join(cacheRoot(environment), "models", record.id);
  return own ? [own, join(own, record.id), join(own, "models", record.id), cached] : [cached];
}

/** @returns the manifest when the folder holds this model in this format with every file at its size */
export function readManifest(folder: string, record: EncoderRecord): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
    const same = manifest.source === record.source.sha256 && manifest.reader === record.reader.sha256;
    const fits = manifest.id === record.id && manifest.format === record.format && same;
    const whole = manifest.files.every(({ path, bytes }) => statSync(join(folder, path)).size === bytes);
    return fits && whole ? manifest : undefined;
  } catch {
    return undefined; // absent or damaged: the same to the caller, who looks further or makes it anew
  }
}

/**
 * @returns the folder with the converted encoder
 * @throws EncoderError("missing") that names the command which brings it
 */
export function findModelFolder(record: EncoderRecord = ENCODER, environment: NodeJS.ProcessEnv = process.env): string {
  const folders = modelFolders(record, environment);
  const found = folders.find((folder) => existsSync(folder) && readManifest(folder, record));
  if (found) return found;
  throw new EncoderError(
    "missing",
    `The language model "${record.id}" is not on this machine (looked in ${folders.join(", ")}). Run "npm run models" once.`,
  );
}

/** @returns path of the small language model, or nothing: all else works without it. The user's own folder goes first. */
export function findGeneratorFile(
  record: GeneratorRecord = SMALL_GENERATOR,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const own = environment.EARSHOT_MODELS;
  const cached = join(cacheRoot(environment), "models", record.id, record.file);
  const places = own ? [join(own, record.file), join(own, record.id, record.file), cached] : [cached];
  return places.find((path) => existsSync(path) && statSync(path).size === record.bytes);
}

/** @returns folders that may hold web-llm's programs (`mlc`), best first: the user's own, then the cache */
export function libraryFolders(environment: NodeJS.ProcessEnv = process.env): string[] {
  const own = environment.EARSHOT_MODELS;
  const cached = join(cacheRoot(environment), "models", "mlc");
  return own ? [join(own, "mlc"), cached] : [cached];
}
