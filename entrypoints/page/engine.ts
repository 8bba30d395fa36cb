/** The line from the page to the engine. */
import { pause } from "../../lib/collect/page/pause";
import { Problem } from "../../lib/domain";
import { sendMessage } from "../../lib/protocol";

/** How often something is offered before the reading gives up and says so. */
const ATTEMPTS = 4;

/**
 * Sends until the engine has answered: it may have been ended with its document, and storing twice over changes nothing.
 * @throws the reason of `signal`, or a Problem
 */
export async function persist<T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === ATTEMPTS)
        throw new Problem("not_stored", "What was read could not be stored. Try again.", {}, { cause: error });
      await sendMessage("engineEnsure", undefined).catch(() => undefined);
      await pause(250 * attempt, signal);
    }
  }
}
