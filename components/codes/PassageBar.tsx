import { useState } from "preact/hooks";
import type { AnnotationDraft } from "../../lib/domain";
import { NoteForm } from "../notes/list/NoteForm";
import { useNotebook } from "../notes/notebook-context";
import { useTexts } from "../texts";

/** What can be made of the words that are selected in a review. */
export function PassageBar({ draft, onDone }: { draft: AnnotationDraft; onDone: () => void }) {
  const { phrase } = useTexts();
  const { actions, acts } = useNotebook();
  const [writing, setWriting] = useState(false);
  const make = (fields: Partial<AnnotationDraft>, what: string, inVivo?: true) =>
    acts.act(async () => actions?.make({ ...draft, ...fields }, inVivo), phrase("notesDone", { what }));
  // pressing a button must not take the selection away before it is kept
  const keep = (event: Event) => event.preventDefault();
  if (writing) return <NoteForm note={draft} onSave={(fields) => make(fields, "code")} onClose={onDone} />;
  return (
    <div class="passage-bar" role="toolbar" aria-label={phrase("notesMark")} onMouseDown={keep}>
      <button type="button" class="small" onClick={() => void make({}, "highlight").then((done) => done && onDone())}>
        {phrase("notesHighlight")}
      </button>
      <button type="button" class="small" onClick={() => setWriting(true)}>
        {phrase("notesNoteCodes")}
      </button>
      <button type="button" class="small" onClick={() => void make({}, "make", true).then((done) => done && onDone())}>
        {phrase("notesInVivo")}
      </button>
    </div>
  );
}
