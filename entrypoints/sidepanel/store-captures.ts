/** Hands what was brought to the engine, batch after batch. */
import type { ImportView, StoredSubject } from "../../components/import/import-view";
import { problemCode } from "../../components/problem-text";
import type { ImportChoices } from "../../lib/collect/files/import";
import type { ImportLink } from "../../lib/collect/files/import-link";
import { sendMessage } from "../../lib/protocol";

type Stored = Omit<ImportView & { at: "stored" }, "at">;

/**
 * @param onDone hears of the number of reviews that were handed over
 * @returns what was stored, also when it was stopped or failed in the middle; never throws
 */
export async function storeCaptures(
  link: ImportLink,
  choices: ImportChoices,
  signal: AbortSignal,
  onDone: (done: number) => void,
): Promise<Stored> {
  const subjects = new Map<string, StoredSubject>();
  let done = 0;
  try {
    if (choices.subject !== undefined) await link.preview(choices);
    for await (const capture of link.captures()) {
      if (signal.aborted) return { how: "stopped", subjects: [...subjects.values()] };
      const { subjectId, found, added } = await sendMessage("engineCommit", { capture });
      const before = subjects.get(subjectId) ?? { id: subjectId, name: capture.subject.name ?? "", found: 0, added: 0 };
      subjects.set(subjectId, { ...before, found: before.found + found, added: before.added + added });
      done += capture.reviews.length;
      onDone(done);
    }
    return { how: "done", subjects: [...subjects.values()] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { how: "failed", subjects: [...subjects.values()], problem: problemCode(error), message };
  }
}
