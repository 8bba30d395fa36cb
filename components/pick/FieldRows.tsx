import type { Decisions } from "../../lib/collect/recipe/choose-fields";
import type { FieldName, FieldProposal } from "../../lib/collect/recipe/recipe";
import { useTexts } from "../texts";
import { FieldRow } from "./FieldRow";

/** Fields that nearly every review has; the others are out of the way until they are found or asked for. */
const USUAL: readonly FieldName[] = ["body", "title", "author", "date", "rating"];

interface FieldRowsProps {
  fields: readonly FieldProposal[];
  decisions: Decisions;
  onChoose: (name: FieldName, choice: number) => void;
}

/** One row for each field, with what stands in the records to choose from. */
export function FieldRows({ fields, decisions, onChoose }: FieldRowsProps) {
  const { phrase } = useTexts();
  const isAtHand = ({ name, choices, proposed }: FieldProposal) =>
    USUAL.includes(name) || (choices[proposed]?.values ?? []).some(Boolean);
  const row = (field: FieldProposal) => (
    <FieldRow
      key={field.name}
      field={field}
      chosen={decisions.choices.get(field.name) ?? field.proposed}
      onChoose={(choice) => onChoose(field.name, choice)}
    />
  );
  const rest = fields.filter((field) => !isAtHand(field));
  return (
    <div class="pick-fields">
      {fields.filter(isAtHand).map(row)}
      {rest.length > 0 && (
        <details>
          <summary>{phrase("pickMoreFields")}</summary>
          {rest.map(row)}
        </details>
      )}
    </div>
  );
}
