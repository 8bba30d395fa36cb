import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import type { GeneratorsState } from "../../../lib/models/generator";
import { accessibilityProblems, draw } from "../components/draw";
import { CONVERSATION, ENGINE, quietActions, READ } from "../components/scenes";

const model = {
  id: "sample",
  kind: "wllama" as const,
  title: "Sample-1B",
  bytes: 100,
  stored: 100,
  state: "stored" as const,
};
const CHOSEN: GeneratorsState = {
  ...ENGINE.generators,
  chosen: { kind: "wllama", model: "sample" },
  state: "idle",
  models: [model],
};

async function drawWith(generators: GeneratorsState, actions = {}, language: "en" | "zh_CN" | "ru" = "en") {
  const engines = { ...quietActions().engines, ...actions };
  const view = { ...READ, engine: { at: "here" as const, state: { ...ENGINE, generators } } };
  await draw({ ...view, conversations: [CONVERSATION] }, { engines }, language);
  document.getElementById("tab-ask")?.click();
  (await waitFor(() => document.querySelector<HTMLElement>(".persona-card .main") ?? expect.fail())).click();
  return within(await waitFor(() => document.querySelector<HTMLElement>(".who-answers") ?? expect.fail()));
}

describe("who answers", () => {
  it("is said by name", async () => {
    (await drawWith(CHOSEN)).getByText("Sample-1B writes; every statement is checked against the reviews.");
    (await drawWith(ENGINE.generators)).getByText("Evidence answers, no language model.");
  });

  it("is changed in Settings, where the keyboard goes along", async () => {
    (await drawWith(CHOSEN)).getByRole("button", { name: "Change" }).click();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Who writes the answers"));
    expect(screen.getByRole("tab", { name: "Settings" }).getAttribute("aria-selected")).toBe("true");
  });

  it("shows how far it is loaded", async () => {
    const who = await drawWith({ ...CHOSEN, state: "loading", progress: 0.42 });
    who.getByText(/Sample-1B is loading…/);
    expect(who.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("42");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says that it failed, why, and what to do: try again or go back to evidence", async () => {
    const choose = vi.fn(async () => {});
    const failed: GeneratorsState = { ...CHOSEN, state: "failed", problem: { code: "model_damaged" } };
    const who = await drawWith(failed, { choose });
    expect(who.getByRole("alert").textContent).toContain("Delete it and download it again");
    who.getByText("Evidence answers meanwhile.");
    expect(await accessibilityProblems()).toEqual([]);
    who.getByRole("button", { name: "Try again" }).click();
    await waitFor(() => expect(choose).toHaveBeenLastCalledWith(failed.chosen, true));
    const back = who.getByRole("button", { name: "Back to evidence" });
    await waitFor(() => expect(back.getAttribute("aria-disabled")).toBe("false"));
    back.click();
    await waitFor(() => expect(choose).toHaveBeenLastCalledWith({ kind: "evidence" }));
  });

  it.each(INTERFACE_LANGUAGES)("is said in %s", async (language) => {
    await drawWith(CHOSEN, {}, language);
    const said = document.querySelector(".who-answers")?.textContent ?? "";
    expect(said).toContain("Sample-1B");
    expect(said).not.toMatch(/talkWho|[{}]/);
  });
});
