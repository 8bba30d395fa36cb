/** What a worker with a language model in it and its owner say to each other. One request at a time. */
import type { ProblemCode } from "../../domain";
import type { Generation, GenerationRequest } from "../generator";

export type ToWriter<Open> =
  | { type: "open"; request: Open }
  | { type: "generate"; request: GenerationRequest }
  | { type: "abort" };

export type FromWriter<Opened> =
  /** It lives, and so far it has read this share of the model. */
  | { type: "alive"; loaded?: number }
  | { type: "opened"; opened: Opened }
  | { type: "text"; text: string }
  | { type: "done"; generation: Omit<Generation, "usage">; usage: Omit<Generation["usage"], "model"> }
  | { type: "aborted" }
  /** `broken`: nothing can be asked of this worker any more. `code`: what it is, where it is more than a failure. */
  | { type: "failed"; broken: boolean; message: string; code?: ProblemCode };
