/**
 * Charts of a result as SVG, by Observable Plot. Loaded only when a result is looked at. Every word is set as text by Plot; nothing is parsed as HTML.
 */
import * as Plot from "@observablehq/plot";
import type { CurvePoint, RangeRow, ShareRow, SurveyChart, ValueRow } from "../../../lib/report/survey/charts";
import type { Palette } from "./palette";

export interface Frame {
  /** CSS pixels. */
  width: number;
  palette: Palette;
  /** 0.34 → "34%". */
  percent(share: number): string;
  number(value: number): string;
}

/** @returns the chart as it is on screen and in files; what it says to ears is said by whoever shows it */
export function drawn(chart: SurveyChart, frame: Frame): Element {
  const made = drawnByPlot(chart, frame);
  for (const part of [made, ...made.querySelectorAll("[aria-label], [aria-description]")]) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  }
  made.setAttribute("aria-hidden", "true");
  return made;
}

function drawnByPlot(chart: SurveyChart, frame: Frame): Element {
  if (chart.kind === "shares") return sharesChart(chart.rows, frame);
  if (chart.kind === "values") return valuesChart(chart.rows, frame);
  if (chart.kind === "ranges") return rangesChart(chart.rows, frame);
  return curvesChart(chart.points, frame);
}

/** Height of a row: its name and figure stand above its bar, since a side panel has no room beside it. */
const ROW = 46;
/** Least room for a name, and between it and its figure, in CSS pixels. */
const NAME = 60;
const GAP = 10;
const SIZE = 12;
const NAME_WEIGHT = 600;
/** Narrower pieces have no room for their figure. */
const PIECE = 30;

function sharesChart(rows: readonly ShareRow[], frame: Frame): Element {
  const { width, palette, percent } = frame;
  const pieces = rows.flatMap(({ pmf }, row) => {
    let from = 0;
    return pmf.map((share, r) => {
      const piece = { row, r, share, from, to: from + share };
      from += share;
      return piece;
    });
  });
  return rowsChart(rows, frame, { axis: null, domain: [0, 1] }, [
    Plot.rect(pieces, {
      x1: "from",
      x2: "to",
      y1: (piece) => piece.row + 0.46,
      y2: (piece) => piece.row + 0.9,
      fill: (piece) => palette.points[piece.r],
      insetRight: 1,
    }),
    Plot.text(
      pieces.filter(({ share }) => share * width >= PIECE),
      {
        x: (piece) => (piece.from + piece.to) / 2,
        y: (piece) => piece.row + 0.68,
        text: (piece) => percent(piece.share),
        fill: (piece) => palette.onPoints[piece.r],
      },
    ),
  ]);
}

/** Shares, or values between the worst (−1) and the best (1); the line is at nought, and all charts have one measure. */
function valuesChart(rows: readonly ValueRow[], frame: Frame): Element {
  const { palette } = frame;
  const most = Math.max(1, ...rows.map(({ value }) => Math.abs(value)));
  const domain = rows.some(({ value }) => value < 0) ? [-most, most] : [0, most];
  const bars = rows.map(({ value }, row) => ({ value, row }));
  return rowsChart(rows, frame, { axis: null, domain }, [
    Plot.rect(bars, {
      x1: (bar) => Math.min(0, bar.value),
      x2: (bar) => Math.max(0, bar.value),
      y1: (bar) => bar.row + 0.46,
      y2: (bar) => bar.row + 0.86,
      fill: (bar) => (bar.value < 0 ? palette.points[0] : palette.points[4]),
    }),
    Plot.link(bars, {
      x1: 0,
      x2: 0,
      y1: (bar) => bar.row + 0.42,
      y2: (bar) => bar.row + 0.9,
      stroke: palette.ink,
    }),
  ]);
}

/** Differences with the range of their resamples; nought is no difference. */
function rangesChart(rows: readonly RangeRow[], frame: Frame): Element {
  const { palette } = frame;
  const most = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const placed = rows.map((one, row) => ({ ...one, row: row + 0.68 }));
  return rowsChart(rows, frame, { domain: [-most, most], ticks: 5, label: null }, [
    Plot.link(placed, {
      x1: 0,
      x2: 0,
      y1: (one) => one.row - 0.24,
      y2: (one) => one.row + 0.24,
      stroke: palette.ink,
      strokeDasharray: "3,2",
    }),
    Plot.link(placed, { x1: "low", x2: "high", y1: "row", y2: "row", stroke: palette.accent, strokeWidth: 3 }),
    Plot.dot(placed, { x: "at", y: "row", r: 4.5, fill: palette.accent, stroke: palette.ground, strokeWidth: 1.5 }),
  ]);
}

