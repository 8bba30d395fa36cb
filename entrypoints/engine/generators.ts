/** Puts together the engines that write prose, and answers the messages about them. */
import type { GeneratorChoice } from "../../lib/models/generator";
import { BrowserKind } from "../../lib/models/generators/browser/kind";
import type { GeneratorKind } from "../../lib/models/generators/kinds";
import { GgufModels } from "../../lib/models/generators/model-files";
import { WebllmKind } from "../../lib/models/generators/webllm/kind";
import { WllamaKind } from "../../lib/models/generators/wllama/kind";
import { onMessage } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { GeneratorHost } from "./generator-host";
import { answerServerMessages, recallServer } from "./server-setting";

const CHOICE = "generator";

/** @returns the host that holds the chosen one of all kinds of engines */
export function openGenerators(db: EarshotDatabase, changed: () => void): GeneratorHost {
  const base = (folder: string) => new URL(`/${folder}/`, location.href).href;
  const files = new GgufModels(base("models"), () => void host.lookAtModels());
  const server = recallServer(db);
  // in the order in which they are shown
  const kinds: GeneratorKind[] = [
    new WebllmKind({ libraryBase: "/mlc/", changed: () => void host.lookAtModels() }),
    new WllamaKind({ models: files, wasmBase: base("wasm") }),
    new BrowserKind(),
    server,
  ];
  const host = new GeneratorHost({
    kinds,
    load: async () => (await db.settings.get(CHOICE))?.value as GeneratorChoice | undefined,
    save: async (value) => void (await db.settings.put({ key: CHOICE, value })),
    changed,
    server: () => server.setting,
  });
  answerMessages(host, files);
  answerServerMessages(
    db,
    server,
    () => host.look(),
    async () => {
      if (host.chosen().kind === "server") await host.release();
    },
  );
  return host;
}

function answerMessages(host: GeneratorHost, files: GgufModels): void {
  onMessage("engineGeneratorChoose", ({ data }) => host.choose(data.choice, data.load));
  onMessage("engineGeneratorRelease", () => host.release());
  onMessage("engineModelDownload", ({ data }) => {
    // answered at once: how it goes on, and what goes wrong, is part of the state
    void host
      .modelsOf(data.id)
      .download(data.id)
      .catch(() => host.lookAtModels());
  });
  onMessage("engineModelPause", ({ data }) => host.modelsOf(data.id).pause(data.id));
  onMessage("engineModelVerify", async ({ data }) => ({ whole: await host.modelsOf(data.id).verify(data.id) }));
  onMessage("engineModelDelete", async ({ data }) => {
    await host.letGo(data.id);
    await host.modelsOf(data.id).delete(data.id);
  });
  onMessage("engineModelAddress", ({ data }) => files.addAddress(data.url));
  onMessage("engineModelFile", ({ data }) => files.addFile(data.name, data.title));
}
