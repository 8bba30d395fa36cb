import { useId } from "preact/hooks";
import type { Memo } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { useNotebook } from "../notebook-context";
import { type FreshMemo, useMemoWriting } from "./use-memo-writing";

/** A memo being written: plain text with its line breaks. Leaving it stores it; nothing typed is ever lost. */
export function MemoForm({
  place,
  memo,
  fresh,
  label,
  titled = true,
  onClose,
}: {
  /** Under which its draft is kept. */
  place: string;
  memo?: Memo;
  fresh: FreshMemo;
  /** What the text is called, where "Memo" does not say it. */
  label?: string;
  titled?: boolean;
  /** Absent where it always stands open. */
  onClose?: () => void;
}) {
  const { phrase } = useTexts();
  const { actions, acts } = useNotebook();
  const id = useId();
  const writing = useMemoWriting(place, memo, fresh);
  const close = async () => {
    if (await writing.save()) onClose?.();
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    const ends = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (!ends) return;
    event.preventDefault();
    event.stopPropagation();
    void close();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is sent: it keeps itself
    <div
      class="memo-form"
      role="group"
      aria-label={phrase("memoTitle")}
      onKeyDown={onKeyDown}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) void writing.save();
      }}
    >
      {titled && (
        <>
          <label for={`${id}-title`}>{phrase("memoName")}</label>
          <input
            id={`${id}-title`}
            value={writing.title}
            maxLength={200}
            dir="auto"
            onInput={(event) => writing.write({ title: event.currentTarget.value })}
          />
        </>
      )}
      <label for={`${id}-text`}>{label ?? phrase("memoText")}</label>
      <textarea
        id={`${id}-text`}
        ref={onClose ? focusOnce : undefined}
        value={writing.text}
        rows={4}
        dir="auto"
        maxLength={100_000}
        onInput={(event) => writing.write({ text: event.currentTarget.value })}
      />
      <p class="sub" role="status">
        {writing.restored ? phrase("memoRestored") : phrase("memoState", { state: writing.state })}
      </p>
      {writing.problem && (
        <p class="problem" role="alert">
          {writing.problem}
        </p>
      )}
      {onClose && (
        <p class="actions">
          <button type="button" class="small" onClick={() => void close()}>
            {phrase("memoDone")}
          </button>
          {memo && (
            <button
              type="button"
              class="link"
              onClick={() => {
                onClose();
                void acts.act(async () => actions?.removeMemo(memo.id), phrase("notesDone", { what: "memo" }));
              }}
            >
              {phrase("memoDelete")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (!field || field.dataset.met) return;
  field.dataset.met = "yes";
  field.focus();
}
