/**
 * Makes sure that the small language model is on this machine. It comes as it is used, so there is nothing to convert.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheRoot, findGeneratorFile } from "../../lib/models/cache-folder";
import { type GeneratorRecord, SMALL_GENERATOR } from "../../lib/models/registry";
import { explainFileError } from "./failure";
import { sha256 } from "./hash";
import { sourceWeights } from "./source";

/**
 * @returns path of the GGUF, checked against its hash
 * @throws ModelsFailure in a sentence that says what to do
 */
export function prepareGenerator(
  environment: NodeJS.ProcessEnv = process.env,
  record: GeneratorRecord = SMALL_GENERATOR,
): string {
  const ready = findGeneratorFile(record, environment);
  if (ready && sha256(readFileSync(ready)) === record.source.sha256) return ready;
  const root = cacheRoot(environment);
  const folder = join(root, "models", record.id);
  const path = join(folder, record.file);
  try {
    const weights = sourceWeights(record, join(root, "downloads"), environment);
    mkdirSync(folder, { recursive: true });
    const partial = `${path}.partial-${process.pid}`;
    writeFileSync(partial, weights);
    renameSync(partial, path);
  } catch (error) {
    throw explainFileError(error, root);
  }
  console.error(`${record.title}: ready in ${folder}`);
  return path;
}
