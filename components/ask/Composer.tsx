import { useState } from "preact/hooks";
import { useTexts } from "../texts";

/** Where a question is written, with some to start from. */
export function Composer({
  suggestions,
  busy,
  onAsk,
}: {
  suggestions: readonly string[];
  busy: boolean;
  onAsk: (question: string) => void;
}) {
  const { phrase } = useTexts();
  const [text, setText] = useState("");

  function submit(event: Event) {
    event.preventDefault();
    const question = text.trim();
    if (question === "" || busy) return;
    setText("");
    onAsk(question);
  }

  return (
    <div class="composer">
      {suggestions.length > 0 && (
        <fieldset class="chips" aria-label={phrase("suggestions")}>
          {suggestions.map((question) => (
            <button key={question} type="button" class="chip" disabled={busy} onClick={() => onAsk(question)}>
              {question}
            </button>
          ))}
        </fieldset>
      )}
      <form class="ask" onSubmit={submit}>
        <input
          class="search"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          placeholder={phrase("askPlaceholder")}
          aria-label={phrase("askPlaceholder")}
          maxLength={500}
        />
        <button type="submit" class="main" disabled={busy || text.trim() === ""}>
          {phrase("askButton")}
        </button>
      </form>
      <p class="sub">{phrase("evidenceOnly")}</p>
    </div>
  );
}
