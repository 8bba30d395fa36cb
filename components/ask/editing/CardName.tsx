import { useState } from "preact/hooks";
import { personaName } from "../../../lib/ask/persona/phrase";
import type { Persona } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { LONGEST } from "./editing-view";
import { LineForm } from "./LineForm";

/** The name of a persona: another one in its place, or the one it was found under when the field is emptied. */
export function CardName({ persona, onName }: { persona: Persona; onName: (name: string) => void }) {
  const { phrase } = useTexts();
  const [editing, setEditing] = useState(false);
  const found = personaName({ ...persona, name: undefined }, phrase);
  return (
    <LineForm
      label={phrase("personaEditName")}
      words={persona.name ?? found}
      sub={persona.name ? phrase("personaEditFoundAs", { name: found }) : undefined}
      verb={phrase("rename")}
      value={persona.name ?? ""}
      placeholder={found}
      longest={LONGEST.name}
      editing={editing}
      onEditing={setEditing}
      onSave={onName}
    />
  );
}
