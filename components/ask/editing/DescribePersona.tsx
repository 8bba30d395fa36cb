import { useId, useRef, useState } from "preact/hooks";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { LONGEST, type PersonaActions } from "./editing-view";

/** A persona whom nobody here is: made from a description, and said to be just that before it is made. */
export function DescribePersona({
  actions,
  onMade,
}: {
  actions: Pick<PersonaActions, "describe">;
  onMade?: (personaId: string) => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const [made, setMade] = useState(false);
  const { busy, problem, act } = useActing();

  async function submit(event: Event) {
    event.preventDefault();
    const description = text.trim();
    setMissing(description === "");
    setMade(false);
    if (description === "") return field.current?.focus();
    if (busy) return;
    let personaId = "";
    const worked = await act(async () => {
      personaId = await actions.describe(description);
    });
    if (!worked) return;
    setText("");
    setMade(true);
    onMade?.(personaId);
  }

  return (
    <details class="persona-tools describe-persona">
      <summary>{phrase("personaEditDescribe")}</summary>
      <form class="card-note" noValidate onSubmit={submit}>
        <p class="not-grounded">{phrase("personaEditNotGrounded")}</p>
        <label for={id}>{phrase("personaEditDescription")}</label>
        <textarea
          id={id}
          ref={field}
          rows={3}
          dir="auto"
          value={text}
          maxLength={LONGEST.description}
          placeholder={phrase("personaEditDescriptionHint")}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {missing && (
          <p class="problem" id={`${id}-missing`} role="alert">
            {phrase("personaEditDescriptionMissing")}
          </p>
        )}
        <button type="submit" aria-disabled={busy}>
          {phrase("personaEditDescribeMake")}
        </button>
        <p class="sub" role="status">
          {made && phrase("personaEditDescribed")}
        </p>
        {problem !== undefined && <ProblemNote problem={problem} />}
      </form>
    </details>
  );
}
