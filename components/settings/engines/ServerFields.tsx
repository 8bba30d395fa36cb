import { useId } from "preact/hooks";
import { useTexts } from "../../texts";
import type { ServerDraft } from "./engines-view";

/** Where well-known programs listen when nobody changed it; names are their own. */
const USUAL = [
  ["Ollama", "http://localhost:11434/v1"],
  ["LM Studio", "http://localhost:1234/v1"],
  ["llama.cpp", "http://localhost:8080/v1"],
  ["vLLM", "http://localhost:8000/v1"],
] as const;

/** Models offered for a press before the rest has to be typed. */
const SHOWN_MODELS = 8;

/** Address, key and model, in the order in which they are known. */
export function ServerFields({
  draft,
  hasKey,
  found,
  listed,
  busy,
  onUrl,
  onModel,
  onKey,
  onList,
  onForgetKey,
}: {
  draft: Required<ServerDraft>;
  hasKey: boolean;
  /** Models the server said it has; `listed`: it was just asked. */
  found: readonly string[];
  listed: boolean;
  busy: boolean;
  onUrl: (url: string) => void;
  onModel: (model: string) => void;
  onKey: (key: string) => void;
  onList: () => void;
  onForgetKey: () => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  return (
    <>
      <label for={`${id}-url`}>{phrase("enginesServerAddress")}</label>
      <input
        id={`${id}-url`}
        class="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://llm.example/v1"
        value={draft.url}
        onInput={(event) => onUrl(event.currentTarget.value)}
      />
      <Presses label={phrase("enginesServerUsual")} of={USUAL} chosen={draft.url} onPress={onUrl} />
      <label for={`${id}-key`}>{phrase("enginesServerKey")}</label>
      <input
        id={`${id}-key`}
        class="text"
        type="password"
        autocomplete="off"
        aria-describedby={`${id}-key-what`}
        value={draft.key}
        onInput={(event) => onKey(event.currentTarget.value)}
      />
      <p class="sub" id={`${id}-key-what`}>
        {phrase("enginesServerKeyWhat", { kept: String(hasKey) })}{" "}
        {hasKey && (
          <button type="button" class="link" onClick={onForgetKey}>
            {phrase("enginesServerKeyForget")}
          </button>
        )}
      </p>
      <label for={`${id}-model`}>{phrase("enginesServerModel")}</label>
      <div class="field-and-button">
        <input
          id={`${id}-model`}
          class="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={draft.model}
          onInput={(event) => onModel(event.currentTarget.value)}
        />
        <button type="button" class="small" aria-disabled={busy} onClick={busy ? undefined : onList}>
          {phrase("enginesServerList")}
        </button>
      </div>
      <p class="sub" role="status">
        {listed && phrase("enginesServerListed", { count: found.length })}
      </p>
      <Presses
        label={phrase("enginesServerModels")}
        of={found.slice(0, SHOWN_MODELS).map((model) => [model, model] as const)}
        chosen={draft.model}
        onPress={onModel}
      />
    </>
  );
}

/** Values that a press puts into a field. */
function Presses({
  label,
  of,
  chosen,
  onPress,
}: {
  label: string;
  of: readonly (readonly [name: string, value: string])[];
  chosen: string;
  onPress: (value: string) => void;
}) {
  if (of.length === 0) return null;
  return (
    <fieldset class="chips" aria-label={label}>
      {of.map(([name, value]) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={value === chosen}
          title={value}
          onClick={() => onPress(value)}
        >
          <span class="chip-label">{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
