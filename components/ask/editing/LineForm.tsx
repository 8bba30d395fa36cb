import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useTexts } from "../../texts";

/** A line that can be written anew: words with a button, or a field in their place. The keyboard goes in and comes back. */
export function LineForm({
  label,
  words,
  sub,
  verb,
  value,
  placeholder,
  longest,
  editing,
  onEditing,
  onSave,
  children,
}: {
  /** What the line is, for ears and above the field. */
  label: string;
  words: string;
  sub?: string | undefined;
  verb: string;
  value: string;
  placeholder: string;
  longest: number;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  /** Heard only when something changed. */
  onSave: (value: string) => void;
  /** More buttons beside it. */
  children?: ComponentChildren;
}) {
  const { phrase } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useReturn(editing, button);
  if (editing) {
    return (
      <EditForm
        label={label}
        value={value}
        placeholder={placeholder}
        longest={longest}
        onEnd={(next) => {
          onEditing(false);
          if (next !== undefined && next !== value) onSave(next);
        }}
      />
    );
  }
  return (
    <div class="card-line">
      <span>
        <span dir="auto">{words}</span>
        {sub && <span class="sub">{sub}</span>}
      </span>
      <span class="actions">
        <button
          type="button"
          class="small"
          ref={button}
          aria-label={phrase("personaEditAbout", { verb, line: words })}
          onClick={() => onEditing(true)}
        >
          {verb}
        </button>
        {children}
      </span>
    </div>
  );
}

function EditForm({
  label,
  value,
  placeholder,
  longest,
  onEnd,
}: {
  label: string;
  value: string;
  placeholder: string;
  longest: number;
  /** Without a value when it was left. */
  onEnd: (value?: string) => void;
}) {
  const { phrase } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="card-line-form"
      onKeyDown={(event) => event.key === "Escape" && onEnd()}
      onSubmit={(event) => {
        event.preventDefault();
        onEnd(field.current?.value.trim() ?? "");
      }}
    >
      <input
        ref={field}
        class="text"
        dir="auto"
        aria-label={label}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={longest}
      />
      <span class="actions">
        <button type="submit" class="small">
          {phrase("save")}
        </button>
        <button type="button" class="small" onClick={() => onEnd()}>
          {phrase("cancel")}
        </button>
      </span>
    </form>
  );
}

/** When the field goes, the focus returns to the button that brought it. */
function useReturn(editing: boolean, button: { current: HTMLElement | null }): void {
  const before = useRef(editing);
  useEffect(() => {
    if (before.current && !editing) button.current?.focus();
    before.current = editing;
  }, [editing, button]);
}
