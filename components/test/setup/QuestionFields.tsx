import { QUESTION_KINDS, type Scale } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { hasOptions, hasScale, type QuestionDraft } from "../draft";
import { fieldId } from "../draft-problems";
import { useScaleName } from "../scale-name";
import { Field } from "./fields";
import { SkipFields } from "./SkipFields";

/** One question: its words, how it is answered, and of whom and what it is asked. */
export function QuestionFields({
  question,
  earlier,
  scales,
  concepts,
  onChange,
}: {
  question: QuestionDraft;
  earlier: readonly QuestionDraft[];
  scales: readonly Scale[];
  /** How many things are shown. */
  concepts: number;
  onChange: (part: Partial<QuestionDraft>) => void;
}) {
  const { phrase } = useTexts();
  const { id, kind, text, perConcept } = question;
  return (
    <>
      <Field id={fieldId("question", id)} label={phrase("testQuestionText")}>
        {(attributes) => (
          <textarea
            {...attributes}
            dir="auto"
            rows={2}
            value={text}
            onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
          />
        )}
      </Field>
      <Field id={fieldId("kind", id)} label={phrase("testKindTitle")} hint={phrase("testKindWhat", { kind })}>
        {(attributes) => (
          <select
            {...attributes}
            value={kind}
            onChange={({ currentTarget }) =>
              onChange({ kind: QUESTION_KINDS.find((one) => one === currentTarget.value) ?? kind })
            }
          >
            {QUESTION_KINDS.map((one) => (
              <option key={one} value={one}>
                {phrase("testKind", { kind: one })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {hasScale(kind) && <ScaleField question={question} scales={scales} onChange={onChange} />}
      {hasOptions(kind) && <LinesField question={question} part="options" onChange={onChange} />}
      {kind === "matrix" && <LinesField question={question} part="rows" onChange={onChange} />}
      {concepts > 0 && (
        <label class="test-tick">
          <input
            type="checkbox"
            checked={perConcept}
            onChange={({ currentTarget }) => onChange({ perConcept: currentTarget.checked })}
          />
          <span>{phrase("testPerConcept")}</span>
        </label>
      )}
      {earlier.length > 0 && <SkipFields question={question} earlier={earlier} onChange={onChange} />}
    </>
  );
}

function ScaleField({
  question: { id, scale },
  scales,
  onChange,
}: {
  question: QuestionDraft;
  scales: readonly Scale[];
  onChange: (part: Partial<QuestionDraft>) => void;
}) {
  const { phrase } = useTexts();
  const nameOf = useScaleName();
  const chosen = scales.find((one) => one.id === scale);
  return (
    <Field id={fieldId("scale", id)} label={phrase("testScale")} hint={chosen?.weak && phrase("testScaleWeakWhat")}>
      {(attributes) => (
        <select
          {...attributes}
          value={scale}
          onChange={({ currentTarget }) => onChange({ scale: currentTarget.value })}
        >
          {!chosen && <option value={scale}>{phrase("testScaleGone")}</option>}
          {scales.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
              {one.weak && ` ${phrase("testScaleWeak")}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function LinesField({
  question,
  part,
  onChange,
}: {
  question: QuestionDraft;
  part: "options" | "rows";
  onChange: (part: Partial<QuestionDraft>) => void;
}) {
  const { phrase } = useTexts();
  return (
    <Field
      id={fieldId(part, question.id)}
      label={phrase("testLines", { kind: part === "rows" ? "matrix" : question.kind })}
      hint={phrase("testLinesWhat")}
    >
      {(attributes) => (
        <textarea
          {...attributes}
          dir="auto"
          rows={4}
          value={question[part]}
          onInput={({ currentTarget }) =>
            onChange(part === "rows" ? { rows: currentTarget.value } : { options: currentTarget.value })
          }
        />
      )}
    </Field>
  );
}
