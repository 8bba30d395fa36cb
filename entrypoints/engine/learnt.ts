/** What was learnt ourselves, loaded when it is first needed. */
import { EncoderError } from "../../lib/models/model";
import type { Heads } from "../../lib/understand/heads";

/**
 * @param load throws a sentence when a file is damaged
 * @returns the heads, always the same ones; throws EncoderError("broken") with that sentence, and tries anew at the next call. To whoever waits a
 * damaged head is what a damaged model is: nothing can be read, so everything waits
 */
export function loadOnce(load: () => Heads): () => Heads {
  let loaded: Heads | undefined;
  return () => {
    try {
      loaded ??= load();
      return loaded;
    } catch (cause) {
      throw new EncoderError("broken", cause instanceof Error ? cause.message : String(cause), { cause });
    }
  };
}
