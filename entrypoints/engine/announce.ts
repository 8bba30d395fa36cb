/** Tells every open panel what the engine does, at most a few times a second and always the latest. */
import { ENGINE_CHANNEL, type EngineBroadcast, type EngineState } from "../../lib/protocol";

const INTERVAL_MILLISECONDS = 200;

/** @returns a function to call after each change */
export function makeAnnouncer(read: () => EngineState, channel = new BroadcastChannel(ENGINE_CHANNEL)): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      const message: EngineBroadcast = { type: "state", state: read() };
      channel.postMessage(message);
    }, INTERVAL_MILLISECONDS);
  };
}
