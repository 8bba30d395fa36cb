import type { Persona } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PersonaActions } from "../editing/editing-view";
import { BringPersonas } from "./BringPersonas";
import { PERSONA_FORMATS, type PersonaFormat, type PersonaSaving, saveAll } from "./persona-export";

/** All cards of a product as files, and cards from a file to stand beside them. */
export function PersonaFiles({
  personas,
  saving,
  actions,
}: {
  personas: readonly Persona[];
  saving: Omit<PersonaSaving, "phrase">;
  actions: Pick<PersonaActions, "bring">;
}) {
  const { phrase } = useTexts();
  return (
    <details class="persona-tools group-tools">
      <summary>{phrase("personaFiles")}</summary>
      <div class="persona-editing persona-files">
        {personas.length > 0 && <SaveAll personas={personas} saving={saving} />}
        <BringPersonas actions={actions} />
      </div>
    </details>
  );
}

function SaveAll({ personas, saving }: { personas: readonly Persona[]; saving: Omit<PersonaSaving, "phrase"> }) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const save = (format: PersonaFormat) => void act(() => saveAll(personas, format, { ...saving, phrase }));
  return (
    <div>
      <h4>{phrase("personaSaveAll", { count: personas.length })}</h4>
      <p class="actions">
        {PERSONA_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="small"
            aria-label={phrase("personaEditAbout", {
              verb: phrase("personaSaveAs", { format }),
              line: phrase("personaSaveAll", { count: personas.length }),
            })}
            aria-disabled={busy}
            onClick={busy ? undefined : () => save(format)}
          >
            {phrase("personaSaveAs", { format })}
          </button>
        ))}
      </p>
      <p class="sub">{phrase("personaSaveWhat")}</p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
