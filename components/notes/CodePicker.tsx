import { useId, useState } from "preact/hooks";
import { ordered } from "../../lib/annotate/codebook";
import { useCodes } from "../codes/codes-view";
import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import { CodeDot } from "./CodeChip";

/** Codes to give and take away, found by a few letters; a name that no code has makes one. */
export function CodePicker({ chosen, onChange }: { chosen: readonly string[]; onChange: (codeIds: string[]) => void }) {
  const { phrase } = useTexts();
  const { codes, actions, subjectId } = useCodes();
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState("");
  const id = useId();
  const wanted = words.trim().toLocaleLowerCase();
  const fitting = ordered(codes).filter(({ code }) => code.name.toLocaleLowerCase().includes(wanted));
  const isNew = wanted !== "" && !codes.some(({ name }) => name.toLocaleLowerCase() === wanted);
  const toggle = (codeId: string) =>
    onChange(chosen.includes(codeId) ? chosen.filter((one) => one !== codeId) : [...chosen, codeId]);

  async function make() {
    const made = crypto.randomUUID();
    try {
      await actions.save({ id: made, subjectId, name: words.trim(), description: "" });
      setWords("");
      setProblem("");
      onChange([...chosen, made]);
    } catch (error) {
      setProblem(problemText(error, phrase));
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const [first] = fitting;
    if (isNew) void make();
    else if (wanted !== "" && first) {
      toggle(first.code.id);
      setWords("");
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands inside a form with fields of other kinds
    <div class="code-picker" role="group" aria-labelledby={`${id}-name`}>
      <span id={`${id}-name`} class="field-name">
        {phrase("notesCodes")}
      </span>
      <input
        value={words}
        dir="auto"
        maxLength={120}
        aria-label={phrase("notesCodeFind")}
        placeholder={phrase("notesCodeFind")}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span class="chips">
        {fitting.map(({ code }) => (
          <button
            key={code.id}
            type="button"
            class="chip"
            aria-pressed={chosen.includes(code.id)}
            onClick={() => toggle(code.id)}
          >
            <CodeDot code={code} />
            <bdi>{code.name}</bdi>
          </button>
        ))}
        {isNew && (
          <button type="button" class="chip new" onClick={() => void make()}>
            {phrase("notesCodeMake", { name: words.trim() })}
          </button>
        )}
      </span>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
