/** The charts of a question as they go into files: the same drawings as on screen. */
import type { SurveyQuestion, SurveyResults } from "../../../lib/domain";
import type { Texts } from "../../texts";
import type { Drawing } from "./Chart";
import { cellName } from "./cell-name";
import { optionRows } from "./Options";
import type { ResultWords } from "./result-words";

/** @returns drawings of a question, none where it has no figures */
export function drawingsOf(
  question: SurveyQuestion,
  { cells }: SurveyResults,
  words: ResultWords,
  { phrase, precise, percent }: Texts,
): Drawing[] {
  const own = cells.filter((cell) => cell.questionId === question.id && !cell.few);
  const shares = own.flatMap((cell) =>
    cell.pmf ? [{ name: `${cellName(cell, question, words)} · ${precise(cell.mean ?? 0)}`, pmf: cell.pmf }] : [],
  );
  const options = own
    .map((cell) =>
      optionRows(cell).map(({ place, value }) => ({
        name: [words.option(question, place), cellName(cell, question, words)].filter(Boolean).join(" · "),
        value: value ?? 0,
        label: value === null ? phrase("surveyUnspoken") : cell.shares ? percent(value) : precise(value),
      })),
    )
    .filter((rows) => rows.length > 0);
  const lines = ["tooCheap", "cheap", "expensive", "tooExpensive"] as const;
  const curves = own.flatMap(({ prices }) =>
    (prices?.curves ?? []).flatMap((at) =>
      lines.map((line) => ({ price: at.price, share: at[line], line: phrase("surveyPriceLine", { line }) })),
    ),
  );
  return [
    ...(shares.length > 0 ? [((plots, frame) => plots.sharesChart(shares, frame)) satisfies Drawing] : []),
    ...options.map(
      (rows): Drawing =>
        (plots, frame) =>
          plots.valuesChart(rows, frame),
    ),
    ...(curves.length > 0 ? [((plots, frame) => plots.curvesChart(curves, frame)) satisfies Drawing] : []),
  ];
}
