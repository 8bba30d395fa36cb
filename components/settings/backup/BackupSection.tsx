import { useTexts } from "../../texts";
import type { BackupActions } from "./backup-view";
import { RestoreForm } from "./RestoreForm";
import { SaveForm } from "./SaveForm";

/** Everything in one file, and back. */
export function BackupSection({ actions }: { actions: BackupActions }) {
  const { phrase } = useTexts();
  return (
    <section>
      <h2>{phrase("backup")}</h2>
      <p class="soft">{phrase("backupWhat")}</p>
      <SaveForm save={actions.save} />
      <RestoreForm actions={actions} />
    </section>
  );
}
