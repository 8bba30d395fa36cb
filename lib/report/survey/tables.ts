/** All figures of a result in rows of words: the text alternative of its charts, in the panel and in the report alike. */
import type { ResultCell, SurveyQuestion, SurveyRun } from "../../domain";
import { amount, cellsOf, differencesOf, hasCrossing, optionPlaces, PRICE_LINES, pairName, signed } from "./charts";
import { joined, NOTHING, type ReportTexts, type SurveyNames } from "./names";

export interface Table {
  /** Whom it is about, where there are several of the same form. */
  about?: string;
  /** The second column is a sentence and no figure. */
  inWords?: boolean;
  columns: string[];
  /** First of each row what it is about. */
  rows: string[][];
}

type Run = Pick<SurveyRun, "spec" | "results">;

/** @returns figures of one question; those of too few people are left out, how many were heard is not */
export function figureTables(run: Run, question: SurveyQuestion, names: SurveyNames, texts: ReportTexts): Table[] {
  const cells = cellsOf(run, question);
  if (cells.length === 0) return [];
  const tables = [heardTable(cells, question, names, texts)];
  if (question.options && question.kind !== "kano") tables.push(optionTable(cells, question, names, texts));
  if (question.kind === "price") tables.push(curveTable(cells, names, texts));
  if (question.kind === "kano") tables.push(...kanoTables(cells, question, names, texts));
  const pairs = differencesOf(run, question);
  if (pairs.length > 0) tables.push(differenceTable(run, question, names, texts));
  return tables.filter(({ rows }) => rows.length > 0);
}

/** @returns whom and what figures are about: "Steel kettle · Lid · Everybody" */
export function cellName({ conceptId, row, segmentId }: ResultCell, question: SurveyQuestion, names: SurveyNames) {
  return joined(
    names.concept(conceptId),
    row === undefined ? undefined : names.item(question, row),
    names.group(segmentId),
  );
}

const POINTS = [0, 1, 2, 3, 4];

function heardTable(
  cells: readonly ResultCell[],
  question: SurveyQuestion,
  names: SurveyNames,
  texts: ReportTexts,
): Table {
  const { phrase, number, percent, precise } = texts;
  const rated = question.kind === "scale" || question.kind === "matrix";
  const skipped = cells.some((cell) => cell.skipped > 0);
  const failed = cells.some((cell) => cell.failed > 0);
  return {
    columns: [
      phrase("surveyWho"),
      phrase("surveyHeardShort"),
      phrase("surveyAsked"),
      ...(skipped ? [phrase("surveyLeftOut")] : []),
      ...(failed ? [phrase("surveyFailed")] : []),
      ...(rated ? [phrase("surveyMean"), ...POINTS.map((r) => phrase("surveyPoint", { point: r + 1 }))] : []),
    ],
    rows: cells.map((cell) => [
      cellName(cell, question, names),
      number(cell.heard),
      number(cell.asked),
      ...(skipped ? [number(cell.skipped)] : []),
      ...(failed ? [number(cell.failed)] : []),
      ...(rated
        ? [
            cell.mean === undefined || cell.few ? NOTHING : precise(cell.mean),
            ...POINTS.map((r) => (cell.pmf && !cell.few ? percent(cell.pmf[r] ?? 0) : NOTHING)),
          ]
        : []),
    ]),
  };
}

function optionTable(
  cells: readonly ResultCell[],
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase, percent, precise, number }: ReportTexts,
): Table {
  const weighed = question.kind === "ranking" || question.kind === "maxdiff";
  const rows = cells.flatMap((cell) =>
    optionPlaces(cell).map((place) => {
      const name = joined(names.item(question, place), names.concept(cell.conceptId), names.group(cell.segmentId));
      if (!weighed) return [name, percent(cell.shares?.[place] ?? 0)];
      const worth = cell.utilities?.[place];
      const order = cell.order?.indexOf(place) ?? -1;
      return [
        name,
        order < 0 ? NOTHING : number(order + 1),
        worth === undefined || worth === null ? NOTHING : signed(worth, precise),
        number(cell.behind?.[place] ?? 0),
      ];
    }),
  );
  return {
    columns: [
      phrase("surveyOption"),
      ...(weighed
        ? [phrase("surveyColumn", { column: "order" }), phrase("surveyWorth"), phrase("surveyHeardShort")]
        : [phrase("surveyShareChose")]),
    ],
    rows,
  };
}

function curveTable(
  cells: readonly ResultCell[],
  names: SurveyNames,
  { phrase, percent, precise }: ReportTexts,
): Table {
  // where too few name a price no curve is told, so no share of it either
  const rows = cells.flatMap(({ prices, few, conceptId, segmentId }) =>
    few || !prices || !hasCrossing(prices)
      ? []
      : prices.curves.map((at) => [
          joined(amount(at.price, prices.currency, precise), names.concept(conceptId), names.group(segmentId)),
          ...PRICE_LINES.map((line) => percent(at[line])),
        ]),
  );
  return { columns: [phrase("surveyPrice"), ...PRICE_LINES.map((line) => phrase("surveyPriceLine", { line }))], rows };
}

/** @returns for everybody and each group the features with what they do, in words and in stars */
export function kanoTables(
  cells: readonly ResultCell[],
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase, precise, number }: ReportTexts,
): Table[] {
  const told = cells.filter(({ few, kano }) => !few && kano);
  const stars = (value: number | undefined) => (value === undefined ? NOTHING : signed(value, precise));
  return told.map((cell) => ({
    about: cellName(cell, question, names),
    inWords: true,
    columns: [phrase("surveyOption"), phrase("surveyKanoWhat"), phrase("surveyKanoStars"), phrase("surveyKanoPeople")],
    rows: (cell.kano ?? []).map(({ option, kind, reward, penalty, praised, blamed, silent }) => [
      names.item(question, option),
      phrase("surveyKano", { kind }),
      `${stars(reward)} / ${stars(penalty)}`,
      `${number(praised)} / ${number(blamed)} / ${number(silent)}`,
    ]),
  }));
}

function differenceTable(
  run: Run,
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase, precise, number, decimal }: ReportTexts,
): Table {
  const figure = (value: number) => signed(value, precise);
  return {
    columns: [
      phrase("surveyPair"),
      phrase("surveyDifferenceColumn", { column: "difference" }),
      phrase("surveyDifferenceColumn", { column: "range" }),
      "p",
      phrase("surveyDifferenceColumn", { column: "reviewers" }),
      phrase("surveyDifferenceColumn", { column: "effective" }),
    ],
    rows: differencesOf(run, question).map((pair) => {
      const { verdict, difference, low, high, p, reviewers, effective } = pair;
      const few = verdict === "few";
      return [
        pairName(pair, question, names),
        few ? NOTHING : figure(difference),
        few ? NOTHING : `${figure(low)} … ${figure(high)}`,
        few ? NOTHING : p < 0.01 ? `< ${precise(0.01)}` : precise(p),
        `${number(reviewers.a)} / ${number(reviewers.b)}`,
        decimal(effective),
      ];
    }),
  };
}
