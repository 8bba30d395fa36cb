/** The journal day by day: what was written beside what was done. Pure. */
import type { Change, Memo } from "../../../lib/domain";

export interface JournalDay {
  /** In the reader's own time zone, `YYYY-MM-DD`. */
  day: string;
  entries: readonly Memo[];
  /** The latest first; what was taken back is left out. */
  changes: readonly Change[];
}

/** @returns days on which something was written or done, the latest first */
export function journalDays(memos: readonly Memo[], changes: readonly Change[]): JournalDay[] {
  const days = new Map<string, { entries: Memo[]; changes: Change[] }>();
  const at = (day: string) => {
    const known = days.get(day) ?? { entries: [], changes: [] };
    days.set(day, known);
    return known;
  };
  for (const memo of memos) if (memo.kind === "journal") at(dayOf(memo.created)).entries.push(memo);
  for (const change of changes) if (!change.undone) at(dayOf(change.at)).changes.push(change);
  return [...days].map(([day, told]) => ({ day, ...told })).sort((a, b) => b.day.localeCompare(a.day));
}

/** @param iso a moment; @returns the day it was for whoever reads it */
export function dayOf(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
