/**
 * The thread that speaks to web-llm. The library lives here alone: it is loaded when a model is opened and not before, its cache and its
 * `fetch` are replaced without touching anybody else's, and its memory comes back when the worker ends.
 */
import { MLCEngine } from "@mlc-ai/web-llm";
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
  watchForLoss();
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

/** What is used of a device and of the adapter it comes from. */
interface Device {
  lost: Promise<{ reason?: string; message: string }>;
}
interface Adapter {
  requestDevice(descriptor?: object): Promise<Device>;
}

/** The library hears of a lost card, unloads and says nothing: here it is said at once. */
function watchForLoss(): void {
  const { gpu } = self.navigator as unknown as { gpu?: { requestAdapter(options?: object): Promise<Adapter | null> } };
  if (!gpu) return;
  const request = gpu.requestAdapter.bind(gpu);
  gpu.requestAdapter = async (options) => {
    const adapter = await request(options);
    if (adapter) tellOfLoss(adapter);
    return adapter;
  };
}

function tellOfLoss(adapter: Adapter): void {
  const request = adapter.requestDevice.bind(adapter);
  adapter.requestDevice = async (descriptor) => {
    const device = await request(descriptor);
    void device.lost.then(({ message }) =>
      say({ type: "failed", broken: true, code: "gpu_lost", message: message || "the device was lost" }),
    );
    return device;
  };
}
