/** Charts as pictures: white ground, fixed colours, and in the picture itself its question, that it is simulated, and how far to believe it. */
import type { Drawing } from "./Chart";
import { IN_FILES } from "./palette";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 640;
const EDGE = 16;
const LINE = 18;
/** Letters of the notes that fit a line. */
const LETTERS = 96;

export interface PictureWords {
  title: string;
  /** Below the chart: simulated, and the gauge. */
  notes: readonly string[];
  percent(share: number): string;
}

/** @returns the charts one under the other, as text of an SVG file */
export async function svgOf(drawings: readonly Drawing[], words: PictureWords): Promise<string> {
  return new XMLSerializer().serializeToString(await picture(drawings, words));
}

/** @returns a PNG at twice the size @throws Error when the browser cannot draw it */
export async function pngOf(drawings: readonly Drawing[], words: PictureWords): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await picture(drawings, words);
  const [width, height] = [WIDTH, Number(svg.getAttribute("height"))];
  const image = new Image(width, height);
  const file = new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  const url = URL.createObjectURL(file);
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * width;
    canvas.height = 2 * height;
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

async function picture(drawings: readonly Drawing[], { title, notes, percent }: PictureWords): Promise<SVGSVGElement> {
  const plots = await import("./plots");
  const root = element("svg", { xmlns: SVG, width: WIDTH }) as SVGSVGElement;
  root.style.fontFamily = "system-ui, sans-serif";
  const ground = root.appendChild(element("rect", { width: "100%", height: "100%", fill: "#ffffff" }));
  ground.setAttribute("data-ground", "");
  let y = EDGE + LINE;
  for (const line of broken(title)) {
    root.append(text(line, y, { "font-size": 16, "font-weight": 600, fill: IN_FILES.ink }));
    y += LINE + 4;
  }
  for (const draw of drawings) {
    const chart = draw(plots, { width: WIDTH - 2 * EDGE, palette: IN_FILES, percent });
    chart.setAttribute("x", String(EDGE));
    chart.setAttribute("y", String(y));
    root.append(chart);
    y += Number(chart.getAttribute("height")) + EDGE;
  }
  for (const line of notes.flatMap(broken)) {
    y += LINE;
    root.append(text(line, y, { "font-size": 12, fill: IN_FILES.soft }));
  }
  const height = y + EDGE;
  root.setAttribute("height", String(height));
  root.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  return root;
}

function text(words: string, y: number, attributes: Record<string, string | number>): SVGElement {
  const line = element("text", { x: EDGE, y, ...attributes });
  line.textContent = words;
  return line;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made;
}

/** Lines of about the picture's width; SVG breaks none by itself. Wide signs count twice. */
function broken(words: string): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(words)) {
    const wide = [...segment].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/u.test(sign) ? 2 : 1), 0);
    if (width + wide > LETTERS && line.trim()) {
      lines.push(line.trim());
      line = "";
      width = 0;
    }
    line += segment;
    width += wide;
  }
  return line.trim() ? [...lines, line.trim()] : lines;
}