const DASHES = ["none", "7,3", "2,3", "9,3,2,3"];
const CURVES_HEIGHT = 240;
const KEY_LINE = 18;

/** Four lines told apart by their dashes, which stand with their names below. */
function curvesChart(points: readonly CurvePoint[], { width, palette, percent, number }: Frame): Element {
  const lines = [...new Set(points.map(({ line }) => line))];
  const colours = [palette.points[4], palette.accent, palette.soft, palette.points[0]];
  const chart = Plot.plot({
    width,
    height: CURVES_HEIGHT + lines.length * KEY_LINE,
    marginLeft: 50,
    marginRight: 16,
    marginBottom: 30 + lines.length * KEY_LINE,
    style: look(palette),
    x: { label: null, ticks: 5, tickFormat: number },
    y: { label: null, domain: [0, 1], ticks: 5, tickFormat: percent, grid: true },
    marks: lines.map((line, i) =>
      Plot.line(
        points.filter((point) => point.line === line),
        { x: "price", y: "share", stroke: colours[i], strokeWidth: 2, strokeDasharray: DASHES[i] },
      ),
    ),
  });
  for (const [i, line] of lines.entries()) {
    const y = CURVES_HEIGHT + 8 + i * KEY_LINE;
    const attributes = { stroke: colours[i] ?? "", "stroke-width": "2", "stroke-dasharray": DASHES[i] ?? "none" };
    chart.append(
      svg("line", { x1: "4", x2: "40", y1: String(y), y2: String(y), ...attributes }),
      svg("text", { x: "48", y: String(y + 4), fill: palette.ink, "text-anchor": "start" }, line),
    );
  }
  return chart;
}

function rowsChart(
  rows: readonly { name: string; figure: string }[],
  { width, palette }: Frame,
  x: Plot.ScaleOptions,
  marks: Plot.Markish[],
): Element {
  const axis = x.axis !== null;
  const placed = rows.map(({ name, figure }, row) => ({ name, figure, row: row + 0.24 }));
  // where both do not fit, the name gives way: it stands whole in the table
  const room = (figure: string) => Math.max(NAME, width - widthOf(figure) - GAP);
  return Plot.plot({
    width,
    height: rows.length * ROW + (axis ? 26 : 4),
    marginLeft: axis ? 12 : 1,
    marginRight: axis ? 12 : 1,
    marginTop: 0,
    marginBottom: axis ? 26 : 4,
    style: { ...look(palette), overflow: "visible" },
    x,
    y: { axis: null, domain: [0, rows.length], reverse: true },
    marks: [
      ...marks,
      Plot.text(placed, {
        frameAnchor: "left",
        y: "row",
        text: ({ name, figure }) => cut(name, room(figure)),
        fontWeight: NAME_WEIGHT,
        dx: axis ? -12 : 0,
        fill: palette.ink,
      }),
      Plot.text(placed, {
        frameAnchor: "right",
        y: "row",
        text: "figure",
        dx: axis ? 12 : 0,
        fill: palette.soft,
      }),
    ],
  });
}

function look({ ink }: Palette) {
  return { background: "none", color: ink, fontFamily: "inherit", fontSize: `${SIZE}px` };
}

const ruler = new OffscreenCanvas(1, 1).getContext("2d");

/** @returns CSS pixels, as wide as the system's font draws it */
function widthOf(text: string, weight = 400): number {
  if (!ruler) return text.length * SIZE;
  ruler.font = `${weight} ${SIZE}px system-ui, sans-serif`;
  return ruler.measureText(text).width;
}

/** @returns words as far as they fit; the signs that isolate them from others stay closed */
function cut(name: string, room: number): string {
  if (widthOf(name, NAME_WEIGHT) <= room) return name;
  const signs = [...name.replace(/\u2069$/u, "")];
  while (signs.length > 1 && widthOf(`${signs.join("")}…`, NAME_WEIGHT) > room) signs.pop();
  return closed(`${signs.join("").trimEnd()}…`);
}

function closed(text: string): string {
  const count = (sign: string) => text.split(sign).length - 1;
  return text + "\u2069".repeat(Math.max(0, count("\u2068") - count("\u2069")));
}

function svg(name: string, attributes: Readonly<Record<string, string>>, words = ""): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = words;
  return element;
}
