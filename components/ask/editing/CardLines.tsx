import { useState } from "preact/hooks";
import { type CardLine, personaCard } from "../../../lib/ask/persona/phrase";
import type { Persona, PersonaEdit } from "../../../lib/domain";
import { useKeptFocus } from "../../frame/use-kept-focus";
import { useTexts } from "../../texts";
import { LONGEST } from "./editing-view";
import { LineForm } from "./LineForm";

/** Every line of a card, to be said in other words or taken off it, and those taken off to be put back. */
export function CardLines({ persona, onEdit }: { persona: Persona; onEdit: (edit: PersonaEdit) => void }) {
  const { phrase } = useTexts();
  const { parts, hidden } = personaCard(persona, phrase);
  const { room, onFocusIn } = useKeptFocus<HTMLDivElement>();
  return (
    <div class="card-lines" ref={room} onFocusIn={onFocusIn} tabIndex={-1}>
      {parts.map(({ part, title, lines }) => (
        <section key={part} aria-label={title}>
          <h4>{title}</h4>
          {lines.map((line) => (
            <Line key={line.id} line={line} onEdit={onEdit} />
          ))}
        </section>
      ))}
      {hidden.length > 0 && (
        <section aria-label={phrase("personaEditHidden")}>
          <h4>{phrase("personaEditHidden")}</h4>
          {hidden.map(({ id, text, line }) => (
            <div key={id} class="card-line" data-row={id}>
              <span class="soft" dir="auto">
                {text}
              </span>
              <button
                type="button"
                class="small"
                aria-label={phrase("personaEditAbout", { verb: phrase("personaEditShow"), line: line.topic })}
                onClick={() => onEdit({ kind: "hide", lineId: id, hidden: false })}
              >
                {phrase("personaEditShow")}
              </button>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function Line({ line: { id, text, line }, onEdit }: { line: CardLine; onEdit: (edit: PersonaEdit) => void }) {
  const { phrase } = useTexts();
  const [editing, setEditing] = useState(false);
  return (
    <div data-row={id}>
      <LineForm
        label={phrase("personaEditWording", { topic: line.topic })}
        words={text}
        sub={line.text ? phrase("personaEditTheirs", { topic: line.topic }) : undefined}
        verb={phrase("personaEditReword")}
        value={line.text ?? ""}
        placeholder={line.topic}
        longest={LONGEST.line}
        editing={editing}
        onEditing={setEditing}
        onSave={(words) => onEdit({ kind: "word", lineId: id, text: words })}
      >
        <button
          type="button"
          class="small"
          aria-label={phrase("personaEditAbout", { verb: phrase("personaEditHide"), line: text })}
          onClick={() => onEdit({ kind: "hide", lineId: id, hidden: true })}
        >
          {phrase("personaEditHide")}
        </button>
      </LineForm>
    </div>
  );
}
