import { FIELDS, type Field } from "../../lib/collect/files/columns/field-names";
import type { ImportChoices } from "../../lib/collect/files/import";
import type { Preview } from "../../lib/collect/files/preview";
import { useTexts } from "../texts";

/** What people look for first comes first; the rest in the order of the fields. */
const FIRST: readonly Field[] = ["body", "title", "rating", "author", "date", "subject"];
const CHOICES: readonly (Field | "")[] = ["", ...FIRST, ...FIELDS.filter((field) => !FIRST.includes(field))];

/** The first rows, with what each column is taken for above it. */
export function PreviewTable({ preview, onChange }: { preview: Preview; onChange: (choices: ImportChoices) => void }) {
  const { phrase, number } = useTexts();
  const choose = (column: number, field: Field | "") => onChange({ fields: new Map([[column, field]]) });
  return (
    <section>
      <h2 id="import-columns">{phrase("importColumns")}</h2>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll the table */}
      <section class="table-room" aria-labelledby="import-columns" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{phrase("importRowNumber", { unit: preview.unit })}</span>
              </th>
              {preview.columns.map(({ name, field }, column) => (
                <th key={name} scope="col" class={field === "body" ? "wide" : ""}>
                  <span class="column-name" dir="auto" title={name}>
                    {name}
                  </span>
                  <select
                    class={field ? "used" : ""}
                    aria-label={phrase("importColumnHolds", { column: name })}
                    value={field}
                    onChange={({ currentTarget }) => choose(column, currentTarget.value as Field | "")}
                  >
                    {CHOICES.map((choice) => (
                      <option key={choice} value={choice}>
                        {phrase("importField", { field: choice || "none" })}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">{number(row.number)}</th>
                {row.cells.map((cell, column) => (
                  <td key={preview.columns[column]?.name} class={preview.columns[column]?.field ? "" : "unused"}>
                    <span dir="auto">{cell}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
