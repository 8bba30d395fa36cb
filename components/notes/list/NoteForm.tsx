import { useId, useState } from "preact/hooks";
import type { Annotation } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { CodePicker } from "../CodePicker";

type NoteFields = Pick<Annotation, "note" | "codeIds" | "tags">;

/** Note, codes and tags of a passage. Ctrl+Enter keeps them, Escape leaves what was there. */
export function NoteForm({
  note,
  onSave,
  onClose,
}: {
  note: NoteFields;
  /** @returns whether it was kept */
  onSave: (fields: NoteFields) => Promise<boolean>;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  const [text, setText] = useState(note.note);
  const [codeIds, setCodeIds] = useState<string[]>([...note.codeIds]);
  const [tags, setTags] = useState(note.tags.join(", "));
  async function save(event?: Event) {
    event?.preventDefault();
    if (await onSave({ note: text, codeIds, tags: tagsIn(tags) })) onClose();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(event);
  }
  return (
    <form class="note-form" onSubmit={save} onKeyDown={onKeyDown}>
      <label for={`${id}-text`}>{phrase("notesText")}</label>
      <textarea
        id={`${id}-text`}
        ref={focusOnce}
        value={text}
        rows={3}
        dir="auto"
        maxLength={20_000}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <CodePicker chosen={codeIds} onChange={setCodeIds} />
      <label for={`${id}-tags`}>{phrase("notesTags")}</label>
      <input id={`${id}-tags`} value={tags} dir="auto" onInput={(event) => setTags(event.currentTarget.value)} />
      <p class="actions">
        <button type="submit" class="main" aria-keyshortcuts="Control+Enter">
          {phrase("save")}
        </button>
        <button type="button" onClick={onClose}>
          {phrase("cancel")}
        </button>
      </p>
    </form>
  );
}

function tagsIn(line: string): string[] {
  return line
    .split(/[,，、]/u)
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** The keyboard goes to the note when the form opens, with the caret at its end, and is left alone afterwards. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  if (!field || field.dataset.met) return;
  field.dataset.met = "yes";
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
