/** The line to the engine: its state as it broadcasts it, and a way back when it falls silent. */
import { useEffect, useState } from "preact/hooks";
import type { EngineView } from "../../components/view";
import { Problem } from "../../lib/domain";
import { ENGINE_CHANNEL, type EngineBroadcast, sendMessage } from "../../lib/protocol";

/** The first start loads the engine's code: it may take a while (ms). */
const START_TIMEOUT = 20_000;
/** An engine that has not spoken for this long is asked whether it is still there (ms). */
const QUIET = 10_000;
const ANSWER_TIMEOUT = 8_000;

/** @returns what the engine last said, and a function that starts it again */
export function useEngine(): { engine: EngineView; reconnect: () => void } {
  const [engine, setEngine] = useState<EngineView>({ at: "starting" });
  const [attempt, setAttempt] = useState(0);

  // each attempt is a new connection
  useEffect(() => {
    setEngine((before) => (before.at === "silent" ? { at: "starting" } : before));
    return connect(setEngine);
  }, [attempt]);
  return { engine, reconnect: () => setAttempt((count) => count + 1) };
}

/** Tells the engine which subject is on screen, and tells a new engine again: what waits of it goes first. */
export function useLook(engine: EngineView, subjectId: string | undefined): void {
  const here = engine.at === "here";
  useEffect(() => {
    // an engine that is just gone is told when it is back
    if (here && subjectId) void sendMessage("engineLook", { subjectId }).catch(() => {});
  }, [here, subjectId]);
}

function connect(onView: (view: EngineView) => void): () => void {
  const channel = new BroadcastChannel(ENGINE_CHANNEL);
  let lastHeard = Date.now();
  let open = true;

  function hear(view: EngineView) {
    lastHeard = Date.now();
    if (open) onView(view);
  }
  async function check(timeout: number) {
    try {
      await within(timeout, sendMessage("engineEnsure", undefined));
      hear({ at: "here", state: await within(ANSWER_TIMEOUT, sendMessage("engineState", undefined)) });
    } catch {
      if (Date.now() - lastHeard >= Math.min(timeout, QUIET)) hear({ at: "silent" });
    }
  }

  channel.onmessage = ({ data }: MessageEvent<EngineBroadcast>) => {
    if (data.type === "state") hear({ at: "here", state: data.state });
  };
  void check(START_TIMEOUT);
  const timer = setInterval(() => {
    if (Date.now() - lastHeard > QUIET && document.visibilityState === "visible") void check(ANSWER_TIMEOUT);
  }, QUIET / 2);
  return () => {
    open = false;
    clearInterval(timer);
    channel.close();
  };
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem("engine_silent", "The engine did not answer in time.")), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
