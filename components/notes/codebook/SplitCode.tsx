import { useId, useState } from "preact/hooks";
import type { Annotation, Code } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { useNotebook } from "../notebook-context";

/** Names of the parts, and for each passage where it goes. */
export function SplitCode({
  code,
  passages,
  onClose,
}: {
  code: Code;
  passages: readonly Annotation[];
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const { actions, acts } = useNotebook();
  const id = useId();
  const [names, setNames] = useState<readonly string[]>(["", ""]);
  const [goes, setGoes] = useState<ReadonlyMap<string, number>>(new Map());
  async function split(event: Event) {
    event.preventDefault();
    const parts = names.map((name, part) => ({
      name: name.trim(),
      description: "",
      annotationIds: passages.flatMap((one) => (goes.get(one.id) === part ? one.id : [])),
    }));
    // a part that was left blank altogether is none; one with only a name or only passages is asked for what it lacks
    const wanted = parts.filter(({ name, annotationIds }) => name !== "" || annotationIds.length > 0);
    if (await acts.act(async () => actions?.splitCode(code.id, wanted), phrase("notesDone", { what: "split" })))
      onClose();
  }
  return (
    <form class="code-form" onSubmit={split} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <p class="soft">{phrase("codeSplitWhat", { name: code.name })}</p>
      {names.map((name, part) => (
        // parts are told apart by their place alone
        <input
          key={String(part)}
          id={`${id}-${part}`}
          ref={part === 0 ? focusOnce : undefined}
          value={name}
          dir="auto"
          maxLength={120}
          aria-label={phrase("codeSplitPart", { n: part + 1 })}
          placeholder={phrase("codeSplitPart", { n: part + 1 })}
          onInput={(event) => setNames(names.with(part, event.currentTarget.value))}
        />
      ))}
      <p>
        <button type="button" class="link" onClick={() => setNames([...names, ""])}>
          {phrase("codeSplitMore")}
        </button>
      </p>
      <ul class="code-split">
        {passages.map((passage) => (
          <li key={passage.id}>
            <span dir="auto">{phrase("quoted", { text: passage.text.trim() })}</span>
            <select
              aria-label={phrase("codeSplitGoes", { words: passage.text.trim().slice(0, 60) })}
              value={String(goes.get(passage.id) ?? "")}
              onChange={(event) => {
                const { value } = event.currentTarget;
                const next = new Map(goes);
                if (value === "") next.delete(passage.id);
                else next.set(passage.id, Number(value));
                setGoes(next);
              }}
            >
              <option value="">{phrase("codeSplitStay")}</option>
              {names.map((name, part) => (
                <option key={String(part)} value={part}>
                  {name.trim() || phrase("codeSplitPart", { n: part + 1 })}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="submit" class="main">
          {phrase("codeSplitDo")}
        </button>
        <button type="button" onClick={onClose}>
          {phrase("cancel")}
        </button>
      </p>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  if (!field || field.dataset.met) return;
  field.dataset.met = "yes";
  field.focus();
}
