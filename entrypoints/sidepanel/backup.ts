/** Backups: written here, since that only reads, and brought back by the engine. */
import type { BackupActions } from "../../components/settings/backup/backup-view";
import { Problem } from "../../lib/domain";
import { sendMessage } from "../../lib/protocol";
import { writeBackup } from "../../lib/store/backup/write";
import type { EarshotDatabase } from "../../lib/store/db";
import { layDown, takeBack } from "./inbox";
import { saveFile } from "./save-file";

const ENDING = ".earshot-backup";

export function backupActions(db: EarshotDatabase): BackupActions {
  return {
    save: async ({ passphrase, signal, onShare }) => {
      const now = new Date().toISOString();
      const onRows = (done: number, of: number) => onShare(done / Math.max(1, of));
      const file = await writeBackup(db, { now, passphrase, signal, onRows });
      const name = `earshot-${now.slice(0, 10)}${ENDING}`;
      saveFile(name, file, file.type);
      return { name, bytes: file.size };
    },
    choose: async (file, signal) => {
      const { name: title } = file;
      if (file.size === 0) throw new Problem("backup_other", `${title} is no backup of Earshot.`, { name: title });
      const name = await layDown(file, { signal, ending: ENDING });
      try {
        return { name, title, summary: await sendMessage("engineBackupLook", { name, title }) };
      } catch (error) {
        await takeBack(name);
        throw error;
      }
    },
    restore: ({ name, title }, passphrase) => sendMessage("engineRestore", { name, title, passphrase }),
    leave: ({ name }) => void takeBack(name).catch(() => undefined), // it is tidied away with the next one
  };
}
