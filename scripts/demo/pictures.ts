/** Numbered screenshots of page and panel, and the two side by side as a person sees them. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import { PANEL_SIZE } from "./extension-browser";

/** A list may be far taller than anybody looks at. */
const TALLEST = 3_000;

export class Pictures {
  readonly folder: string;
  #count = 0;
  /** A browser of its own: another tab in the visitor's would make the panel follow it. */
  #studio: Browser | undefined;

  /** @param folder is emptied first, so that it holds this run only */
  constructor(folder: string) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Takes what is in view. @returns the file's name */
  async take(page: Page, name: string): Promise<string> {
    const file = this.#next(name);
    await page.screenshot({ path: join(this.folder, file), animations: "disabled" });
    return file;
  }

  /** Takes the whole place, as if the window were tall enough. */
  async takeWhole(panel: Page, name: string): Promise<void> {
    const height = await panel.evaluate(() => document.documentElement.scrollHeight);
    const { width, height: least } = PANEL_SIZE;
    await panel.setViewportSize({ width, height: Math.min(TALLEST, Math.max(least, height)) });
    await this.take(panel, name);
    await panel.setViewportSize(PANEL_SIZE);
  }

  /** Puts page and panel beside each other in one picture. */
  async takeBeside(page: Page, panel: Page, name: string): Promise<string> {
    const [left, right] = await Promise.all([page.screenshot(), panel.screenshot()]);
    const file = this.#next(name);
    const dark = await panel.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    const sizes = [page, panel].map((shown) => shown.viewportSize() ?? { width: 0, height: 0 });
    const width = sizes.reduce((sum, size) => sum + size.width, 1);
    const height = Math.max(...sizes.map((size) => size.height));
    this.#studio ??= await chromium.launch({ executablePath: findChromium(), args: QUIET_FLAGS });
    const canvas = await this.#studio.newPage({ viewport: { width, height } });
    await canvas.setContent(besideHtml(left, right, dark ? "#3a3f45" : "#d5d9de"));
    writeFileSync(join(this.folder, file), await canvas.screenshot());
    await canvas.close();
    return file;
  }

  async close(): Promise<void> {
    await this.#studio?.close();
  }

  #next(name: string): string {
    this.#count += 1;
    return `${String(this.#count).padStart(2, "0")}-${name}.png`;
  }
}

function besideHtml(left: Buffer, right: Buffer, line: string): string {
  const image = (bytes: Buffer) => `<img src="data:image/png;base64,${bytes.toString("base64")}">`;
  return `<style>body{margin:0;display:flex;gap:1px;background:${line}}img{display:block}</style>${image(left)}${image(right)}`;
}
