import type { Choice, FieldProposal } from "../../lib/collect/recipe/recipe";
import { useTexts } from "../texts";

/** Characters of a text by which it is recognised in a list. */
const SHOWN = 60;

/** One field: which of the texts in a record it is. */
export function FieldRow({
  field,
  chosen,
  onChoose,
}: {
  field: FieldProposal;
  chosen: number;
  onChoose: (choice: number) => void;
}) {
  const { phrase } = useTexts();
  const id = `pick-${field.name}`;
  const offered = field.choices
    .map((choice, index) => ({ choice, index }))
    .filter(({ choice, index }) => !isTwin(field, index) && !isIdle(field, choice));
  return (
    <div class="choice">
      <label for={id}>{phrase("pickField", { field: field.name })}</label>
      <select id={id} value={String(chosen)} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {offered.map(({ choice, index }) => (
          <option key={index} value={String(index)}>
            {nameOf(choice, phrase)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Reading as on any page is no other choice where it gives what the proposed part gives. */
function isTwin({ choices, proposed }: FieldProposal, index: number): boolean {
  const [auto, other] = [choices[index], choices[proposed]];
  if (index === proposed || auto === undefined || auto.rule !== undefined) return false;
  return JSON.stringify(auto.values) === JSON.stringify(other?.values);
}

/** "Not in these reviews" is no other choice where nothing is found in them. */
function isIdle({ choices, proposed }: FieldProposal, { rule }: Choice): boolean {
  return rule?.length === 0 && proposed === 0 && !choices[0]?.values.some(Boolean);
}

function nameOf({ rule, values }: Choice, phrase: ReturnType<typeof useTexts>["phrase"]): string {
  if (rule?.length === 0) return phrase("pickNone");
  const text = values.find(Boolean)?.replace(/\s+/g, " ");
  if (text === undefined) return phrase("pickAuto");
  if (text === "✓") return phrase("verified");
  const letters = [...text];
  return `“${letters.length > SHOWN ? `${letters.slice(0, SHOWN).join("")}…` : text}”`;
}
