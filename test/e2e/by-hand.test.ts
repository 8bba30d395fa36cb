/** What a researcher changes by hand in the built extension, without a mouse: themes, the reasons of a label, codes. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExtensionBrowser } from "../../scripts/demo/extension-browser";
import { readLedger } from "../../scripts/demo/ledger";
import { waitUntilUnderstood } from "../../scripts/demo/panel-driver";
import { killEngine } from "./engine";
import { goTo, goToCodebook, pressButton, reach } from "./keyboard";
import type { LocalSite } from "./local-site";
import { readKettle } from "./read-kettle";

let browser: ExtensionBrowser;
let site: LocalSite;
let panel: Page;

beforeAll(async () => {
  ({ browser, site, panel } = await readKettle(60));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function restartEngine(): Promise<void> {
  await killEngine(browser);
  await panel.reload();
  await panel.getByRole("button", { name: "Read again" }).waitFor({ timeout: 60_000 });
}

/** Names of the themes that are no part of another and not the rest. */
async function themeNames(): Promise<string[]> {
  const { themes } = await readLedger(panel);
  return themes.filter(({ parentId, rest }) => !parentId && !rest).map(({ label }) => label);
}

async function said(words: string): Promise<void> {
  await panel.locator(".toast").filter({ hasText: words }).waitFor({ timeout: 30_000 });
}

describe("themes", () => {
  let renamed: string;
  let merged: string;

  it("take another name", async () => {
    const [first, second] = await themeNames();
    if (!first || !second) throw new Error("Two themes are needed.");
    [renamed, merged] = [first, second];
    await goTo(panel, "Overview");
    await pressButton(panel, "Edit");
    await pressButton(panel, `Rename: ${renamed}`);
    await reach(panel, panel.getByRole("textbox", { name: "Name of the theme" }));
    await panel.keyboard.type("What I call it");
    await panel.keyboard.press("Enter");
    await said("Renamed.");
    expect(await themeNames()).toContain("What I call it");
    expect(await themeNames()).not.toContain(renamed);
  });

  it("are merged, and the merging is taken back", async () => {
    const before = await themeNames();
    await pressButton(panel, `Merge into…: ${merged}`);
    await reach(panel, panel.getByRole("combobox", { name: /^Theme to merge/ }));
    await panel.keyboard.type("What I call");
    await pressButton(panel, "Merge");
    await said("Merged into one theme.");
    expect((await themeNames()).sort()).toEqual(before.filter((name) => name !== merged).sort());
    await pressButton(panel, "Undo");
    await said("Taken back.");
    expect((await themeNames()).sort()).toEqual(before.sort());
  });

  it("are as they were left when the engine starts again", async () => {
    const before = await themeNames();
    await restartEngine();
    expect((await themeNames()).sort()).toEqual(before.sort());
    await panel.getByRole("button", { name: /^What I call it/ }).waitFor();
    await panel.getByText(`named by hand, found as “${renamed}”`).waitFor();
  });

  it("keep their given name when the page is read again", async () => {
    await pressButton(panel, "Read again");
    await waitUntilUnderstood(panel);
    expect(await themeNames()).toContain("What I call it");
  });
});

describe("a label", () => {
  it("answers why with what it learnt from", async () => {
    await goTo(panel, "Reviews");
    await reach(panel, panel.locator('.tint[tabindex="0"]').first());
    await panel.keyboard.press("Enter");
    await pressButton(panel, "Why this?");
    const learnt = panel.locator(".learnt li");
    await learnt.first().waitFor({ timeout: 30_000 });
    for (const example of await learnt.allTextContents()) expect(example).toMatch(/“.+” · learnt as .+ · \d+% alike$/);
    await panel.keyboard.press("Escape");
    await panel.locator(".sentence-details").waitFor({ state: "detached" });
  });
});

describe("a code", () => {
  const IS_MEANT = /lid broke/;
  const learnt = () => panel.locator(".code-learnt [role=status]").textContent();
  const suggestions = () => panel.locator(".code-suggestions > li").allTextContents();

  async function untilLearnt(yes: number, no: number): Promise<void> {
    await expect.poll(learnt, { timeout: 20_000 }).toContain(`Learnt from ${yes} yes, ${no} no.`);
  }

  it("is named and described, and asks", async () => {
    await goToCodebook(panel);
    await pressButton(panel, "New code");
    await panel.keyboard.type("Broken lid");
    await panel.keyboard.press("Tab");
    await panel.keyboard.type("The lid broke or does not close");
    await pressButton(panel, "Create");
    await panel.getByRole("group", { name: /Does this belong/ }).waitFor({ timeout: 30_000 });
    expect(await learnt()).toContain("Nothing judged yet");
  });

  it("is taught five examples by keys, and suggests", async () => {
    const card = panel.getByRole("group", { name: /Does this belong/ });
    await reach(panel, card.getByRole("button", { name: /^Yes/ }));
    const given = { yes: 0, no: 0 };
    for (let round = 0; round < 5; round += 1) {
      const meant = IS_MEANT.test((await card.locator("blockquote").textContent()) ?? "");
      given[meant ? "yes" : "no"] += 1;
      await panel.keyboard.press(meant ? "y" : "n");
      await untilLearnt(given.yes, given.no);
    }
    await expect.poll(async () => (await suggestions()).length, { timeout: 20_000 }).toBeGreaterThan(2);
    expect((await suggestions())[0]).toMatch(IS_MEANT);
  });

  it("changes with what is accepted and rejected, and keeps it when the engine starts again", async () => {
    const counts = (await learnt())?.match(/(\d+) yes, (\d+) no/);
    const [yes, no] = [Number(counts?.[1]), Number(counts?.[2])];
    const before = await suggestions();
    await pressButton(panel, /^Accept: /);
    await untilLearnt(yes + 1, no);
    const rejected = panel.getByRole("button", { name: /^Reject: / }).last();
    await reach(panel, rejected);
    await panel.keyboard.press("Enter");
    await untilLearnt(yes + 1, no + 1);
    expect(await suggestions()).not.toContain(before[0]);
    expect(await suggestions()).not.toContain(before.at(-1));
    await restartEngine();
    await goToCodebook(panel);
    await reach(panel, panel.getByRole("treeitem", { name: /Broken lid/ }));
    await panel.keyboard.press("Enter");
    await untilLearnt(yes + 1, no + 1);
    await expect.poll(async () => (await suggestions())[0], { timeout: 20_000 }).toMatch(IS_MEANT);
  });
});

it("sends nothing anywhere meanwhile", () => {
  expect(browser.network.attempts).toEqual([]);
});
