/** Files on their way to the engine: copied piece by piece into this origin's private file system, never whole into memory. */
import { Problem } from "../../lib/domain";

/** The folder which the engine looks into. */
export const INBOX = "inbox";

/** How each GGUF file begins (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). */
const MAGIC = "GGUF";

interface Laying {
  signal: AbortSignal;
  /** Hears how much is copied. */
  onBytes?: (bytes: number) => void;
}

/**
 * @returns the name of the copy within the inbox
 * @throws Problem `model_unreadable` when it is no GGUF file, else like `layDown`
 */
export async function layModelDown(file: File, laying: Laying): Promise<string> {
  if ((await file.slice(0, MAGIC.length).text()) !== MAGIC) {
    throw new Problem("model_unreadable", `${file.name} is no GGUF file.`, { name: file.name });
  }
  return layDown(file, { ...laying, ending: ".gguf" });
}

/**
 * @param ending of the copy's name
 * @returns the name of the copy within the inbox
 * @throws Problem `storage_full` when there is no room; the signal's reason when stopped. Nothing stays behind then.
 */
export async function layDown(
  file: File,
  { signal, onBytes = () => {}, ending }: Laying & { ending: string },
): Promise<string> {
  await expectRoom(file.size);
  const root = await navigator.storage.getDirectory();
  const inbox = await root.getDirectoryHandle(INBOX, { create: true });
  const name = crypto.randomUUID() + ending;
  try {
    const handle = await inbox.getFileHandle(name, { create: true });
    await file
      .stream()
      .pipeThrough(counting(onBytes))
      .pipeTo(await handle.createWritable(), { signal });
    return name;
  } catch (error) {
    await inbox.removeEntry(name).catch(() => undefined); // it was not made yet
    throw error;
  }
}

/** Takes back what the engine did not want. */
export async function takeBack(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const inbox = await root.getDirectoryHandle(INBOX, { create: true });
  await inbox.removeEntry(name).catch(() => undefined); // the engine took it already
}

async function expectRoom(bytes: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota !== undefined && usage !== undefined && quota - usage < bytes) {
    throw new Problem("storage_full", "There is no room left to store this.");
  }
}

function counting(onBytes: (bytes: number) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let done = 0;
  return new TransformStream({
    transform(chunk, controller) {
      done += chunk.byteLength;
      onBytes(done);
      controller.enqueue(chunk);
    },
  });
}
