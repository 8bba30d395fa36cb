/** Which charts a result has, as plain data: drawn on screen and into files by the same hand, each with its text alternative. */
import type { Difference, Fidelity, ResultCell, SurveyQuestion, SurveyRun } from "../../domain";
import { meanOf } from "./gauge";
import { joined, oneLine, type ReportTexts, type SurveyNames } from "./names";

interface ChartBase {
  /** Of its own within a result, and part of a file's name. */
  id: string;
  questionId: string;
  /** The question, in one line. */
  title: string;
  /** Whom and what it is about, where there is more than one chart of a question. */
  sub: string;
  /** What can be seen on it, for those who do not see it. */
  label: string;
  /** Sentences that belong to it: what its colours and ends mean. */
  notes: string[];
}

export interface ShareRow {
  name: string;
  /** Shares of the points 1–5. */
  pmf: readonly number[];
  /** Mean and how many were heard, in words. */
  figure: string;
}

export interface ValueRow {
  name: string;
  value: number;
  figure: string;
}

export interface RangeRow {
  name: string;
  at: number;
  low: number;
  high: number;
  figure: string;
}

export interface CurvePoint {
  price: number;
  share: number;
  line: string;
}

export type SurveyChart = ChartBase &
  (
    | { kind: "shares"; rows: ShareRow[] }
    | { kind: "values"; rows: ValueRow[] }
    | { kind: "ranges"; rows: RangeRow[] }
    | { kind: "curves"; points: CurvePoint[] }
  );

type Run = Pick<SurveyRun, "spec" | "results">;

/** @returns the charts of one question, everybody before groups; what too few people were heard on is in none */
export function chartsOf(run: Run, question: SurveyQuestion, names: SurveyNames, texts: ReportTexts): SurveyChart[] {
  const cells = cellsOf(run, question).filter(({ few }) => !few);
  const base = (id: string, sub: string, label: string, notes: string[] = []): ChartBase => ({
    id: `${question.id}-${id}`,
    questionId: question.id,
    title: oneLine(question.text),
    sub: oneLine(sub),
    label,
    notes,
  });
  const byPlace = (part: (cells: ResultCell[], sub: string, id: string) => SurveyChart[]) =>
    grouped(cells, (cell) => joined(names.concept(cell.conceptId), names.group(cell.segmentId))).flatMap(
      ([sub, own], i) => part(own, sub, `${i + 1}`),
    );
  const { phrase } = texts;
  const asked = { question: oneLine(question.text) };
  if (question.kind === "scale" || question.kind === "matrix")
    return grouped(cells, (cell) =>
      question.kind === "matrix"
        ? joined(names.concept(cell.conceptId), names.group(cell.segmentId))
        : run.spec.concepts.length > 1 && question.perConcept
          ? names.group(cell.segmentId)
          : "",
    ).flatMap(([sub, own], i): SurveyChart[] => {
      const rows = own.flatMap((cell) => shareRow(cell, question, sub, names, texts));
      if (rows.length === 0) return [];
      const told = rows.map(({ name, figure }) => `${name}: ${figure}`).join("; ");
      const label = `${phrase("surveyChartShares", asked)} ${told}`;
      return [{ ...base(`${i + 1}`, sub, label, endsOf(question, names, texts)), kind: "shares", rows }];
    });
  if (question.kind === "price")
    return byPlace(([cell], sub, id) => {
      const points = cell?.prices ? curvePoints(cell.prices.curves, texts) : [];
      return points.length === 0 || !cell?.prices || !hasCrossing(cell.prices)
        ? []
        : [{ ...base(id, sub, phrase("surveyChartPrices")), kind: "curves", points }];
    });
  return byPlace(([cell], sub, id) => {
    const rows = cell ? valueRows(cell, question, names, texts) : [];
    if (rows.length === 0) return [];
    const told = rows.map(({ name, figure }) => `${name}: ${figure}`).join("; ");
    const notes = cell?.utilities ? [phrase("surveyWorthWhat")] : [];
    const label = `${phrase("surveyChartOptions", asked)} ${told}`;
    return [{ ...base(id, sub, label, notes), kind: "values", rows }];
  });
}

/** @returns the pairs of a question with their ranges; of those that are too few nothing is drawn */
export function differenceChart(
  run: Run,
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase, precise }: ReportTexts,
): SurveyChart | undefined {
  const pairs = differencesOf(run, question).filter(({ verdict }) => verdict !== "few");
  if (pairs.length === 0) return undefined;
  const rows = pairs.map((pair): RangeRow => {
    const { difference: at, low, high } = pair;
    const figure = signed(at, precise);
    return { name: pairName(pair, question, names), at, low, high, figure };
  });
  const range = ({ low, high }: RangeRow) => `${signed(low, precise)} … ${signed(high, precise)}`;
  const told = rows.map((row) => `${row.name}: ${row.figure} (${range(row)})`).join("; ");
  return {
    id: `${question.id}-differences`,
    questionId: question.id,
    title: oneLine(question.text),
    sub: phrase("surveyDifferences"),
    label: `${phrase("surveyChartDifference")} ${told}`,
    notes: [phrase("surveyDifferenceSides")],
    kind: "ranges",
    rows,
  };
}

