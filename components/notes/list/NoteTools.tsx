import type { Annotation } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { CardRoom } from "./NoteCard";
import type { NotePlace } from "./note-facts";

/** What can be done with one note. */
export function NoteTools({
  note,
  place,
  room,
  onEdit,
}: {
  note: Annotation;
  place: NotePlace;
  room: CardRoom;
  onEdit: () => void;
}) {
  const { phrase } = useTexts();
  const bare = note.note === "" && note.codeIds.length === 0 && note.tags.length === 0;
  const edit = phrase(bare ? "notesAddTo" : "notesEdit");
  const about = note.text.trim().slice(0, 60);
  const address = place === "elsewhere" ? safeAddress(note.target?.url) : undefined;
  return (
    <p class="note-tools">
      {place === "lost" && (
        <button type="button" class="small" onClick={() => room.onAttach(note)}>
          {phrase("notesAttach")}
        </button>
      )}
      {address && (
        <a class="link" href={address} target="_blank" rel="noreferrer">
          {phrase("notesOpenPage")}
        </a>
      )}
      <button type="button" class="link" data-edit aria-label={`${edit}: ${about}`} onClick={onEdit}>
        {edit}
      </button>
      <button
        type="button"
        class="link"
        aria-label={`${phrase("delete")}: ${about}`}
        onClick={() => room.onDelete(note)}
      >
        {phrase("delete")}
      </button>
    </p>
  );
}

/** Addresses come with notes of other people: only those of pages are opened. */
function safeAddress(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
