/** Charts as pictures: white ground, fixed colours, and in the picture itself its question, that it is simulated, and how far to believe it. */
import type { SurveyChart } from "../../../lib/report/survey/charts";
import { oneLine } from "../../../lib/report/survey/names";
import type { Texts } from "../../texts";
import { IN_FILES, type Palette } from "./palette";

const SVG = "http://www.w3.org/2000/svg";
/** CSS pixels. */
const WIDTH = 720;
const EDGE = 20;
const SMALL = { size: 12.5, line: 18 };
const LARGE = { size: 17, line: 24 };
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";
/** Pixels of a PNG per CSS pixel. */
const DENSITY = 2;

export interface PictureWords {
  mark: string;
  /** Below the chart: how it was simulated, and the gauge. */
  notes: readonly string[];
}

type Figures = Pick<Texts, "percent" | "number">;

/** @returns the chart alone, to be set into a page that says the rest */
export async function chartSvg(chart: SurveyChart, texts: Figures): Promise<string> {
  return serialised(await drawnFor(chart, texts));
}

/** @returns text of an SVG file */
export async function pictureSvg(chart: SurveyChart, words: PictureWords, texts: Figures): Promise<string> {
  return serialised(await picture(chart, words, texts));
}

/** Any drawing with words around it. */
export interface FramedDrawing {
  /** Above the title, in the colour of what is simulated; "" for none. */
  mark: string;
  title: string;
  sub: string;
  notes: readonly string[];
  draw: (frame: { width: number; palette: Palette }) => Promise<Element>;
}

/** @returns text of an SVG file */
export async function framedSvg(drawing: FramedDrawing): Promise<string> {
  return serialised(await framed(drawing));
}

/** @returns a PNG at twice the size @throws Error when the browser cannot draw it */
export async function framedPng(drawing: FramedDrawing): Promise<Uint8Array<ArrayBuffer>> {
  return rasterised(await framed(drawing));
}

/** @returns a PNG at twice the size @throws Error when the browser cannot draw it */
export async function picturePng(
  chart: SurveyChart,
  words: PictureWords,
  texts: Figures,
): Promise<Uint8Array<ArrayBuffer>> {
  return rasterised(await picture(chart, words, texts));
}

async function rasterised(svg: SVGElement): Promise<Uint8Array<ArrayBuffer>> {
  const height = Number(svg.getAttribute("height"));
  const image = new Image(WIDTH, height);
  const url = URL.createObjectURL(new Blob([serialised(svg)], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = DENSITY * WIDTH;
    canvas.height = DENSITY * height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser cannot draw the picture. Save it as SVG instead.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("This browser cannot make a PNG. Save it as SVG instead.");
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function drawnFor(chart: SurveyChart, { percent, number }: Figures): Promise<Element> {
  const { drawn } = await import("./plots");
  const svg = drawn(chart, { width: WIDTH - 2 * EDGE, palette: IN_FILES, percent, number });
  svg.setAttribute("font-family", FONT);
  return svg;
}

function picture(chart: SurveyChart, { mark, notes }: PictureWords, texts: Figures): Promise<SVGElement> {
  const { title, sub } = chart;
  const words = { mark, title, sub, notes: [...chart.notes, ...notes] };
  return framed({ ...words, draw: () => drawnFor(chart, texts) }, chart.kind === "shares");
}

async function framed({ mark, title, sub, notes, draw }: FramedDrawing, withPoints = false): Promise<SVGElement> {
  const root = element("svg", { width: WIDTH, "font-family": FONT });
  root.append(element("rect", { width: "100%", height: "100%", fill: IN_FILES.ground }));
  let y = EDGE;
  const write = (words: string, { size, line }: typeof SMALL, attributes: Record<string, string | number>) => {
    for (const part of broken(oneLine(words), size)) {
      y += line;
      const written = element("text", { x: EDGE, y: y - line / 4, "font-size": size, ...attributes });
      written.textContent = part;
      root.append(written);
    }
  };
  write(mark, SMALL, { fill: IN_FILES.simulated, "font-weight": 600 });
  write(title, LARGE, { fill: IN_FILES.ink, "font-weight": 600 });
  if (sub) write(sub, SMALL, { fill: IN_FILES.ink });
  y += EDGE / 2;
  if (withPoints) {
    root.append(...legend(y));
    y += LARGE.line + EDGE / 4;
  }
  const svg = await draw({ width: WIDTH - 2 * EDGE, palette: IN_FILES });
  svg.setAttribute("font-family", FONT);
  svg.setAttribute("x", String(EDGE));
  svg.setAttribute("y", String(y));
  root.append(svg);
  y += Number(svg.getAttribute("height")) + EDGE / 2;
  for (const note of notes) write(note, SMALL, { fill: IN_FILES.soft });
  const height = y + EDGE;
  root.setAttribute("height", String(height));
  root.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  return root;
}

/** The five points in their colours. */
function legend(y: number): Element[] {
  const width = (WIDTH - 2 * EDGE) / 5;
  return IN_FILES.points.flatMap((fill, r) => {
    const x = EDGE + r * width;
    const label = element("text", {
      ...{ x: x + width / 2, y: y + 13, fill: IN_FILES.onPoints[r] ?? "", "font-size": SMALL.size },
      "text-anchor": "middle",
    });
    label.textContent = String(r + 1);
    return [element("rect", { x, y, width: width - 1, height: SMALL.line, fill }), label];
  });
}

function serialised(svg: Element): string {
  return new XMLSerializer().serializeToString(svg);
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Lines that fit the picture; SVG breaks none by itself. Wide signs take a whole em. */
function broken(words: string, size: number): string[] {
  const most = (WIDTH - 2 * EDGE) / size;
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(words)) {
    const wide = [...segment].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/u.test(sign) ? 1 : 0.55), 0);
    if (width + wide > most && line.trim()) {
      lines.push(line.trim());
      line = "";
      width = 0;
    }
    line += segment;
    width += wide;
  }
  return line.trim() ? [...lines, line.trim()] : lines;
}
