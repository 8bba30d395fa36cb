import { useRef } from "preact/hooks";
import { useTexts } from "../texts";
import { NOTES_PLACES, type NotesPlace } from "./notes-place";

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The places within Notes: one tab stop, arrow keys move between them. Six names wrap where the panel is narrow. */
export function NotesTabs({ place, onChoose }: { place: NotesPlace; onChoose: (place: NotesPlace) => void }) {
  const { phrase } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const next = neighbour(place, event.key);
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#notes-tab-${next}`)?.focus();
  }
  return (
    <div class="notes-tabs" role="tablist" aria-label={phrase("notesPlaces")} ref={list} onKeyDown={onKeyDown}>
      {NOTES_PLACES.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`notes-tab-${name}`}
          aria-controls={name === place ? "notes-place" : undefined}
          aria-selected={name === place}
          tabIndex={name === place ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {phrase("notesPlace", { place: name })}
        </button>
      ))}
    </div>
  );
}

function neighbour(place: NotesPlace, key: string): NotesPlace | undefined {
  if (key === "Home") return NOTES_PLACES[0];
  if (key === "End") return NOTES_PLACES.at(-1);
  const step = STEPS[key];
  const index = NOTES_PLACES.indexOf(place);
  return step === undefined ? undefined : NOTES_PLACES[(index + step + NOTES_PLACES.length) % NOTES_PLACES.length];
}
