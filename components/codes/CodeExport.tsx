import type { Code } from "../../lib/domain";
import type { CodeAdvice } from "../../lib/protocol";
import { type CodedSentence, codeTable } from "../../lib/report/code-table";
import { useTexts } from "../texts";
import type { PanelView } from "../view";
import { LIKELY } from "./confidence-words";

/** The sentences of a code as a table: those judged by hand, and those that probably belong. */
export function CodeExport({
  code,
  advice,
  view,
  onSave,
}: {
  code: Code;
  advice: CodeAdvice | undefined;
  view: PanelView;
  onSave: (name: string, text: string) => void;
}) {
  const { phrase } = useTexts();
  const rows = rowsOf(code, advice);
  if (rows.length === 0) return null;
  return (
    <div class="code-export">
      <button
        type="button"
        onClick={() => onSave(fileName(code), codeTable(code, rows, view.evidence.reviews, { phrase }))}
      >
        {phrase("codeExport", { count: rows.length })}
      </button>
    </div>
  );
}

function rowsOf(code: Code, advice: CodeAdvice | undefined): CodedSentence[] {
  const judged = code.examples.filter(({ yes }) => yes);
  const likely = advice?.suggestions.filter(({ confidence }) => confidence >= LIKELY) ?? [];
  return [...judged, ...likely];
}

function fileName({ name }: Code): string {
  const words = name.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-");
  return `earshot-code-${words.slice(0, 60).replace(/^-+|-+$/gu, "") || "sentences"}.csv`;
}
