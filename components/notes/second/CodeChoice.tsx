import type { Code } from "../../../lib/domain";
import { useTexts } from "../../texts";

/** Which codes are coded twice, and what the machine will know of each. */
export function CodeChoice({
  codes,
  chosen,
  onChoose,
}: {
  codes: readonly Code[];
  chosen: readonly string[];
  onChoose: (codeIds: readonly string[]) => void;
}) {
  const { phrase } = useTexts();
  const all = chosen.length === codes.length;
  return (
    <fieldset>
      <legend>{phrase("secondCodes")}</legend>
      {codes.map(({ id, name, description, examples, include }) => {
        const yes = examples.filter((example) => example.yes).length;
        return (
          <label key={id} class="second-code">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) =>
                onChoose(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />{" "}
            <span>
              <b dir="auto">{name}</b>
              <span class="sub">
                {phrase(description || include?.length ? "secondDefined" : "secondUndefined", { count: yes })}
              </span>
            </span>
          </label>
        );
      })}
      {codes.length > 2 && (
        <button type="button" class="link" onClick={() => onChoose(all ? [] : codes.map(({ id }) => id))}>
          {phrase(all ? "secondChooseNone" : "secondChooseAll")}
        </button>
      )}
    </fieldset>
  );
}
