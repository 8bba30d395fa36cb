/** What the Prompt API throws, as what people can do something about. */
import { Problem } from "../../../domain";

/** The model as people know it: the API does not say which one it is. */
export const BROWSER_MODEL = "The browser's own model";

type Told = [code: Problem["code"], message: string];

/** By name of the DOMException; see the drafts of the Prompt API and of Writing Assistance APIs ("create an AI model object"). */
const TOLD = new Map<string, Told>([
  ["NotAllowedError", ["browser_model_absent", "The browser does not let Earshot use its own language model now."]],
  [
    "NotSupportedError",
    ["browser_model_absent", "The browser's own language model cannot do this, or not in this language."],
  ],
  [
    "QuotaExceededError",
    ["context_full", "The question and its evidence do not fit into the browser's own language model."],
  ],
  ["NetworkError", ["download_failed", "The browser could not download its own language model."]],
  ["InvalidStateError", ["generator_failed", "The browser put its own language model away. Ask again."]],
  [
    "NotReadableError",
    ["generator_failed", "The browser held back what its own language model wrote. Ask again in other words."],
  ],
  ["TimeoutError", ["generator_slow", "The browser's own language model did not answer in time."]],
]);

/** @returns the signal's reason where it was aborted, a Problem for all else; what the browser says stands behind it as its cause */
export function explain(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof Problem) return error;
  const name = error instanceof Error ? error.name : "";
  const [code, message]: Told = TOLD.get(name) ?? [
    "generator_failed",
    "The browser's own language model stopped. Ask again.",
  ];
  return new Problem(code, message, { name: BROWSER_MODEL }, { cause: error });
}
