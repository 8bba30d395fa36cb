/** Fields of a survey, each with what is wrong with it beside it. */
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { PROBLEM_CODES, type ProblemCode } from "../../../lib/domain";
import type { Phrase } from "../../../lib/locale";
import { useTexts } from "../../texts";
import type { DraftProblem } from "../draft-problems";

/** Problems that are shown now: none before somebody wants to run the survey. */
export const ProblemsContext = createContext<readonly DraftProblem[]>([]);

export function draftProblemText(
  { code, values: { name = "", other = "" } = {} }: DraftProblem,
  phrase: Phrase,
): string {
  if (PROBLEM_CODES.some((known) => known === code))
    return phrase("problem", { code: code as ProblemCode, name, other });
  return phrase("testFieldWrong", { code });
}

/** What a control needs to be one with its label, its hint and its problem. */
export interface FieldAttributes {
  id: string;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
}

export function Field({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: string;
  hint?: ComponentChildren;
  children: (attributes: FieldAttributes) => ComponentChildren;
}) {
  const problem = useFieldProblem(id);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div class="test-field">
      <label for={id}>{label}</label>
      {children({ id, "aria-invalid": problem !== undefined, "aria-describedby": described || undefined })}
      {hint && (
        <p class="sub" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldProblem id={id} />
    </div>
  );
}

/** Beside a control that is no {@link Field}; nothing where nothing is wrong. */
export function FieldProblem({ id }: { id: string }) {
  const problem = useFieldProblem(id);
  if (problem === undefined) return null;
  return (
    <p class="problem" id={`${id}-problem`}>
      {problem}
    </p>
  );
}

export function useFieldProblem(id: string): string | undefined {
  const { phrase } = useTexts();
  const found = useContext(ProblemsContext).find(({ field }) => field === id);
  return found && draftProblemText(found, phrase);
}

/** A number while it is typed: absent while the field is empty. */
export function NumberField({
  id,
  label,
  hint,
  value,
  min,
  max,
  step,
  onChange,
}: {
  id: string;
  label: string;
  hint?: ComponentChildren;
  value: number | undefined;
  min: number;
  max?: number;
  step?: number | "any";
  onChange: (value: number | undefined) => void;
}) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          class="text number"
          type="number"
          min={min}
          max={max}
          step={step}
          value={value ?? ""}
          onInput={({ currentTarget }) => {
            const { valueAsNumber } = currentTarget;
            onChange(Number.isFinite(valueAsNumber) ? valueAsNumber : undefined);
          }}
        />
      )}
    </Field>
  );
}
