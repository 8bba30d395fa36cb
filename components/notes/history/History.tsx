import { useState } from "preact/hooks";
import type { Change } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { changeText } from "../acts";
import { useNotebook } from "../notebook-context";

const FEW = 8;
const MORE = 40;

/** What was done to the notebook, the latest first; each can be taken back where nothing since rests on it. */
export function History({ changes, open = false }: { changes: readonly Change[]; open?: boolean }) {
  const { phrase } = useTexts();
  const [shown, setShown] = useState(FEW);
  return (
    <section class="history">
      <details open={open}>
        <summary>{phrase("changeTitle")}</summary>
        {changes.length === 0 ? (
          <p class="soft">{phrase("changeNone")}</p>
        ) : (
          <ol>
            {changes.slice(0, shown).map((change) => (
              <ChangeRow key={change.id} change={change} />
            ))}
          </ol>
        )}
        <RedoRow changes={changes} />
        {changes.length > shown && (
          <button type="button" class="link" onClick={() => setShown(shown + MORE)}>
            {phrase("codeMore", { count: Math.min(MORE, changes.length - shown) })}
          </button>
        )}
      </details>
    </section>
  );
}

export function ChangeRow({ change }: { change: Change }) {
  const { phrase, language } = useTexts();
  const { acts } = useNotebook();
  const what = changeText(change, phrase);
  const at = new Date(change.at);
  return (
    <li class={change.undone ? "undone" : ""}>
      <span>
        <span dir="auto">{what}</span>{" "}
        <time class="sub" dateTime={change.at}>
          {at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </span>
      {change.undone ? (
        <span class="sub">{phrase("changeTakenBack")}</span>
      ) : (
        <button
          type="button"
          class="link"
          aria-label={phrase("changeOf", { what })}
          onClick={() => acts.undo(change.id)}
        >
          {phrase("changeTakeBack")}
        </button>
      )}
    </li>
  );
}

/** What was taken back last can be done again, until something else is done. */
function RedoRow({ changes }: { changes: readonly Change[] }) {
  const { phrase } = useTexts();
  const { acts } = useNotebook();
  if (!changes.some(({ undone }) => undone)) return null;
  return (
    <button type="button" class="small" onClick={acts.redo}>
      {phrase("changeRedo")}
    </button>
  );
}
