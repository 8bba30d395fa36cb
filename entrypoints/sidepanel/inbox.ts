/** Model files on their way to the engine: copied piece by piece into this origin's private file system, never whole into memory. */
import { Problem } from "../../lib/domain";

/** The folder which the engine looks into. */
export const INBOX = "inbox";

/** How each GGUF file begins (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). */
const MAGIC = "GGUF";

/**
 * @param onBytes hears how much is copied
 * @returns the name of the copy within the inbox
 * @throws Problem `model_unreadable` when it is no GGUF file, `storage_full` when there is no room; the signal's reason when stopped.
 * Nothing stays behind then.
 */
export async function layDown(
  file: File,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<string> {
  if ((await file.slice(0, MAGIC.length).text()) !== MAGIC) {
    throw new Problem("model_unreadable", `${file.name} is no GGUF file.`, { name: file.name });
  }
  await expectRoom(file.size);
  const root = await navigator.storage.getDirectory();
  const inbox = await root.getDirectoryHandle(INBOX, { create: true });
  const name = `${crypto.randomUUID()}.gguf`;
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
