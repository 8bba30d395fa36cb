import { useId } from "preact/hooks";
import { useTexts } from "../../texts";
import type { NotebookView } from "../notebook-view";

const COLOURS = ["code", "sentiment"] as const;

/** Whether notes are painted on the page, and by what. */
export function NotesLook({
  look,
  onLook,
}: {
  look: NotebookView["look"];
  onLook: (look: NotebookView["look"]) => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  return (
    <div class="notes-look">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={look.on}
          aria-checked={look.on}
          onChange={(event) => onLook({ ...look, on: event.currentTarget.checked })}
        />{" "}
        {phrase("notesShow")}
      </label>
      {look.on && (
        <label for={id}>
          {phrase("notesColour")}{" "}
          <select
            id={id}
            value={look.colourBy}
            onChange={(event) => {
              const colourBy = COLOURS.find((by) => by === event.currentTarget.value);
              if (colourBy) onLook({ ...look, colourBy });
            }}
          >
            {COLOURS.map((by) => (
              <option key={by} value={by}>
                {phrase("notesColourBy", { by })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
