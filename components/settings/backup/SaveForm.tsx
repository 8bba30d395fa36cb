import { useId, useRef, useState } from "preact/hooks";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { Progress } from "../engines/Progress";
import type { BackupActions } from "./backup-view";

/** Makes a backup, locked where a passphrase is given; can be stopped. */
export function SaveForm({ save }: { save: BackupActions["save"] }) {
  const { phrase, bytes } = useTexts();
  const { problem, act } = useActing();
  const [passphrase, setPassphrase] = useState("");
  const [share, setShare] = useState<number>();
  const [saved, setSaved] = useState("");
  const stop = useRef<AbortController>(undefined);
  const id = useId();

  async function submit(event: Event) {
    event.preventDefault();
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = controller;
    setSaved("");
    setShare(0);
    await act(async () => {
      const file = await save({ passphrase: passphrase || undefined, signal, onShare: setShare });
      setPassphrase("");
      setSaved(phrase("backupSaved", { name: file.name, size: bytes(file.bytes) }));
    });
    setShare(undefined);
  }

  return (
    <form class="backup-form" onSubmit={(event) => void submit(event)}>
      <label for={id}>{phrase("backupPassphrase")}</label>
      <input
        id={id}
        type="password"
        autocomplete="new-password"
        value={passphrase}
        aria-describedby={`${id}-why`}
        onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
      />
      <p id={`${id}-why`} class="sub">
        {phrase("backupPassphraseWhy")}
      </p>
      {share === undefined ? (
        <p class="actions">
          <button type="submit">{phrase("backupSave")}</button>
        </p>
      ) : (
        <div class="copying">
          <Progress label={phrase("backupSaving")} share={share} />
          <button type="button" class="small" onClick={() => stop.current?.abort()}>
            {phrase("stop")}
          </button>
        </div>
      )}
      <p class="sub" role="status">
        {saved}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </form>
  );
}
