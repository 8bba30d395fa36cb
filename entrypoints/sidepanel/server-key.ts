/** The key of a server: with the browser's session and nowhere else, and told again to an engine that was started anew. */
import { useEffect, useRef } from "preact/hooks";
import { browser } from "wxt/browser";
import type { EngineView } from "../../components/view";
import { sendMessage } from "../../lib/protocol";

const KEY = "serverKey";

interface KeptKey {
  url: string;
  key: string;
}

/** Keeps the key until the browser is closed; an empty one is forgotten. */
export async function keepServerKey(url: string, key: string): Promise<void> {
  if (key === "") await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: { url, key } satisfies KeptKey });
}

/** @returns the key kept for this address; undefined when there is none */
export async function keptServerKey(url: string): Promise<string | undefined> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as KeptKey | undefined;
  return kept?.url === url ? kept.key : undefined;
}

/** An engine keeps the key in memory only: a new one is told it once. */
export function useServerKey(engine: EngineView): void {
  const server = engine.at === "here" ? engine.state.generators.server : undefined;
  const told = useRef<string>(undefined);
  const lacking = server && !server.hasKey ? server.url : undefined;
  useEffect(() => {
    if (!server || lacking === undefined) {
      told.current = undefined;
      return;
    }
    if (told.current === lacking) return;
    told.current = lacking;
    void tellKey(lacking, server.model).catch(() => {
      told.current = undefined; // the engine is just gone: its follower is told
    });
  }, [lacking, engine.at]);
}

async function tellKey(url: string, model: string): Promise<void> {
  const key = await keptServerKey(url);
  if (key) await sendMessage("engineServerSet", { url, model, key });
}
