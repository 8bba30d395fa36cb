import { useState } from "preact/hooks";
import type { Annotation } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { CardRoom } from "./NoteCard";

/** Longer passages are folded (characters). */
const FOLD = 280;

/** The words themselves, verbatim: pressed, the page scrolls to them. Long ones are folded. */
export function NoteWords({ note, room, canGo }: { note: Annotation; room: CardRoom; canGo: boolean }) {
  const { phrase } = useTexts();
  const [whole, setWhole] = useState(false);
  const isLong = note.text.length > FOLD;
  const words = phrase("quoted", { text: isLong && !whole ? `${cut(note.text)}…` : note.text.trim() });
  const about = cut(note.text, 60);
  const { choosing } = room;
  return (
    <div class="note-head">
      {choosing && (
        <input
          type="checkbox"
          checked={choosing.chosen.has(note.id)}
          aria-label={phrase("notesChooseOne", { words: about })}
          onChange={() => choosing.toggle(note.id)}
        />
      )}
      <div class="note-quote">
        <button
          type="button"
          class="quiet note-words"
          dir="auto"
          disabled={!canGo}
          title={canGo ? phrase("notesGo", { words: about }) : undefined}
          onClick={() => room.onGo(note)}
        >
          {words}
        </button>
        {isLong && (
          <button type="button" class="link small-text" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {phrase(whole ? "notesLess" : "notesMore")}
          </button>
        )}
      </div>
    </div>
  );
}

/** @returns the first characters, whole words where there are spaces */
function cut(text: string, length = FOLD): string {
  const trimmed = text.trim();
  if (trimmed.length <= length) return trimmed;
  const start = Array.from(trimmed).slice(0, length).join("");
  return start.replace(/\s+\S*$/u, "") || start;
}
