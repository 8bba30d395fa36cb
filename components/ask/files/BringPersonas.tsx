import { useId, useState } from "preact/hooks";
import { LARGEST_PERSONA_FILE } from "../../../lib/ask/persona/read-file";
import { type PersonasBrought, Problem } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PersonaActions } from "../editing/editing-view";

/** Takes personas from a file, and says of each what its quotes are worth here. */
export function BringPersonas({ actions }: { actions: Pick<PersonaActions, "bring"> }) {
  const { phrase } = useTexts();
  const hint = useId();
  const { busy, problem, act } = useActing();
  const [brought, setBrought] = useState<PersonasBrought>();
  async function bring(file: File) {
    setBrought(undefined);
    await act(async () => setBrought(await actions.bring(await contentOf(file), file.name)));
  }
  return (
    <div>
      <h4>{phrase("personaBring")}</h4>
      <p class="actions">
        <label class="button small" aria-disabled={busy}>
          {phrase("personaBringFile")}
          <input
            type="file"
            accept=".json,application/json"
            aria-describedby={hint}
            disabled={busy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // the same file may be chosen again after it was mended
              currentTarget.value = "";
              if (file) void bring(file);
            }}
          />
        </label>
      </p>
      <p class="sub" id={hint}>
        {phrase("personaBringWhat")}
      </p>
      <div role="status">{brought && <Told brought={brought} />}</div>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

function Told({ brought: { personas, left } }: { brought: PersonasBrought }) {
  const { phrase } = useTexts();
  return (
    <ul class="brought">
      {personas.map(({ personaId, name, grounded, found, lost }) => (
        <li key={personaId} dir="auto">
          {phrase("personaBrought", { name, grounded: grounded ? "yes" : "no", found, lost })}
        </li>
      ))}
      {personas.some(({ grounded }) => grounded) && <li>{phrase("personaBroughtCounted")}</li>}
      {left > 0 && <li>{phrase("personaBroughtLeft", { count: left })}</li>}
    </ul>
  );
}

/** @throws Problem before a file is read that is larger than any persona's */
async function contentOf(file: File): Promise<string> {
  const { name } = file;
  if (file.size > 3 * LARGEST_PERSONA_FILE)
    throw new Problem("persona_file_large", `${name} is larger than any persona file.`, { name });
  return file.text();
}
