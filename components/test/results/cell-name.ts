import type { ResultCell, SurveyQuestion } from "../../../lib/domain";
import type { ResultWords } from "./result-words";

/** @returns whom and what a cell is about: "Steel kettle · glasses wearers"; just who was asked where nothing was shown */
export function cellName(
  { conceptId, row, segmentId }: ResultCell,
  question: SurveyQuestion,
  words: ResultWords,
): string {
  const parts = [
    conceptId === undefined ? "" : words.concept(conceptId),
    row === undefined ? "" : words.row(question, row),
    segmentId === undefined && (conceptId !== undefined || row !== undefined) ? "" : words.group(segmentId),
  ];
  return parts.filter(Boolean).join(" · ");
}
