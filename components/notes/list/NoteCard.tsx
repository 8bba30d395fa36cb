import { useState } from "preact/hooks";
import { colourOf } from "../../../lib/annotate/codebook";
import type { Annotation, Code, Coder } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { CodeChip } from "../CodeChip";
import { NoteForm } from "./NoteForm";
import { NoteTools } from "./NoteTools";
import { NoteWords } from "./NoteWords";
import type { NotePlace } from "./note-facts";

/** What is told of the notes beside the one at hand, the same for all cards. */
export interface CardRoom {
  codes: ReadonlyMap<string, Code>;
  coders: ReadonlyMap<string, Coder>;
  onGo(note: Annotation): void;
  /** @returns whether it was kept */
  onEdit(note: Annotation, fields: Pick<Annotation, "note" | "codeIds" | "tags">): Promise<boolean>;
  onDelete(note: Annotation): void;
  onAttach(note: Annotation): void;
  /** While several are being chosen. */
  choosing?: { chosen: ReadonlySet<string>; toggle(id: string): void };
}

/** Where nothing can be scrolled to. */
const NOWHERE: ReadonlySet<NotePlace> = new Set(["lost", "kept", "here"]);

/** One passage with what a person made of it. */
export function NoteCard({ note, place, room }: { note: Annotation; place: NotePlace; room: CardRoom }) {
  const { phrase } = useTexts();
  const [editing, setEditing] = useState(false);
  const codes = note.codeIds.flatMap((id) => room.codes.get(id) ?? []);
  const [first] = codes;
  return (
    <article class="note-card" data-note={note.id} data-place={place} style={first && { "--code": colourOf(first) }}>
      <NoteWords note={note} room={room} canGo={!NOWHERE.has(place)} />
      {editing ? (
        <NoteForm note={note} onSave={(fields) => room.onEdit(note, fields)} onClose={() => setEditing(false)} />
      ) : (
        <>
          {note.note && (
            <p class="note-text" dir="auto">
              {note.note}
            </p>
          )}
          {(codes.length > 0 || note.tags.length > 0) && (
            <p class="note-marks">
              {codes.map((code) => (
                <CodeChip key={code.id} code={code} />
              ))}
              {note.tags.map((tag) => (
                <span key={tag} class="note-tag" dir="auto">
                  #{tag}
                </span>
              ))}
            </p>
          )}
          <NoteFacts note={note} place={place} coders={room.coders} />
          {place === "lost" && <p class="sub">{phrase("notesAttachHow")}</p>}
          <NoteTools note={note} place={place} room={room} onEdit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}

function NoteFacts({
  note,
  place,
  coders,
}: {
  note: Annotation;
  place: NotePlace;
  coders: ReadonlyMap<string, Coder>;
}) {
  const { phrase, date } = useTexts();
  const coder = coders.get(note.coderId);
  const who = coder?.own ? phrase("notesYou") : coder?.name || phrase("notesUnnamed");
  return (
    <p class="sub note-facts">
      {/* who coded is told where there are several */}
      {coders.size > 1 && (
        <>
          <bdi>{who}</bdi> ·{" "}
        </>
      )}
      <time dateTime={note.created}>{date(note.created)}</time> ·{" "}
      <span class="note-state">{phrase("notesState", { state: place })}</span>
    </p>
  );
}
