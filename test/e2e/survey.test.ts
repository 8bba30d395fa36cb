/** A survey in the built extension, by keyboard: set up from its template, run, seen again after a reload, and computed again from its file. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SurveyRun } from "../../lib/domain";
import type { ExtensionBrowser } from "../../scripts/demo/extension-browser";
import { openPlace } from "../../scripts/demo/panel-driver";
import { goTo, pressButton, reach } from "./keyboard";
import type { LocalSite } from "./local-site";
import { readKettle } from "./read-kettle";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "earshot-survey-"));
let browser: ExtensionBrowser;
let site: LocalSite;
let panel: Page;

beforeAll(async () => {
  ({ browser, site, panel } = await readKettle(48));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a survey", () => {
  it("is set up from its template and run by keyboard", async () => {
    await goTo(panel, "Test");
    await pressButton(panel, /^Would they buy it/);
    await reach(panel, panel.getByLabel("Short name").first());
    await panel.keyboard.type("Quiet kettle");
    await reach(panel, panel.getByLabel("What they read").first());
    await panel.keyboard.type("A kettle that boils without a sound and keeps water warm for an hour.");
    await pressButton(panel, "Ask them");
    await panel.locator(".chart svg").first().waitFor({ timeout: 60_000 });
    await panel.getByRole("button", { name: "Pause" }).waitFor({ state: "detached", timeout: 60_000 });
  });

  it("shows figures, how well they were checked, and that all of it is simulated", async () => {
    await panel.locator(".gauge").first().waitFor();
    expect(await panel.locator(".place.test").getByText("simulated").count()).toBeGreaterThan(0);
    expect(await panel.locator(".gauge").first().textContent()).not.toBe("");
  });

  it("is saved as a file from which the command line computes the same figures", async () => {
    const [run] = await readSurveys(panel);
    const download = panel.waitForEvent("download");
    await pressButton(panel, "File to repeat it (manifest)");
    const file = join(folder, "manifest.json");
    await (await download).saveAs(file);
    const { stdout } = await promisify(execFile)("node", ["cli/earshot.mjs", "survey", "--replay", file], {
      cwd: ROOT,
    });
    const replayed: { concepts: { pmf: number[]; mean: number }[] } = JSON.parse(stdout);
    const cell = run?.results?.cells.find(({ pmf, segmentId }) => pmf && segmentId === undefined);
    expect(cell).toBeDefined();
    expect(replayed.concepts[0]).toMatchObject({ pmf: cell?.pmf, mean: cell?.mean });
  });

  it("is still there when the panel is opened again", async () => {
    const before = await readSurveys(panel);
    await panel.reload();
    await openPlace(panel, "Test");
    await panel.locator(".place.test .gauge").first().waitFor();
    const title = panel.locator(".place.test").getByRole("heading", { name: before[0]?.spec.title ?? "" });
    await title.first().waitFor();
    expect(await readSurveys(panel)).toEqual(before);
  });
});

/** Runs as they are stored. */
function readSurveys(page: Page): Promise<SurveyRun[]> {
  return page.evaluate(
    () =>
      new Promise<SurveyRun[]>((resolve, reject) => {
        const opened = indexedDB.open("earshot");
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const asked = opened.result.transaction("surveys").objectStore("surveys").getAll();
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opened.result.close();
            resolve(asked.result);
          };
        };
      }),
  );
}
