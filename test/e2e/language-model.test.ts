/** A language model that writes in the built extension: chosen, asked, stopped, killed in the middle. Evidence answers whenever it does not. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExtensionBrowser } from "../../scripts/demo/extension-browser";
import { falseQuotes, readLedger } from "../../scripts/demo/ledger";
import { askQuestion, chooseEvidence, chooseLanguageModel, openInterview } from "../../scripts/demo/panel-driver";
import { killEngine } from "./engine";
import type { LocalSite } from "./local-site";
import { readKettle } from "./read-kettle";

const QUESTION = "What do you think of it overall?";

let browser: ExtensionBrowser;
let site: LocalSite;
let panel: Page;

beforeAll(async () => {
  ({ browser, site, panel } = await readKettle(36));
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

describe("a language model on the processor", () => {
  it("is chosen in Settings and answers, with every quote verbatim and nothing unchecked", async () => {
    expect(await chooseLanguageModel(panel)).toBe(true);
    await openInterview(panel);
    await askQuestion(panel, QUESTION);
    const { conversations } = await readLedger(panel);
    const answer = conversations.flatMap(({ turns }) => turns).at(-1)?.answer;
    expect(answer?.usage?.model, JSON.stringify(answer?.fallback)).toContain("SmolLM2");
    expect(answer?.fallback?.why ?? "unsupported").toBe("unsupported");
    expect(falseQuotes(await readLedger(panel))).toEqual([]);
    expect(browser.network.attempts).toEqual([]);
  });

  it("is stopped by hand; evidence answers what it had not finished", async () => {
    await panel.getByRole("textbox", { name: "Ask these reviewers…" }).fill("What would you improve?");
    await panel.getByRole("button", { name: "Ask", exact: true }).click();
    // at once: a busy machine draws so slowly that the answer could be there before the button rests
    await panel.getByRole("button", { name: "Stop" }).dispatchEvent("click");
    await panel.locator(".turn").getByText("Stopped. What had been written").waitFor({ timeout: 60_000 });
    const turn = (await readLedger(panel)).conversations.flatMap(({ turns }) => turns).at(-1);
    expect(turn).toMatchObject({ question: "What would you improve?", state: "stopped" });
    expect(turn?.answer?.claims.length).toBeGreaterThan(0);
  });

  it("that was killed with its engine leaves the question, which is asked again", async () => {
    await panel.getByRole("textbox", { name: "Ask these reviewers…" }).fill("What do you dislike about it?");
    await panel.getByRole("button", { name: "Ask", exact: true }).click();
    await panel.getByRole("button", { name: "Stop" }).waitFor();
    await killEngine(browser);
    await panel.reload();
    await openInterview(panel);
    const again = panel.getByRole("button", { name: "Ask again: What do you dislike about it?" });
    await again.waitFor({ timeout: 60_000 });
    await chooseEvidence(panel);
    await openInterview(panel);
    await again.click();
    await expect
      .poll(async () => (await readLedger(panel)).conversations.flatMap(({ turns }) => turns).at(-1)?.state, {
        timeout: 60_000,
      })
      .toBe("answered");
  });
});
