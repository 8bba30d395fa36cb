/** Tells open panels what a language model is writing, a few times a second and always the latest. */
import type { EngineBroadcast } from "../../lib/protocol";

const INTERVAL_MILLISECONDS = 125;

type Draft = (id: string, personaId: string, text: string) => void;

/** @param post sends to all panels; nothing is sent for a turn after its answer, since the answer itself is stored */
export function drafting(post: (message: EngineBroadcast) => void): Draft {
  const waiting = new Map<string, EngineBroadcast>();
  let _timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    _timer = undefined;
    for (const message of waiting.values()) post(message);
    waiting.clear();
  };
  return (id, personaId, text) => {
    waiting.set(id, { type: "draft", id, personaId, text });
    _timer ??= setTimeout(send, INTERVAL_MILLISECONDS);
  };
}
