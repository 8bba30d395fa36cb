/** Engines that write answers: what people do in Settings goes to the engine. */
import { browser } from "wxt/browser";
import type { EngineActions } from "../../components/settings/engines/engines-view";
import { Problem } from "../../lib/domain";
import { bringBrowserModel } from "../../lib/models/generators/browser/kind";
import { sendMessage } from "../../lib/protocol";
import { layModelDown, takeBack } from "./inbox";
import { keepServerKey, keptServerKey } from "./server-key";

/** @param server the one that is set up; undefined while there is none */
export function engineActions(server: { url: string; model: string } | undefined): EngineActions {
  return {
    choose: async (choice, load) => {
      // the engine has no window, and the browser downloads its model for a click only
      if (choice.kind === "browser") await bringBrowserModel();
      await sendMessage("engineGeneratorChoose", { choice, load });
    },
    release: () => sendMessage("engineGeneratorRelease", undefined),
    download: (id) => sendMessage("engineModelDownload", { id }),
    pause: (id) => sendMessage("engineModelPause", { id }),
    verify: async (id) => (await sendMessage("engineModelVerify", { id })).whole,
    remove: (id) => sendMessage("engineModelDelete", { id }),
    addAddress: async (url) => (await sendMessage("engineModelAddress", { url })).id,
    addFile,
    serverModels: async ({ url, key }) => {
      await requireAccess(url);
      return (await sendMessage("engineServerModels", { url, key: key ?? (await keptServerKey(url)) })).models;
    },
    useServer: async ({ url, model, key }) => {
      await requireAccess(url);
      if (key !== undefined) await keepServerKey(url, key);
      await sendMessage("engineServerSet", { url, model, key: key ?? (await keptServerKey(url)) ?? "" });
      await sendMessage("engineGeneratorChoose", { choice: { kind: "server", model }, load: true });
    },
    forgetServerKey: async () => {
      await keepServerKey("", "");
      if (server) await sendMessage("engineServerSet", { url: server.url, model: server.model, key: "" });
    },
  };
}

async function addFile(file: File, options: Parameters<EngineActions["addFile"]>[1]): Promise<string> {
  const name = await layModelDown(file, options);
  try {
    return (await sendMessage("engineModelFile", { name, title: file.name.replace(/\.gguf$/i, "") })).id;
  } catch (error) {
    await takeBack(name);
    throw error;
  }
}

/**
 * Asks the browser for access to a server; must run inside a click. Match patterns know no ports in every browser
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns), so the name alone is asked for.
 */
async function requireAccess(url: string): Promise<void> {
  const { protocol, hostname, host } = new URL(url);
  const given = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  if (!given) throw new Problem("server_permission", `The browser did not give access to ${host}.`, { name: host });
}
