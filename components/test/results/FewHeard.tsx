import { useTexts } from "../../texts";
import { cellName } from "./cell-name";
import type { QuestionParts } from "./QuestionResult";

/** Where too few were heard, a sentence stands instead of figures. */
export function FewHeard({ question, cells, words }: QuestionParts) {
  const { phrase } = useTexts();
  const few = cells.filter((cell) => cell.few);
  if (few.length === 0) return null;
  return (
    <ul class="few-heard sub">
      {few.map((cell) => (
        <li key={`${cell.conceptId} ${cell.row} ${cell.segmentId}`}>
          <b dir="auto">{cellName(cell, question, words)}</b>: {phrase("surveyFew", { heard: cell.heard })}
        </li>
      ))}
    </ul>
  );
}
