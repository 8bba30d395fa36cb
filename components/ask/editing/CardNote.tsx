import { useEffect, useId, useState } from "preact/hooks";
import { useTexts } from "../../texts";
import { LONGEST } from "./editing-view";

/** The person's own note on a card: shown as theirs, never evidence. */
export function CardNote({ note, onNote }: { note: string; onNote: (text: string) => void }) {
  const { phrase } = useTexts();
  const id = useId();
  const [text, setText] = useState(note);
  // taken back, or written in another panel
  useEffect(() => setText(note), [note]);
  const changed = text.trim() !== note;
  return (
    <form
      class="card-note"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onNote(text.trim());
      }}
    >
      <label for={id}>{phrase("personaEditNote")}</label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={text}
        maxLength={LONGEST.note}
        aria-describedby={`${id}-what`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="sub" id={`${id}-what`}>
        {phrase("personaEditNoteWhat")}
      </p>
      <button type="submit" class="small" aria-disabled={!changed}>
        {phrase("personaEditNoteSave")}
      </button>
    </form>
  );
}
