/** What the section on backups can ask for. */
import type { BackupCounts, BackupSummary } from "../../../lib/notebook-protocol";

/** A backup that was chosen and looked into. */
export interface ChosenBackup {
  /** Where the panel laid it down. */
  name: string;
  /** What the person calls it. */
  title: string;
  summary: BackupSummary;
}

export interface BackupActions {
  /** Writes everything into one file and hands it over; locked with a passphrase where one is given. Answers its size in bytes. */
  save(options: {
    passphrase?: string;
    signal: AbortSignal;
    onShare: (share: number) => void;
  }): Promise<{ name: string; bytes: number }>;
  /** Lays a file down and looks into it; rejects when it is no backup. */
  choose(file: File, signal: AbortSignal): Promise<ChosenBackup>;
  /** Replaces everything. */
  restore(chosen: ChosenBackup, passphrase?: string): Promise<BackupCounts>;
  /** Forgets a chosen file. */
  leave(chosen: ChosenBackup): void;
}
