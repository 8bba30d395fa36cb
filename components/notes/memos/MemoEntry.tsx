import { useEffect, useRef, useState } from "preact/hooks";
import type { Memo } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { MemoForm } from "./MemoForm";

/** A memo as it reads; pressed, it can be changed where it stands. */
export function MemoEntry({ memo, about }: { memo: Memo; about?: string }) {
  const { phrase, date } = useTexts();
  const [editing, setEditing] = useState(false);
  const open = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing) open.current?.focus();
    was.current = editing;
  }, [editing]);
  if (editing)
    return (
      <MemoForm
        place={memo.id}
        memo={memo}
        fresh={memo}
        titled={memo.kind !== "journal"}
        onClose={() => setEditing(false)}
      />
    );
  const name = memo.title || memo.text.trim().slice(0, 60);
  return (
    <article class="memo" aria-label={name}>
      {memo.title && <h4 dir="auto">{memo.title}</h4>}
      {memo.text && (
        <p class="memo-text" dir="auto">
          {memo.text}
        </p>
      )}
      <p class="note-tools">
        <span class="sub">
          {about && <bdi>{about} · </bdi>}
          <time dateTime={memo.updated}>{date(memo.updated)}</time>
        </span>
        <button
          type="button"
          class="link"
          ref={open}
          aria-label={`${phrase("notesEdit")}: ${name}`}
          onClick={() => setEditing(true)}
        >
          {phrase("notesEdit")}
        </button>
      </p>
    </article>
  );
}
