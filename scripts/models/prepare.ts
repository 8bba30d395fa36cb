/**
 * Makes sure that the encoder is on this machine, converted and intact. Progress goes to stderr.
 */
import { join } from "node:path";
import { cacheRoot, modelFolders } from "../../lib/models/cache-folder";
import { ENCODER, type EncoderRecord } from "../../lib/models/registry";
import { explainFileError } from "./failure";
import { install, isIntact } from "./install";

/**
 * @returns folder of the model, made when no intact one was found
 * @throws ModelsFailure in a sentence that says what to do
 */
export async function prepareModels(
  environment: NodeJS.ProcessEnv = process.env,
  record: EncoderRecord = ENCODER,
  readerFile: string | URL = new URL(`../../${record.reader.file}`, import.meta.url),
): Promise<string> {
  const ready = modelFolders(record, environment).find((folder) => isIntact(folder, record));
  if (ready) return ready;
  const root = cacheRoot(environment);
  const folder = join(root, "models", record.id);
  try {
    // only needed when there is work: a second run is over before these would be loaded
    const [{ sourceWeights }, { convert }, { readReaderFile }] = await Promise.all([
      import("./source"),
      import("./convert"),
      import("./reader-file"),
    ]);
    const reader = readReaderFile(readerFile, record.reader.sha256);
    const weights = sourceWeights(record, join(root, "downloads"), environment);
    console.error("Converting it for the browser …");
    install(convert(weights, record, reader), record, folder);
  } catch (error) {
    throw explainFileError(error, root);
  }
  console.error(`${record.title}: ready in ${folder}`);
  return folder;
}
