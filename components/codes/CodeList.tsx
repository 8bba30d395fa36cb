import type { Code } from "../../lib/domain";
import { useTexts } from "../texts";
import { judgedCounts } from "./codes-view";

/** The codes at hand with how much each was taught. */
export function CodeList({ codes, onOpen }: { codes: readonly Code[]; onOpen: (code: Code) => void }) {
  const { phrase } = useTexts();
  if (codes.length === 0) return null;
  return (
    <ul class="code-list">
      {codes.map((code) => (
        <li key={code.id}>
          <button type="button" class="wordy" data-code={code.id} onClick={() => onOpen(code)}>
            <b dir="auto">{code.name}</b>
            <span class="sub">
              {phrase("codeCounts", judgedCounts(code))}
              {code.subjectId === undefined && ` · ${phrase("codeEverywhere")}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
