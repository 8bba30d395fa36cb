import { useId, useRef, useState } from "preact/hooks";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { BackupActions, ChosenBackup } from "./backup-view";

/** Chooses a backup, says what is in it, and brings it back after one more question. */
export function RestoreForm({ actions }: { actions: BackupActions }) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [chosen, setChosen] = useState<ChosenBackup>();
  const [told, setTold] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const back = () => queueMicrotask(() => field.current?.focus());

  async function choose(file: File) {
    setTold("");
    await act(async () => setChosen(await actions.choose(file, new AbortController().signal)));
  }
  async function restore(passphrase: string | undefined) {
    if (!chosen) return;
    await act(async () => {
      const { subjects, reviews, annotations } = await actions.restore(chosen, passphrase);
      setChosen(undefined);
      setTold(phrase("backupRestored", { subjects, reviews, annotations }));
      back();
    });
  }
  function leave() {
    if (chosen) actions.leave(chosen);
    setChosen(undefined);
    back();
  }
  return (
    <div class="backup-form">
      {chosen ? (
        <Question key={chosen.name} chosen={chosen} busy={busy} onRestore={restore} onLeave={leave} />
      ) : (
        <label class="choose-file">
          {phrase("backupChoose")}
          <input
            ref={field}
            type="file"
            accept=".earshot-backup"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void choose(file);
              currentTarget.value = ""; // the same file can be chosen again
            }}
          />
        </label>
      )}
      <p class="sub" role="status">
        {told}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

/** What stands in the file, and that it takes the place of everything. */
function Question({
  chosen: { title, summary },
  busy,
  onRestore,
  onLeave,
}: {
  chosen: ChosenBackup;
  busy: boolean;
  onRestore: (passphrase: string | undefined) => Promise<void>;
  onLeave: () => void;
}) {
  const { phrase, bytes, date } = useTexts();
  const [passphrase, setPassphrase] = useState("");
  const id = useId();
  const { counts, locked } = summary;
  const facts = [date(summary.made), bytes(summary.bytes), locked && phrase("backupIsLocked")];
  return (
    <form
      class="confirm"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void onRestore(passphrase || undefined);
      }}
    >
      <p id={`${id}-title`}>
        <b dir="auto">{title}</b>
        <span class="sub"> {facts.filter(Boolean).join(" · ")}</span>
      </p>
      {counts && <p>{phrase("backupHolds", { ...counts })}</p>}
      <p>{phrase("backupReplaces")}</p>
      {locked && (
        <label class="backup-open">
          {phrase("backupOpenWith")}
          <input
            type="password"
            autocomplete="current-password"
            value={passphrase}
            onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
        </label>
      )}
      <button type="button" class="small" ref={focusOnce} onClick={onLeave}>
        {phrase("keep")}
      </button>
      <button type="submit" class="small danger" aria-disabled={busy}>
        {phrase(busy ? "backupRestoring" : "backupRestore")}
      </button>
    </form>
  );
}

/** The keyboard goes to what changes nothing, once. */
function focusOnce(button: HTMLButtonElement | null): void {
  if (!button || button.dataset.met) return;
  button.dataset.met = "yes";
  button.focus();
}
