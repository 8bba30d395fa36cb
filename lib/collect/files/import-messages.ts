/** What the panel and the worker that reads files say to each other. */
import type { Capture } from "../site";
import type { ImportChoices } from "./import";
import type { ImportSource, Preview } from "./preview";
import type { ProblemCode } from "./problem";

export type ToImportWorker =
  | { type: "open"; source: ImportSource; content: Uint8Array | string }
  | { type: "preview"; choices: ImportChoices }
  /** The next batch of what was last shown. */
  | { type: "next" };

export type FromImportWorker =
  | { type: "preview"; preview: Preview }
  | { type: "capture"; capture: Capture }
  | { type: "end" }
  | { type: "problem"; code: ProblemCode; message: string };
