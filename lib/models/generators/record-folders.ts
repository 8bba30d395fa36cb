/** Folders in the origin's private file system, one for each model of a kind: `<kind>/<id>/` with `record.json` and what belongs to it. */

const RECORD_FILE = "record.json";

export class RecordFolders<R extends { id: string }> {
  readonly name: string;

  /** @param name of the folder they lie in */
  constructor(name: string) {
    this.name = name;
  }

  async ids(): Promise<string[]> {
    const ids: string[] = [];
    for await (const id of (await this.#all()).keys()) ids.push(id);
    return ids.sort();
  }

  async read(id: string): Promise<R | undefined> {
    try {
      const file = await (await (await this.folder(id)).getFileHandle(RECORD_FILE)).getFile();
      return JSON.parse(await file.text()) as R;
    } catch {
      return undefined; // deleted meanwhile, or never written whole
    }
  }

  /** Replaces the record in one step. */
  async write(record: R): Promise<void> {
    const handle = await (await this.folder(record.id, true)).getFileHandle(RECORD_FILE, { create: true });
    const writing = await handle.createWritable();
    await writing.write(JSON.stringify(record));
    await writing.close();
  }

  async file(id: string, name: string): Promise<File | undefined> {
    try {
      return await (await (await this.folder(id)).getFileHandle(name)).getFile();
    } catch {
      return undefined;
    }
  }

  /** Nothing happens when it is not there. */
  async deleteFile(id: string, name: string): Promise<void> {
    const folder = await this.folder(id).catch(() => undefined);
    await folder?.removeEntry(name).catch(() => undefined);
  }

  /** Deletes the folder with all that is in it. */
  async delete(id: string): Promise<void> {
    await (await this.#all()).removeEntry(id, { recursive: true }).catch(() => undefined); // it was not there
  }

  async folder(id: string, create = false): Promise<FileSystemDirectoryHandle> {
    return (await this.#all()).getDirectoryHandle(id, { create });
  }

  async #all(): Promise<FileSystemDirectoryHandle> {
    return (await navigator.storage.getDirectory()).getDirectoryHandle(this.name, { create: true });
  }
}
