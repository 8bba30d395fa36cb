/** The saturation curve as SVG, by Observable Plot; loaded only when it is looked at. What it says to ears is said by whoever shows it. */
import * as Plot from "@observablehq/plot";

export interface CurveLook {
  /** CSS pixels. */
  width: number;
  names: { read: string; known: string };
  number(value: number): string;
}

const HEIGHT = 180;

/** @param counts codes known after each review @param after reviews after which it was saturated */
export function saturationPlot(counts: readonly number[], after: number | undefined, look: CurveLook): Element {
  const points = [{ read: 0, known: 0 }, ...counts.map((known, i) => ({ read: i + 1, known }))];
  const whole = (value: number) => (Number.isInteger(value) ? look.number(value) : "");
  const chart = Plot.plot({
    width: look.width,
    height: HEIGHT,
    marginLeft: 34,
    marginRight: 12,
    marginBottom: 36,
    style: { background: "none", color: "var(--soft)", fontFamily: "inherit", fontSize: "12px" },
    x: { label: look.names.read, ticks: Math.min(6, counts.length), tickFormat: whole, labelArrow: "none" },
    y: { label: look.names.known, ticks: 4, tickFormat: whole, grid: true, labelArrow: "none" },
    marks: [
      ...(after === undefined ? [] : [Plot.ruleX([after], { stroke: "var(--good)", strokeDasharray: "4,3" })]),
      Plot.line(points, { x: "read", y: "known", curve: "step-after", stroke: "var(--accent)", strokeWidth: 2 }),
    ],
  });
  for (const part of [chart, ...chart.querySelectorAll("[aria-label]")]) part.removeAttribute("aria-label");
  chart.setAttribute("aria-hidden", "true");
  return chart;
}
