import { useId, useState } from "preact/hooks";
import { ordered } from "../../../lib/annotate/codebook";
import type { Code } from "../../../lib/domain";
import { useCodes } from "../../codes/codes-view";
import { useTexts } from "../../texts";
import { useNotebook } from "../notebook-context";
import { passagesAfterMerge } from "./code-counts";

/** Into which code this one goes, and what would come of it. */
export function MergeCode({ code, onDone, onClose }: { code: Code; onDone: () => void; onClose: () => void }) {
  const { phrase } = useTexts();
  const { codes } = useCodes();
  const { view, actions, acts } = useNotebook();
  const id = useId();
  const others = ordered(codes).filter((row) => row.code.id !== code.id);
  const [into, setInto] = useState(others[0]?.code.id ?? "");
  const target = codes.find((one) => one.id === into);
  async function merge(event: Event) {
    event.preventDefault();
    if (!target) return;
    if (await acts.act(async () => actions?.mergeCodes([code.id], target.id), phrase("notesDone", { what: "merge" })))
      onDone();
  }
  return (
    <form class="code-form" onSubmit={merge} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <label for={id}>{phrase("codeMergeInto", { name: code.name })}</label>
      <select
        id={id}
        ref={(field) => focusOnce(field)}
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
      >
        {others.map((row) => (
          <option key={row.code.id} value={row.code.id}>
            {`${"\u2007\u2007".repeat(row.depth)}${row.code.name}`}
          </option>
        ))}
      </select>
      {target && (
        <p class="soft" role="status">
          {phrase("codeMergeWhat", {
            name: code.name,
            other: target.name,
            count: passagesAfterMerge(view.annotations, code.id, target.id),
          })}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="main">
          {phrase("codeMergeDo")}
        </button>
        <button type="button" onClick={onClose}>
          {phrase("cancel")}
        </button>
      </p>
    </form>
  );
}

function focusOnce(field: HTMLSelectElement | null): void {
  if (!field || field.dataset.met) return;
  field.dataset.met = "yes";
  field.focus();
}
