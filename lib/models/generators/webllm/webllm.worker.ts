/**
 * The thread that speaks to web-llm. The library lives here alone: it is loaded when a model is opened and not before, its cache and its
 * `fetch` are replaced without touching anybody else's, and its memory comes back when the worker ends.
 */
import { MLCEngine } from "@mlc-ai/web-llm";
import { type Gpu, watchForLoss } from "./loss";
import type { FromWorker, OpenRequest, ToWorker } from "./messages";
import { faultOf, Session } from "./session";
import { localFetch, shelfAddress, shelfOf } from "./shelf";
import { mlcFolders } from "./stored-files";

let session: Session | undefined;

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "abort") return session?.stop();
  try {
    if (data.type === "open") await open(data.request);
    else if (session) await session.generate(data.request);
    else throw new Error("No model was opened.");
  } catch (error) {
    say(faultOf(error));
  }
};

function say(message: FromWorker): void {
  self.postMessage(message);
}

async function open(request: OpenRequest): Promise<void> {
  const { model, library } = request;
  self.fetch = localFetch(self.fetch.bind(self), self.location.origin);
  Object.defineProperty(self, "caches", { value: shelfOf(model, await storedFiles(request)) });
  hearOfLoss();
  const engine = new MLCEngine({
    appConfig: {
      cacheBackend: "cache",
      model_list: [{ model: shelfAddress(model), model_id: model, model_lib: library }],
    },
    initProgressCallback: ({ progress }) => say({ type: "alive", loaded: progress }),
    logLevel: "WARN",
  });
  session = new Session(engine, say);
  await session.open(request);
}

async function storedFiles({ model, files }: OpenRequest): Promise<Map<string, Blob>> {
  const shelf = new Map<string, Blob>();
  for (const [asked, stored] of files) {
    const file = await mlcFolders.file(model, stored);
    if (!file) throw new Error(`${stored} is not among the stored files.`);
    shelf.set(asked, file);
  }
  return shelf;
}

function hearOfLoss(): void {
  const { gpu } = self.navigator as unknown as { gpu?: Gpu };
  if (!gpu) return;
  watchForLoss(gpu, (message) =>
    say({ type: "failed", broken: true, code: "gpu_lost", message: message || "the device was lost" }),
  );
}
