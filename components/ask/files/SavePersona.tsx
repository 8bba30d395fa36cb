import { personaName } from "../../../lib/ask/persona/phrase";
import type { Persona } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { PERSONA_FORMATS, type PersonaSaving, saveOne } from "./persona-export";

/** One card as a file. What leaves with it is said beside the buttons. */
export function SavePersona({ persona, saving }: { persona: Persona; saving: Omit<PersonaSaving, "phrase"> }) {
  const { phrase } = useTexts();
  const { problem, act } = useActing();
  const name = personaName(persona, phrase);
  return (
    <div class="card-part persona-files">
      <h4>{phrase("personaSave")}</h4>
      <p class="actions">
        {PERSONA_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="small"
            aria-label={phrase("personaEditAbout", { verb: phrase("personaSaveAs", { format }), line: name })}
            onClick={() => void act(async () => saveOne(persona, format, { ...saving, phrase }))}
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
