import { useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import type { CodeAdvice } from "../../lib/protocol";
import { type CodedSentence, codeTable, type Mask } from "../../lib/report/code-table";
import { isLikely } from "../../lib/report/confidence";
import { maskPassage, PERSONAL_KINDS, type PersonalMarks } from "../../lib/understand/personal-data";
import { HowGood } from "../figures/HowGood";
import { type Texts, useTexts } from "../texts";
import type { PanelView } from "../view";

/** The sentences of a code as a table: those judged by hand, and those that probably belong; personal data is hidden unless it is wanted. */
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
  const [masked, setMasked] = useState(true);
  const rows = rowsOf(code, advice);
  if (rows.length === 0) return null;
  const save = () => {
    const mask = masked ? maskFor(view, phrase) : undefined;
    onSave(fileName(code), codeTable(code, rows, view.evidence.reviews, { phrase, mask }));
  };
  return (
    <div class="code-export">
      <button type="button" onClick={save}>
        {phrase("codeExport", { count: rows.length })}
      </button>
      <label>
        <input type="checkbox" checked={masked} onChange={(event) => setMasked(event.currentTarget.checked)} />{" "}
        {phrase("codeMask")}
      </label>
      {masked && <HowGood kinds={["personal-data"]} />}
    </div>
  );
}

function maskFor({ subject }: PanelView, phrase: Texts["phrase"]): Mask {
  const marks = Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, phrase("codeMark", { kind })])) as PersonalMarks;
  const notPersons = [subject?.name, subject?.brand].filter((name) => name !== undefined);
  return (text, passage, review) =>
    maskPassage(text, passage, review?.language, { author: review?.author, notPersons }, marks);
}

function rowsOf(code: Code, advice: CodeAdvice | undefined): CodedSentence[] {
  const judged = code.examples.filter(({ yes }) => yes);
  const likely = advice?.suggestions.filter(isLikely) ?? [];
  return [...judged, ...likely];
}

function fileName({ name }: Code): string {
  const words = name.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-");
  return `earshot-code-${words.slice(0, 60).replace(/^-+|-+$/gu, "") || "sentences"}.csv`;
}
