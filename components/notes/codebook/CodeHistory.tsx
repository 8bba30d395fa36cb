import type { Code } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { ChangeRow } from "../history/History";
import { useNotebook } from "../notebook-context";
import { historyOf } from "./code-history";

/** What was done to one code. */
export function CodeHistory({ code }: { code: Code }) {
  const { phrase } = useTexts();
  const { view } = useNotebook();
  const changes = historyOf(code, view.changes);
  if (changes.length === 0) return null;
  return (
    <details class="history">
      <summary>{phrase("codeHistory")}</summary>
      <ol>
        {changes.slice(0, 40).map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ol>
    </details>
  );
}
