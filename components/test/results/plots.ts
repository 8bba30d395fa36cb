/**
 * Charts of a result as SVG, by Observable Plot. Loaded only when a result is looked at. Every word is set as text by Plot; nothing is parsed as HTML.
 */
import * as Plot from "@observablehq/plot";
import type { Palette } from "./palette";

export interface Frame {
  /** CSS pixels. */
  width: number;
  palette: Palette;
  /** 0.34 → "34%". */
  percent(share: number): string;
}

export interface ShareRow {
  name: string;
  /** Shares of the points 1–5. */
  pmf: readonly number[];
}

export interface ValueRow {
  name: string;
  value: number;
  label: string;
}

export interface RangeRow {
  name: string;
  at: number;
  low: number;
  high: number;
}

export interface CurvePoint {
  price: number;
  share: number;
  line: string;
}

const ROW = 30;
const NAME_ROW = 16;
/** Narrower pieces have no room for their figure. */
const WORTH_A_LABEL = 0.09;

/** Names stand above their bars: a side panel has no room beside them. */
export function sharesChart(rows: readonly ShareRow[], { width, palette, percent }: Frame): Element {
  const pieces = rows.flatMap(({ name, pmf }, i) => {
    let from = 0;
    return pmf.map((share, r) => {
      const piece = { name, row: i, r, share, from, to: from + share };
      from += share;
      return piece;
    });
  });
  return draw(width, rows.length, palette, {
    x: { axis: null, domain: [0, 1] },
    marks: [
      Plot.rect(pieces, {
        x1: "from",
        x2: "to",
        y1: (piece) => piece.row + 0.46,
        y2: (piece) => piece.row + 0.94,
        fill: (piece) => palette.points[piece.r],
        insetRight: 1,
      }),
      Plot.text(
        pieces.filter(({ share }) => share >= WORTH_A_LABEL),
        {
          x: (piece) => (piece.from + piece.to) / 2,
          y: (piece) => piece.row + 0.7,
          text: (piece) => percent(piece.share),
          fill: (piece) => palette.onPoints[piece.r],
        },
      ),
      names(rows),
    ],
  });
}

/** @param rows values of any sign; the line is at nought */
export function valuesChart(rows: readonly ValueRow[], { width, palette }: Frame): Element {
  const most = Math.max(1e-9, ...rows.map(({ value }) => Math.abs(value)));
  const least = Math.min(0, ...rows.map(({ value }) => value));
  const bars = rows.map((row, i) => ({ ...row, row: i }));
  return draw(width, rows.length, palette, {
    x: { axis: null, domain: [least < 0 ? -most : 0, most * 1.25] },
    marks: [
      Plot.rect(bars, {
        x1: (bar) => Math.min(0, bar.value),
        x2: (bar) => Math.max(0, bar.value),
        y1: (bar) => bar.row + 0.46,
        y2: (bar) => bar.row + 0.94,
        fill: (bar) => (bar.value < 0 ? palette.points[0] : palette.points[4]),
      }),
      Plot.text(bars, {
        x: (bar) => Math.max(0, bar.value),
        y: (bar) => bar.row + 0.7,
        text: "label",
        textAnchor: "start",
        dx: 4,
        fill: palette.ink,
      }),
      Plot.ruleX([0], { stroke: palette.soft }),
      names(rows),
    ],
  });
}

/** Differences with the range of their resamples; nought is no difference. */
export function rangesChart(rows: readonly RangeRow[], { width, palette }: Frame): Element {
  const most = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const placed = rows.map((row, i) => ({ ...row, row: i }));
  return draw(width, rows.length, palette, {
    x: { domain: [-most, most], ticks: 5, label: null },
    marks: [
      Plot.ruleX([0], { stroke: palette.soft, strokeDasharray: "3,3" }),
      Plot.link(placed, {
        x1: "low",
        x2: "high",
        y1: (one) => one.row + 0.7,
        y2: (one) => one.row + 0.7,
        stroke: palette.accent,
        strokeWidth: 2,
      }),
      Plot.dot(placed, { x: "at", y: (one) => one.row + 0.7, r: 4, fill: palette.accent }),
      names(rows),
    ],
  });
}

/** Four lines told apart by dashes and by their names at the end. */
export function curvesChart(points: readonly CurvePoint[], { width, palette, percent }: Frame): Element {
  const lines = [...new Set(points.map(({ line }) => line))];
  const dashes = ["none", "6,3", "2,3", "8,3,2,3"];
  const colours = [palette.points[4], palette.accent, palette.soft, palette.points[0]];
  return Plot.plot({
    width,
    height: 220,
    marginLeft: 40,
    marginRight: 16,
    style: { background: "none", color: palette.ink, fontFamily: "inherit", fontSize: "12px" },
    x: { label: null },
    y: { label: null, domain: [0, 1], tickFormat: percent, grid: true },
    marks: lines.flatMap((line, i) => {
      const own = points.filter((point) => point.line === line);
      return [
        Plot.line(own, {
          x: "price",
          y: "share",
          stroke: colours[i],
          strokeWidth: 2,
          strokeDasharray: dashes[i],
          curve: "step-after",
        }),
        Plot.text(own.slice(Math.floor(own.length / 2), Math.floor(own.length / 2) + 1), {
          x: "price",
          y: "share",
          text: "line",
          dy: -8 - 4 * i,
          fill: palette.ink,
          stroke: "var(--ground, #fff)",
          strokeWidth: 3,
        }),
      ];
    }),
  });
}

function names(rows: readonly { name: string }[]) {
  return Plot.text(
    rows.map(({ name }, i) => ({ name, row: i })),
    {
      frameAnchor: "left",
      y: (one) => one.row + 0.24,
      text: "name",
      textAnchor: "start",
      textOverflow: "ellipsis",
      lineWidth: 26,
    },
  );
}

function draw(
  width: number,
  rows: number,
  palette: Palette,
  { x, marks }: Pick<Plot.PlotOptions, "x" | "marks">,
): Element {
  const axis = x && "ticks" in x;
  return Plot.plot({
    width,
    height: rows * (ROW + NAME_ROW) + (axis ? 24 : 4),
    marginLeft: 2,
    marginRight: 2,
    marginTop: 2,
    marginBottom: axis ? 22 : 2,
    style: { background: "none", color: palette.ink, fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    x,
    y: { axis: null, domain: [0, rows] },
    marks,
  });
}
