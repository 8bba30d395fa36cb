import { useId, useState } from "preact/hooks";
import type { Code, Quote } from "../../lib/domain";
import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import { judgementOf, useCodes } from "./codes-view";

/**
 * Gives a sentence codes, or takes them away; for any place that shows sentences. Codes and actions come from `CodesContext`.
 * Each code has three states: belongs, does not, not judged.
 */
export function CodeMenu({ sentence }: { sentence: Quote & { id: string } }) {
  const { phrase } = useTexts();
  const { codes, actions } = useCodes();
  const [problem, setProblem] = useState("");
  const id = useId();
  const judge = (code: Code, yes: boolean | undefined) =>
    void actions.judge(code.id, sentence.id, yes).then(
      () => setProblem(""),
      (error: unknown) => setProblem(problemText(error, phrase)),
    );
  const given = codes.filter((code) => judgementOf(code, sentence)?.yes);
  return (
    <details class="code-menu">
      <summary>
        {given.length > 0
          ? phrase("codeMenuGiven", { names: given.map(({ name }) => name).join(", ") })
          : phrase("codeMenu")}
      </summary>
      {codes.length === 0 && <p class="soft">{phrase("codeMenuNone")}</p>}
      <ul>
        {codes.map((code) => {
          const judged = judgementOf(code, sentence)?.yes;
          return (
            <li key={code.id}>
              <span id={`${id}-${code.id}`} dir="auto">
                {code.name}
              </span>
              <span class="actions">
                {[true, false].map((yes) => (
                  <button
                    key={String(yes)}
                    type="button"
                    class="chip"
                    aria-pressed={judged === yes}
                    aria-describedby={`${id}-${code.id}`}
                    onClick={() => judge(code, judged === yes ? undefined : yes)}
                  >
                    {phrase(yes ? "codeYes" : "codeNo")}
                  </button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <NewCode sentenceId={sentence.id} onProblem={setProblem} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </details>
  );
}

/** A code made in passing, with this sentence as its first example; all else is written where codes are kept. */
function NewCode({ sentenceId, onProblem }: { sentenceId: string; onProblem: (problem: string) => void }) {
  const { phrase } = useTexts();
  const { actions, subjectId } = useCodes();
  const [name, setName] = useState("");
  async function submit(event: Event) {
    event.preventDefault();
    if (name.trim() === "") return;
    const id = crypto.randomUUID();
    try {
      await actions.save({ id, subjectId, name, description: "" });
      await actions.judge(id, sentenceId, true);
      setName("");
      onProblem("");
    } catch (error) {
      onProblem(problemText(error, phrase));
    }
  }
  return (
    <form class="code-quick" onSubmit={submit}>
      <input
        value={name}
        maxLength={120}
        dir="auto"
        aria-label={phrase("codeNew")}
        placeholder={phrase("codeNew")}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="small" disabled={name.trim() === ""}>
        {phrase("codeMake")}
      </button>
    </form>
  );
}
