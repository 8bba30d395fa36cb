/** A person without a mouse: Tab until the wanted control has the focus, then its keys. */

import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** More stops than any place of the panel has. */
const STOPS = 600;

/** Goes on with Tab until the control has the focus; fails when Tab never reaches it. */
export async function reach(panel: Page, control: Locator): Promise<void> {
  await control.waitFor({ timeout: 30_000 });
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await panel.keyboard.press("Tab");
  }
  expect.fail(`Tab does not reach ${control}.`);
}

/** Reaches a button and presses Enter on it. */
export async function pressButton(panel: Page, name: string | RegExp): Promise<void> {
  await reach(panel, panel.getByRole("button", { name, exact: typeof name === "string" }).first());
  await panel.keyboard.press("Enter");
}

/** Goes to a place by the arrow keys of the tabs, from whichever place is open. */
export async function goTo(panel: Page, place: "Overview" | "Reviews" | "Test" | "Notes"): Promise<void> {
  await reach(panel, panel.getByRole("tab", { selected: true }).first());
  await panel.keyboard.press("Home");
  for (let step = 0; step < 5; step += 1) {
    if ((await panel.getByRole("tab", { selected: true }).first().textContent()) === place) return;
    await panel.keyboard.press("ArrowRight");
  }
  expect.fail(`The arrow keys do not lead to ${place}.`);
}

/** Goes to the codebook, which is a place within Notes. */
export async function goToCodebook(panel: Page): Promise<void> {
  await goTo(panel, "Notes");
  await reach(panel, panel.locator(".notes-tabs").getByRole("tab", { selected: true }));
  await panel.keyboard.press("Home");
  await panel.keyboard.press("ArrowRight");
  await panel.getByRole("heading", { name: "Codes" }).waitFor();
}
