import { useId, useState } from "preact/hooks";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EngineActions } from "./engines-view";

/** Takes the address of a model file; it is offered in the list from then on. */
export function AddAddress({ add }: { add: EngineActions["addAddress"] }) {
  const { phrase } = useTexts();
  const id = useId();
  const { busy, problem, act } = useActing();
  const [url, setUrl] = useState("");
  const [added, setAdded] = useState(false);

  async function submit(event: Event) {
    event.preventDefault();
    if (url.trim() === "" || busy) return;
    setAdded(false);
    if (await act(() => add(url.trim()))) {
      setAdded(true);
      setUrl("");
    }
  }

  return (
    <form class="labelled" onSubmit={submit}>
      <label for={id}>{phrase("enginesAddress")}</label>
      <div class="field-and-button">
        <input
          id={id}
          class="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://huggingface.co/…/….gguf"
          value={url}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
        <button type="submit" class="small" aria-disabled={busy}>
          {phrase("enginesAdd")}
        </button>
      </div>
      <p class="sub" role="status">
        {added && phrase("enginesAddressAdded")}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </form>
  );
}
