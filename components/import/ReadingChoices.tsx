import { useId } from "preact/hooks";
import { DELIMITERS } from "../../lib/collect/files/formats/delimiters";
import { ENCODINGS } from "../../lib/collect/files/formats/encodings";
import { LAYOUTS } from "../../lib/collect/files/formats/layouts";
import type { ImportChoices } from "../../lib/collect/files/import";
import type { Preview } from "../../lib/collect/files/preview";
import { selector, useTexts } from "../texts";

const DELIMITER_NAMES = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
]);
const SCALES = [3, 4, 5, 6, 7, 10, 20, 100];

type Change = (choices: ImportChoices) => void;

/** How the file was read: guesses that can be wrong, open at once where one of them is doubtful. */
export function ReadingChoices({ preview, onChange }: { preview: Preview; onChange: Change }) {
  const { phrase } = useTexts();
  const { encoding, delimiter, sheets, layout, header, scale, order } = preview;
  const doubtful =
    encoding?.sure === false || order !== undefined || (sheets?.names.length ?? 1) > 1 || layout !== undefined;
  const rows = [encoding, delimiter, sheets, layout, scale, order].filter((fact) => fact !== undefined);
  if (rows.length === 0 && header === undefined) return null;
  return (
    <section>
      <details class="how-read" open={doubtful}>
        <summary>{phrase("importHow")}</summary>
        {encoding?.damaged && <p class="import-problem">{phrase("importDamaged")}</p>}
        {encoding && !encoding.sure && !encoding.damaged && <p class="soft small-text">{phrase("importUnsure")}</p>}
        <ContentChoices preview={preview} onChange={onChange} />
        {scale !== undefined && (
          <Choice
            label={phrase("importScale")}
            value={String(scale)}
            options={[...new Set([...SCALES, scale])].map((best) => [String(best), phrase("importScaleOf", { best })])}
            onChange={(best) => onChange({ scale: Number(best) })}
          />
        )}
        {order && (
          <Choice
            label={phrase("importOrder")}
            value={order}
            options={(["day-first", "month-first"] as const).map((one) => [
              one,
              phrase("importOrderName", { order: selector(one) }),
            ])}
            onChange={(one) => onChange({ order: one === "day-first" ? one : "month-first" })}
          />
        )}
      </details>
    </section>
  );
}

/** What changes the rows themselves: columns are then guessed anew. */
function ContentChoices({ preview, onChange }: { preview: Preview; onChange: Change }) {
  const { phrase } = useTexts();
  const { encoding, delimiter, sheets, layout, header } = preview;
  return (
    <>
      {layout && (
        <Choice
          label={phrase("importLayout")}
          value={layout}
          options={LAYOUTS.map((one) => [one, phrase("importLayoutName", { layout: one })])}
          onChange={(one) => onChange({ layout: LAYOUTS.find((known) => known === one) })}
        />
      )}
      {sheets && sheets.names.length > 1 && (
        <Choice
          label={phrase("importSheet")}
          value={sheets.chosen}
          options={sheets.names.map((name) => [name, name])}
          onChange={(sheet) => onChange({ sheet })}
        />
      )}
      {delimiter !== undefined && (
        <Choice
          label={phrase("importDelimiter")}
          value={delimiter}
          options={DELIMITERS.map((one) => [
            one,
            phrase("importDelimiterName", { delimiter: DELIMITER_NAMES.get(one) ?? "" }),
          ])}
          onChange={(one) => onChange({ delimiter: one })}
        />
      )}
      {encoding && (
        <Choice
          label={phrase("importEncoding")}
          value={encoding.label}
          options={ENCODINGS.map(({ label, name }) => [label, name])}
          onChange={(label) => onChange({ encoding: label })}
        />
      )}
      {header !== undefined && (
        <label class="check">
          <input type="checkbox" checked={header} onChange={() => onChange({ header: !header })} />
          {phrase("importHeader")}
        </label>
      )}
    </>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
