import { useState } from "preact/hooks";
import type { ConflictChoice, MergeConflict, MergePlan } from "../../../lib/domain";
import { useTexts } from "../../texts";

const CHOICES = ["mine", "theirs", "both"] as const;

/** What bringing a file would do, with a choice for each thing that differs; nothing is stored before. */
export function PlanView({
  plan,
  busy,
  onBring,
  onLeave,
}: {
  plan: MergePlan;
  busy: boolean;
  onBring: (choices: Readonly<Record<string, ConflictChoice>>) => void;
  onLeave: () => void;
}) {
  const { phrase } = useTexts();
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>({});
  const { fresh, same, conflicts, warnings } = plan;
  const { codes, annotations, memos } = fresh;
  return (
    <form
      class="exchange-plan"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onBring(choices);
      }}
    >
      <h3 dir="auto">{plan.title}</h3>
      <p>{phrase("exchangePlan", { codes, annotations, memos, same })}</p>
      {warnings.length > 0 && (
        <ul class="sub">
          {warnings.map(({ code, name, count }) => (
            <li key={`${code} ${name}`}>{phrase("exchangeWarning", { code, name, count })}</li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && <h4>{phrase("exchangeConflicts", { count: conflicts.length })}</h4>}
      {conflicts.map((conflict) => (
        <Conflict
          key={conflict.id}
          conflict={conflict}
          choice={choices[conflict.id] ?? "mine"}
          onChoose={(choice) => setChoices((before) => ({ ...before, [conflict.id]: choice }))}
        />
      ))}
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy}>
          {phrase("exchangeTake")}
        </button>
        <button type="button" onClick={onLeave}>
          {phrase("cancel")}
        </button>
      </p>
    </form>
  );
}

function Conflict({
  conflict: { id, name, fields },
  choice,
  onChoose,
}: {
  conflict: MergeConflict;
  choice: ConflictChoice;
  onChoose: (choice: ConflictChoice) => void;
}) {
  const { phrase } = useTexts();
  return (
    <fieldset class="exchange-conflict">
      <legend dir="auto">{name}</legend>
      <dl>
        {fields.map(({ field, mine, theirs }) => (
          <div key={field}>
            <dt>{phrase("exchangeField", { field })}</dt>
            <dd dir="auto">{mine || "—"}</dd>
            <dd dir="auto">{theirs || "—"}</dd>
          </div>
        ))}
      </dl>
      {CHOICES.map((one) => (
        <label key={one}>
          <input type="radio" name={`conflict-${id}`} checked={one === choice} onChange={() => onChoose(one)} />{" "}
          {phrase("exchangeChoice", { choice: one })}
        </label>
      ))}
    </fieldset>
  );
}
