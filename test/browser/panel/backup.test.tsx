/** Everything in one file, and back. */
import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { BackupActions } from "../../../components/settings/backup/backup-view";
import { Problem } from "../../../lib/domain";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietActions, READ } from "../components/scenes";

async function drawBackup(own: Partial<BackupActions>): Promise<void> {
  await draw(READ, { backup: { ...quietActions().backup, ...own } });
  open("Settings");
  await waitFor(() => screen.getByRole("heading", { name: "Backup" }));
}

function choose(name: string): void {
  const field = screen.getByLabelText("Bring a backup back…");
  fireEvent.change(field, { target: { files: [new File(["x"], name)] } });
}

describe("a backup", () => {
  it("is saved, and locked with the passphrase that was given", async () => {
    const save = vi.fn(async () => ({ name: "earshot-2026-05-10.earshot-backup", bytes: 48_200 }));
    await drawBackup({ save });
    const passphrase = screen.getByLabelText("Passphrase (optional)") as HTMLInputElement;
    expect(passphrase.type).toBe("password");
    fireEvent.input(passphrase, { target: { value: "four o'clock kettle" } });
    screen.getByRole("button", { name: "Save a backup" }).click();
    await waitFor(() => screen.getByText("Saved as earshot-2026-05-10.earshot-backup (48 kB)."));
    expect(save).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ passphrase: "four o'clock kettle" }));
    expect(passphrase.value).toBe("");
  });

  it("shows how far it is, and stops when it is told to", async () => {
    let stopped = false;
    const save: BackupActions["save"] = ({ signal, onShare }) => {
      onShare(0.25);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          stopped = true;
          reject(signal.reason);
        });
      });
    };
    await drawBackup({ save });
    screen.getByRole("button", { name: "Save a backup" }).click();
    const bar = await waitFor(() => screen.getByRole("progressbar", { name: "Writing the backup" }));
    await waitFor(() => expect(bar.getAttribute("aria-valuenow") ?? bar.getAttribute("value")).toMatch(/^(25|0\.25)$/));
    screen.getByRole("button", { name: "Stop" }).click();
    await waitFor(() => screen.getByRole("button", { name: "Save a backup" }));
    expect(stopped).toBe(true);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is brought back only after it was said what is in it and what it replaces", async () => {
    const restore = vi.fn(quietActions().backup.restore);
    await drawBackup({ restore });
    choose("mine.earshot-backup");
    await waitFor(() => screen.getByText("2 products, 36 reviews, 5 notes."));
    screen.getByText(/takes the place of everything/);
    expect(document.activeElement?.textContent).toBe("Keep");
    expect(await accessibilityProblems()).toEqual([]);
    expect(restore).not.toHaveBeenCalled();
    screen.getByRole("button", { name: "Replace everything" }).click();
    await waitFor(() => screen.getByText("Brought back: 2 products, 36 reviews, 5 notes."));
    expect(restore).toHaveBeenCalledOnce();
  });

  it("that is locked asks for its passphrase, and says when that is another one", async () => {
    const summary = { made: "2026-05-10T09:00:00Z", bytes: 100, locked: true };
    const restore = vi.fn(async () => {
      throw new Problem("backup_passphrase", "?", { name: "locked.earshot-backup" });
    });
    await drawBackup({ choose: async ({ name: title }) => ({ name: "n", title, summary }), restore });
    choose("locked.earshot-backup");
    const field = await waitFor(() => screen.getByLabelText("Its passphrase"));
    fireEvent.input(field, { target: { value: "not this one" } });
    screen.getByRole("button", { name: "Replace everything" }).click();
    await waitFor(() => screen.getByText(/This passphrase does not open locked.earshot-backup. Nothing was changed/));
    expect(restore).toHaveBeenCalledExactlyOnceWith(expect.anything(), "not this one");
    screen.getByRole("button", { name: "Keep" }).click();
    await waitFor(() => screen.getByLabelText("Bring a backup back…"));
  });

  it("that is none is told from one", async () => {
    const refuse = async () => {
      throw new Problem("backup_other", "?", { name: "photo.png" });
    };
    await drawBackup({ choose: refuse });
    choose("photo.png");
    await waitFor(() => screen.getByText("photo.png is no backup of Earshot."));
  });
});
