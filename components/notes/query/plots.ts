/** Charts of crosses as SVG, by Observable Plot. Loaded only when one is looked at. Every word is set as text; nothing is parsed as HTML. */
import * as Plot from "@observablehq/plot";
import { type Frame, drawn as surveyDrawn } from "../../test/results/plots";
import type { FeelingChart, HeatChart, QueryChart } from "./charts";

/** CSS pixels. */
const ROW = 26;
const SIZE = 12;
/** About the width of a sign. */
const SIGN = 6.6;
/** Names of columns lean, so that they fit above narrow cells. */
const HEAD = 74;
/** What the last of them leans out. */
const EDGE = 60;

/** @returns the chart as it is on screen and in files; what it says to ears is said by whoever shows it */
export function drawn(chart: QueryChart, frame: Frame): Element {
  if (chart.kind !== "heat" && chart.kind !== "feeling") return surveyDrawn(chart, frame);
  const made = chart.kind === "heat" ? heat(chart, frame) : feeling(chart, frame);
  for (const part of [made, ...made.querySelectorAll("[aria-label], [aria-description]")]) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  }
  made.setAttribute("aria-hidden", "true");
  return made;
}

function heat({ rows, columns, cells }: HeatChart, { width, palette }: Frame): Element {
  const names = Math.min(150, width * 0.34);
  const cell = (width - names - EDGE) / Math.max(1, columns.length);
  const known = cells.filter(({ value }) => value !== undefined);
  const wordy = cells.filter(({ words }) => words.length * SIGN < cell - 4);
  return Plot.plot({
    ...frameOf(width, HEAD + rows.length * ROW + 4, palette.ink),
    ...{ marginLeft: names, marginRight: EDGE, marginTop: HEAD, marginBottom: 4, padding: 0.06 },
    x: {
      ...{ type: "band", axis: "top", label: null, tickSize: 0, tickRotate: -40, domain: columns.map((_, i) => i) },
      tickFormat: (i: number) => cut(columns[i] ?? "", 96),
    },
    y: {
      ...{ type: "band", label: null, tickSize: 0, domain: rows.map((_, i) => i) },
      tickFormat: (i: number) => cut(rows[i] ?? "", names - 8),
    },
    marks: [
      Plot.cell(cells, { x: "column", y: "row", fill: palette.line, fillOpacity: 0.45 }),
      Plot.cell(known, { x: "column", y: "row", fill: palette.accent, fillOpacity: (one) => 0.9 * (one.value ?? 0) }),
      Plot.text(wordy, {
        ...{ x: "column", y: "row", text: "words" },
        fill: (one) => ((one.value ?? 0) > 0.55 ? palette.ground : palette.ink),
      }),
    ],
  });
}

/** Nought stands in the middle; bad to the left, good to the right, each with its figure in words above. */
function feeling({ rows }: FeelingChart, { width, palette }: Frame): Element {
  const most = Math.max(1, ...rows.flatMap(({ negative, positive }) => [negative, positive]));
  const placed = rows.map((one, row) => ({ ...one, row }));
  const height = ROW * 1.6;
  const bar = (side: "negative" | "positive", sign: 1 | -1, fill: string | undefined) =>
    Plot.rect(placed, {
      ...{ x1: 0, x2: (one: (typeof placed)[number]) => sign * one[side] },
      ...{
        y1: (one: (typeof placed)[number]) => one.row + 0.5,
        y2: (one: (typeof placed)[number]) => one.row + 0.92,
        fill,
      },
    });
  const room = width - 90;
  return Plot.plot({
    ...frameOf(width, rows.length * height + 4, palette.ink),
    ...{ marginLeft: 1, marginRight: 1, marginTop: 0, marginBottom: 4 },
    x: { axis: null, domain: [-most, most] },
    y: { axis: null, domain: [0, rows.length], reverse: true },
    marks: [
      bar("negative", -1, palette.points[0]),
      bar("positive", 1, palette.points[4]),
      Plot.link(placed, {
        x1: 0,
        x2: 0,
        y1: (one) => one.row + 0.46,
        y2: (one) => one.row + 0.96,
        stroke: palette.ink,
      }),
      Plot.text(placed, {
        ...{ frameAnchor: "left", y: (one) => one.row + 0.27, text: (one) => cut(one.name, room), fontWeight: 600 },
        fill: palette.ink,
      }),
      Plot.text(placed, { frameAnchor: "right", y: (one) => one.row + 0.27, text: "figure", fill: palette.soft }),
    ],
  });
}

function frameOf(width: number, height: number, color: string) {
  return { width, height, style: { background: "none", color, fontFamily: "inherit", fontSize: `${SIZE}px` } };
}

/** Signs of East Asia are twice as wide. */
function cut(name: string, room: number): string {
  let width = 0;
  let words = "";
  for (const sign of name) {
    width += /[⺀-￯]/u.test(sign) ? 2 * SIGN : SIGN;
    if (width > room) return `${words.trimEnd()}…`;
    words += sign;
  }
  return words;
}
