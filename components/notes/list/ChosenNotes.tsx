import { useState } from "preact/hooks";
import { useTexts } from "../../texts";
import { CodePicker } from "../CodePicker";

/** What can be done with several notes at once. */
export function ChosenNotes({
  count,
  onAll,
  onDelete,
  onCode,
  onEnd,
}: {
  count: number;
  onAll: () => void;
  onDelete: () => void;
  /** Gives all of them codes. */
  onCode: (codeIds: string[]) => void;
  onEnd: () => void;
}) {
  const { phrase } = useTexts();
  const [coding, setCoding] = useState(false);
  return (
    <div class="notes-chosen">
      <p class="actions">
        <span role="status">{phrase("notesChosen", { count })}</span>
        <button type="button" class="small" onClick={onAll}>
          {phrase("notesChooseAll")}
        </button>
        <button
          type="button"
          class="small"
          disabled={count === 0}
          aria-expanded={coding}
          onClick={() => setCoding(!coding)}
        >
          {phrase("notesGiveCode")}
        </button>
        <button type="button" class="small danger" disabled={count === 0} onClick={onDelete}>
          {phrase("delete")}
        </button>
        <button type="button" class="small" onClick={onEnd}>
          {phrase("notesChooseEnd")}
        </button>
      </p>
      {coding && count > 0 && (
        <CodePicker
          chosen={[]}
          onChange={(codeIds) => {
            setCoding(false);
            onCode(codeIds);
          }}
        />
      )}
    </div>
  );
}
