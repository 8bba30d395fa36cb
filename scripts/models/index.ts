/** `npm run models`: brings the language model once; a second run only checks it. The folder goes to stdout. */
import { ModelsFailure } from "./failure";
import { prepareModels } from "./prepare";

prepareModels().then(
  (folder) => console.log(folder),
  (error) => {
    console.error(error instanceof ModelsFailure ? error.message : error);
    process.exitCode = 1;
  },
);
