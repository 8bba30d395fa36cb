/** Figures and answers as tables that spreadsheets and statistics programs open: one figure or one answer a row. */
import Papa from "papaparse";
import type {
  Difference,
  QuotedText,
  ResultCell,
  SurveyAnswer,
  SurveyQuestion,
  SurveyResponse,
  SurveyRun,
} from "../../domain";
import { PRICE_LINES } from "./charts";
import { gaugeReading, meanOf } from "./gauge";
import { joined, type ReportTexts, type SurveyNames } from "./names";

/** Excel takes a file without it for one in an old code page. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What a spreadsheet would run as a formula is made text (OWASP, CSV injection), also behind spaces and in full-width signs. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

type Cell = string | number;

/** Figures by a name that stays the same in every language, so that scripts can rest on it. */
type Figure = [name: string, value: number, option?: number];

/**
 * Comma-separated, quoted as RFC 4180 says, with a byte order mark. Each row says that it is simulated and how it was checked, since rows are
 * copied out of files.
 */
export function surveyCsv(run: SurveyRun, names: SurveyNames, texts: ReportTexts): string {
  const marks = marksOf(run, texts);
  const rows = run.spec.questions.flatMap((question) => [
    ...(run.results?.cells ?? [])
      .filter(({ questionId }) => questionId === question.id)
      .flatMap((cell) =>
        figuresOf(cell).map(([figure, value, option]) => [
          ...whereOf(question, cell, names),
          option === undefined ? "" : names.item(question, option),
          figure,
          value,
          ...marks,
        ]),
      ),
    ...(run.results?.differences ?? [])
      .filter(({ questionId }) => questionId === question.id)
      .flatMap((pair) => differenceRows(pair, question, names).map((row) => [...row, ...marks])),
  ]);
  const columns = ["question", "kind", "concept", "row", "group", "option", "figure", "value", "simulated", "checked"];
  return csvOf(columns, rows, texts);
}

/** Who answered what, one by one: reviewers by number, never by a name or by what would lead to their review; their words masked by `maskQuote`. */
export function answersCsv(
  run: SurveyRun,
  responses: readonly SurveyResponse[],
  names: SurveyNames,
  texts: ReportTexts,
  { mask, maskQuote }: { mask(text: string): string; maskQuote(quote: QuotedText): string },
): string {
  const marks = marksOf(run, texts);
  const rows = responses.flatMap(({ segmentIds, answers }, i) =>
    answers.map((answer) => {
      const question = run.spec.questions.find(({ id }) => id === answer.questionId);
      return [
        String(i + 1),
        segmentIds.map((id) => names.group(id)).join("; "),
        question?.text ?? answer.questionId,
        question?.kind ?? "",
        names.concept(answer.conceptId),
        answer.row === undefined || !question ? "" : names.item(question, answer.row),
        answer.heard,
        ...pointsOf(answer),
        (answer.chosen ?? []).map((place) => (question ? names.item(question, place) : String(place))).join("; "),
        ...PRICE_LINES.map((price) => answer.prices?.[price] ?? ""),
        (answer.quotes ?? []).map(maskQuote).join(" | "),
        mask(answer.text ?? ""),
        mask(answer.reason ?? ""),
        ...marks,
      ];
    }),
  );
  const columns = [
    ...["respondent", "group", "question", "kind", "concept", "row", "heard", "mean"],
    ...["point1", "point2", "point3", "point4", "point5", "chosen", ...PRICE_LINES],
    ...["words", "written", "reason", "simulated", "checked"],
  ];
  return csvOf(columns, rows, texts);
}

function pointsOf({ pmf }: SurveyAnswer): Cell[] {
  if (!pmf) return ["", "", "", "", "", ""];
  return [meanOf(pmf), ...pmf];
}

function csvOf(columns: readonly string[], data: Cell[][], { phrase }: ReportTexts): string {
  const fields = columns.map((column) => phrase("surveyColumn", { column }));
  return BYTE_ORDER_MARK + Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: "\r\n" });
}

function marksOf(run: SurveyRun, texts: ReportTexts): string[] {
  return [texts.phrase("simulated"), gaugeReading(run.fidelity, texts, run.spec).sentence];
}

function whereOf({ text, kind, ...question }: SurveyQuestion, cell: ResultCell, names: SurveyNames): Cell[] {
  const row = cell.row === undefined ? "" : names.item({ ...question, text, kind }, cell.row);
  return [text, kind, names.concept(cell.conceptId), row, names.group(cell.segmentId)];
}

function figuresOf(cell: ResultCell): Figure[] {
  const heard: Figure[] = [
    ["asked", cell.asked],
    ["heard", cell.heard],
    ["skipped", cell.skipped],
    ["failed", cell.failed],
  ];
  if (cell.few) return heard;
  const { mean, pmf = [], shares = [], utilities = [], order = [], behind = [], prices, kano = [] } = cell;
  return [
    ...heard,
    ...told("mean", mean),
    ...pmf.map((share, r): Figure => [`point-${r + 1}`, share]),
    ...shares.map((share, place): Figure => ["share", share, place]),
    ...utilities.flatMap((worth, place) => told("utility", worth ?? undefined, place)),
    ...order.map((place, i): Figure => ["rank", i + 1, place]),
    ...behind.map((people, place): Figure => ["behind", people, place]),
    ...(prices ? pricesOf(prices) : []),
    ...kano.flatMap(({ option, reward, penalty, praised, blamed, silent }) => [
      ...told("reward", reward, option),
      ...told("penalty", penalty, option),
      ...told("praised", praised, option),
      ...told("blamed", blamed, option),
      ...told("silent", silent, option),
    ]),
  ];
}

function pricesOf({
  of,
  optimal,
  indifference,
  cheapest,
  dearest,
  curves,
}: NonNullable<ResultCell["prices"]>): Figure[] {
  return [
    ["price-people", of],
    ...told("optimal-price", optimal),
    ...told("indifference-price", indifference),
    ...told("cheapest-price", cheapest),
    ...told("dearest-price", dearest),
    ...curves.flatMap(({ price, ...shares }) =>
      PRICE_LINES.map((line): Figure => [`${line}-at-${price}`, shares[line]]),
    ),
  ];
}

function differenceRows(pair: Difference, question: SurveyQuestion, names: SurveyNames): Cell[][] {
  const { a, b, row, segmentId, verdict, difference, low, high, p, reviewers, effective } = pair;
  const counted: Figure[] = [
    ["reviewers-a", reviewers.a],
    ["reviewers-b", reviewers.b],
    ["effective", effective],
  ];
  const figures: Figure[] =
    verdict === "few" ? counted : [["difference", difference], ["low", low], ["high", high], ["p", p], ...counted];
  const about = [
    question.text,
    question.kind,
    joined(names.concept(a), names.concept(b)),
    row === undefined ? "" : names.item(question, row),
    names.group(segmentId),
    "",
  ];
  return figures.map(([figure, value]) => [...about, figure, value]);
}

function told(name: string, value: number | undefined, option?: number): Figure[] {
  return value === undefined ? [] : [[name, value, option]];
}
