import { useState } from "preact/hooks";
import type { MemoKind } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { useNotebook } from "../notebook-context";
import { MemoEntry } from "./MemoEntry";
import { MemoForm } from "./MemoForm";
import { draftAt } from "./memo-drafts";

/** Memos about one thing, and a way to write another. */
export function MemosAbout({
  kind,
  about,
  subjectId,
  name,
}: {
  kind: MemoKind;
  /** Absent: about the project. */
  about?: string;
  subjectId: string | undefined;
  /** What it is about, for those who hear the button without what stands around it. */
  name?: string;
}) {
  const { phrase } = useTexts();
  const { view } = useNotebook();
  const place = `new ${kind} ${about ?? subjectId ?? ""}`;
  // a draft that was left in the middle is open again
  const [writing, setWriting] = useState(() => (draftAt(place) ? crypto.randomUUID() : undefined));
  const memos = view.memos.filter(
    (memo) =>
      memo.id !== writing &&
      memo.kind === kind &&
      memo.about === about &&
      (about !== undefined || memo.subjectId === subjectId),
  );
  return (
    <div class="memos-about">
      {memos.map((memo) => (
        <MemoEntry key={memo.id} memo={memo} />
      ))}
      {writing ? (
        <MemoForm place={place} fresh={{ id: writing, kind, about, subjectId }} onClose={() => setWriting(undefined)} />
      ) : (
        <button
          type="button"
          class="link"
          aria-label={name && `${phrase("memoNew")}: ${name}`}
          onClick={() => setWriting(crypto.randomUUID())}
        >
          {phrase("memoNew")}
        </button>
      )}
    </div>
  );
}
