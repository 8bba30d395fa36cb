import { useId, useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import { CodeFormMore, extrasOf } from "./CodeFormMore";
import type { CodeDraft } from "./codes-view";

/** Name and meaning of a code, new or known. */
export function CodeForm({
  code,
  subjectId,
  onSave,
  onClose,
}: {
  /** The one to change; absent: a new one is made. */
  code?: Code;
  subjectId: string | undefined;
  onSave: (draft: CodeDraft) => Promise<void>;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  const [name, setName] = useState(code?.name ?? "");
  const [description, setDescription] = useState(code?.description ?? "");
  const [everywhere, setEverywhere] = useState(code !== undefined && code.subjectId === undefined);
  const [extras, setExtras] = useState(extrasOf(code));
  const [problem, setProblem] = useState("");

  async function submit(event: Event) {
    event.preventDefault();
    if (name.trim() === "") return setProblem(phrase("codeNeedsName"));
    const reach = everywhere ? undefined : (code?.subjectId ?? subjectId);
    const { colour, include, exclude, ...place } = extras;
    const draft = {
      id: code?.id ?? crypto.randomUUID(),
      subjectId: reach,
      name,
      description,
      ...place,
      ...(colour && { colour }),
      include: linesOf(include),
      exclude: linesOf(exclude),
    };
    try {
      await onSave(draft);
    } catch (error) {
      setProblem(problemText(error, phrase));
    }
  }

  return (
    <form class="code-form" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <label for={`${id}-name`}>{phrase("codeName")}</label>
      <input
        id={`${id}-name`}
        ref={focusOnce}
        value={name}
        maxLength={120}
        dir="auto"
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem !== ""}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for={`${id}-what`}>{phrase("codeDescription")}</label>
      <textarea
        id={`${id}-what`}
        value={description}
        maxLength={2000}
        rows={3}
        dir="auto"
        placeholder={phrase("codeDescriptionHint")}
        onInput={(event) => setDescription(event.currentTarget.value)}
      />
      <label class="code-reach">
        <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.currentTarget.checked)} />{" "}
        {phrase("codeForAll")}
      </label>
      <CodeFormMore code={code} extras={extras} onChange={(part) => setExtras((before) => ({ ...before, ...part }))} />
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem}
      </p>
      <p class="actions">
        <button type="submit" class="main">
          {phrase(code ? "save" : "codeMake")}
        </button>
        <button type="button" onClick={onClose}>
          {phrase("cancel")}
        </button>
      </p>
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Focus goes to the name when the form opens, and is left alone afterwards. */
function focusOnce(input: HTMLInputElement | null): void {
  if (!input || input.dataset.met) return;
  input.dataset.met = "yes";
  input.focus();
}