/** @returns the stars people gave over those each way foretold for them; none where nothing was checked */
export function checkChart({ checked, people, rows }: Fidelity, texts: ReportTexts): SurveyChart | undefined {
  const { phrase, decimal, precise } = texts;
  if (!checked || !people) return undefined;
  const way = (code: string) => phrase("surveyWay", { way: code.replaceAll("-", "_") });
  const mean = meanOf(people);
  const bars: ShareRow[] = [
    {
      name: way("people"),
      pmf: people,
      figure: phrase("surveyCheckFigure", { mean: decimal(mean), has: "no", ks: "" }),
    },
    ...rows.map(({ method, pmf, mean, ks }) => ({
      name: way(method),
      pmf,
      figure: phrase("surveyCheckFigure", { mean: decimal(mean), has: "yes", ks: precise(ks) }),
    })),
  ];
  const told = bars.map(({ name, figure }) => `${name}: ${figure}`).join("; ");
  const label = `${phrase("surveyChartCheck")} ${told}`;
  return {
    id: "check",
    questionId: "",
    title: phrase("surveyGauge"),
    sub: "",
    label,
    notes: [],
    kind: "shares",
    rows: bars,
  };
}

/** @returns the same charts, where they stand below each other: what holds for all is said with the first */
export function saidOnce(charts: readonly SurveyChart[]): SurveyChart[] {
  const said = new Set<string>();
  return charts.map((chart) => {
    const notes = chart.notes.filter((note) => !said.has(note));
    for (const note of notes) said.add(note);
    return { ...chart, notes };
  });
}

export function cellsOf({ results }: Run, { id }: SurveyQuestion): ResultCell[] {
  return results?.cells.filter(({ questionId }) => questionId === id) ?? [];
}

export function differencesOf({ results }: Run, { id }: SurveyQuestion): Difference[] {
  return results?.differences.filter(({ questionId }) => questionId === id) ?? [];
}

/** @returns options as they are told, the best first; those without a figure last, and none where too few were heard */
export function optionPlaces({ few, shares, utilities, order = [] }: ResultCell): number[] {
  if (few) return [];
  if (shares) return shares.map((_, place) => place).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const unspoken = (utilities ?? []).map((_, place) => place).filter((place) => !order.includes(place));
  return [...order, ...unspoken];
}

/** @returns whether any two of the price curves were found to cross */
export function hasCrossing({ optimal, indifference, cheapest, dearest }: NonNullable<ResultCell["prices"]>): boolean {
  return [optimal, indifference, cheapest, dearest].some((price) => price !== undefined);
}

export function pairName({ a, b, row, segmentId }: Difference, question: SurveyQuestion, names: SurveyNames): string {
  const pair = `${isolated(names.concept(a))} − ${isolated(names.concept(b))}`;
  const item = row === undefined ? undefined : isolated(names.item(question, row));
  return joined(pair, item, segmentId === undefined ? undefined : isolated(names.group(segmentId)));
}

/** @returns a price with its currency: "32.60 EUR" */
export function amount(price: number, currency: string | undefined, precise: (value: number) => string): string {
  return currency ? `${precise(price)} ${currency}` : precise(price);
}

/** @returns a figure with its sign, so that better and worse are told apart: "+0.34", "−0.34" */
export function signed(value: number, precise: (value: number) => string): string {
  const size = precise(Math.abs(value));
  if (precise(0) === size) return size;
  return `${value > 0 ? "+" : "−"}${size}`;
}

/** @returns words that keep their own direction within a line of others (FSI … PDI) */
function isolated(text: string): string {
  return `\u2068${oneLine(text)}\u2069`;
}

function endsOf(question: SurveyQuestion, names: SurveyNames, { phrase }: ReportTexts): string[] {
  const ends = names.ends(question);
  return ends ? [phrase("surveyEnds", { low: oneLine(ends.low), high: oneLine(ends.high) })] : [];
}

function shareRow(
  { pmf, mean, heard, asked, conceptId, row, segmentId }: ResultCell,
  question: SurveyQuestion,
  sub: string,
  names: SurveyNames,
  { phrase, decimal, number }: ReportTexts,
): ShareRow[] {
  if (!pmf || mean === undefined) return [];
  const group = names.group(segmentId);
  const name =
    row !== undefined
      ? names.item(question, row)
      : sub === group
        ? names.concept(conceptId)
        : joined(names.concept(conceptId), group);
  const figure = phrase("surveyRowFigure", { mean: decimal(mean), heard: number(heard), asked: number(asked) });
  return [{ name: isolated(name), pmf, figure }];
}

function valueRows(
  cell: ResultCell,
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase, percent, precise }: ReportTexts,
): ValueRow[] {
  const { shares, utilities, order, behind } = cell;
  if (shares)
    return optionPlaces(cell).map((place) => {
      const value = shares[place] ?? 0;
      return { name: isolated(names.item(question, place)), value, figure: percent(value) };
    });
  return (order ?? []).flatMap((place, i) => {
    const value = utilities?.[place];
    if (value === undefined || value === null) return [];
    const figure = phrase("surveyWorthFigure", { worth: signed(value, precise), n: behind?.[place] ?? 0 });
    return [{ name: `${i + 1}. ${isolated(names.item(question, place))}`, value, figure }];
  });
}

/** As van Westendorp asks for them. */
export const PRICE_LINES = ["tooCheap", "cheap", "expensive", "tooExpensive"] as const;

function curvePoints(curves: NonNullable<ResultCell["prices"]>["curves"], { phrase }: ReportTexts): CurvePoint[] {
  return PRICE_LINES.flatMap((line) =>
    curves.map((at) => ({ price: at.price, share: at[line], line: phrase("surveyPriceLine", { line }) })),
  );
}

/** In the order in which each key is first met. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
