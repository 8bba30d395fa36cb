/**
 * `npm run models`: brings the encoder and the small language model once; a second run only checks them. The encoder's folder goes to stdout.
 * Earshot can be built without the language model, so its absence is told and is no failure.
 */
import { ModelsFailure } from "./failure";
import { prepareGenerator } from "./generator";
import { prepareModels } from "./prepare";

prepareModels().then(
  (folder) => {
    console.log(folder);
    try {
      prepareGenerator();
    } catch (error) {
      console.error(`Earshot is built without the small language model. ${sentence(error)}`);
    }
  },
  (error) => {
    console.error(sentence(error));
    process.exitCode = 1;
  },
);

function sentence(error: unknown): unknown {
  return error instanceof ModelsFailure ? error.message : error;
}
