import { useState } from "preact/hooks";
import { personaName } from "../../../lib/ask/persona/phrase";
import type { Persona, PersonaEdit } from "../../../lib/domain";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { CardLines } from "./CardLines";
import { CardName } from "./CardName";
import { CardNote } from "./CardNote";
import type { PersonaActions } from "./editing-view";

/** What a person can change about a card, folded away until it is wanted. What reviewers wrote is never changed: a new wording is marked. */
export function PersonaTools({
  persona,
  actions,
  onMade,
}: {
  persona: Persona;
  actions: PersonaActions;
  /** Hears of a copy that was made. */
  onMade?: (personaId: string) => void;
}) {
  const { phrase } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details class="persona-tools" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {phrase("personaEdit")}
        <span class="unseen">: {personaName(persona, phrase)}</span>
      </summary>
      {open && <Tools persona={persona} actions={actions} onMade={onMade} />}
    </details>
  );
}

function Tools({
  persona,
  actions,
  onMade,
}: {
  persona: Persona;
  actions: PersonaActions;
  onMade: ((personaId: string) => void) | undefined;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [said, setSaid] = useState("");
  const name = personaName(persona, phrase);

  async function edit(change: PersonaEdit) {
    setSaid("");
    const done = change.kind === "hide" && !change.hidden ? "show" : change.kind;
    if (await act(() => actions.edit(persona.id, change))) setSaid(phrase("personaEditDone", { done }));
  }
  async function undo() {
    setSaid("");
    let taken: PersonaEdit | undefined;
    const worked = await act(async () => {
      taken = await actions.undo(persona.id);
    });
    if (worked) setSaid(phrase(taken ? "themeUndone" : "themeNothingToUndo"));
  }
  async function copy() {
    setSaid("");
    let id = "";
    const worked = await act(async () => {
      id = await actions.copy(persona.id);
    });
    if (!worked) return;
    setSaid(phrase("personaEditCopied"));
    onMade?.(id);
  }

  return (
    <div class="persona-editing">
      <p class="sub">{phrase("personaEditHow")}</p>
      <CardName persona={persona} onName={(given) => void edit({ kind: "name", name: given })} />
      <CardLines persona={persona} onEdit={(change) => void edit(change)} />
      <CardNote note={persona.note ?? ""} onNote={(text) => void edit({ kind: "note", text })} />
      <div class="actions">
        <button type="button" class="small" aria-disabled={busy} onClick={busy ? undefined : () => void undo()}>
          {phrase("undoLast")}
        </button>
        <button type="button" class="small" aria-disabled={busy} onClick={busy ? undefined : () => void copy()}>
          {phrase("personaEditCopy")}
        </button>
        {persona.byHand && (
          <ConfirmButton
            label={phrase("delete")}
            about={name}
            question={phrase("personaEditDelete")}
            onConfirm={() => void act(() => actions.remove(persona.id))}
          />
        )}
      </div>
      <p class="sub" role="status">
        {said}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
