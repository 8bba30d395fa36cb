/** Brings backups back; nothing else may write meanwhile. */
import { Problem } from "../../lib/domain";
import { onMessage } from "../../lib/protocol";
import { openBackup, summaryOf } from "../../lib/store/backup/file";
import { forgetUnfinished, restoreBackup } from "../../lib/store/backup/restore";
import type { EarshotDatabase } from "../../lib/store/db";

/** Where the panel lays files down. */
const INBOX = "inbox";

interface Parts {
  db: EarshotDatabase;
  /** Ends what goes on and rests on what is stored. */
  before: () => Promise<void>;
  /** Everything is another one now. */
  after: () => void;
}

export function openBackups({ db, before, after }: Parts): void {
  let busy = false;
  void forgetUnfinished(db).catch(() => undefined); // only room is lost
  onMessage("engineBackupLook", async ({ data: { name, title } }) =>
    summaryOf(await openBackup(await inboxFile(name, title), title)),
  );
  onMessage("engineRestore", async ({ data: { name, title, passphrase } }) => {
    if (busy) {
      const words = "A backup is being made or brought back already. Wait until it is done.";
      throw new Problem("backup_busy", words);
    }
    busy = true;
    try {
      const backup = await openBackup(await inboxFile(name, title), title);
      await before();
      const counts = await restoreBackup(db, backup, { name: title, passphrase });
      after();
      await discard(name).catch(() => undefined); // only room is lost
      return counts;
    } finally {
      busy = false;
    }
  });
}

async function inbox(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(INBOX, { create: true });
}

/** @throws Problem backup_other when it did not arrive */
async function inboxFile(name: string, title: string): Promise<File> {
  try {
    return await (await (await inbox()).getFileHandle(name)).getFile();
  } catch (error) {
    throw new Problem("backup_other", `${title} is no backup of Earshot.`, { name: title }, { cause: error });
  }
}

async function discard(name: string): Promise<void> {
  await (await inbox()).removeEntry(name);
}
