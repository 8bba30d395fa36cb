import { screen, waitFor } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems, draw, open } from "./draw";
import { ENGINE, READ } from "./scenes";

async function drawSettings(view = READ, actions: Parameters<typeof draw>[1] = {}) {
  await draw(view, actions);
  open("Settings");
  await waitFor(() => screen.getByRole("heading", { name: "Privacy" }));
}

describe("settings", () => {
  it("says which model runs, on what, how fast, and why not on WebGPU", async () => {
    await drawSettings();
    const facts = [...document.querySelectorAll(".facts-list dd")].map((value) => value.textContent);
    expect(facts).toEqual([
      "Ready",
      "multilingual-e5-small",
      "MIT",
      "83 MB",
      "8 bits",
      "CPU, 2 threads",
      "38 sentences/s",
      "1571fc982750",
    ]);
    screen.getByText(/WebGPU is not used: this browser offers no graphics adapter/);
  });

  it.each([
    ["software", /emulated in software/],
    ["wrong-results", /failed the check at the start/],
    ["unknown", /is found out at the first reading/],
  ] as const)("explains a GPU that is %s", async (gpu, words) => {
    await drawSettings({ ...READ, engine: { at: "here", state: { ...ENGINE, gpu } } });
    screen.getByText(words);
  });

  it("deletes a product only after asking, and gives the focus back when it is kept", async () => {
    const forget = vi.fn();
    await drawSettings(READ, { forget });
    screen.getByText("48 MB used of 60 GB available.");
    screen.getByRole("button", { name: "Delete: Fennel electric kettle, 1.7 l" }).click();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep"));
    expect(forget).not.toHaveBeenCalled();
    screen.getByRole("button", { name: "Keep" }).click();
    await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toContain("Delete: Fennel"));
    screen.getByRole("button", { name: "Delete: Fennel electric kettle, 1.7 l" }).click();
    (await waitFor(() => screen.getByRole("button", { name: "Delete" }))).click();
    expect(forget).toHaveBeenCalledExactlyOnceWith("s");
  });

  it("deletes everything only after asking", async () => {
    const forgetAll = vi.fn();
    await drawSettings(READ, { forgetAll });
    screen.getByRole("button", { name: "Delete everything" }).click();
    await waitFor(() => screen.getByText(/Delete the one product with reviews/));
    expect(forgetAll).not.toHaveBeenCalled();
    screen.getByRole("button", { name: "Delete everything" }).click();
    expect(forgetAll).toHaveBeenCalledOnce();
  });

  it("offers each language in its own name", async () => {
    const chooseLanguage = vi.fn();
    await drawSettings(READ, { chooseLanguage });
    expect(screen.getByRole("radio", { name: "As the browser" })).toHaveProperty("checked", true);
    screen.getByRole("radio", { name: "简体中文" }).click();
    expect(chooseLanguage).toHaveBeenCalledExactlyOnceWith("zh_CN");
  });

  it("is accessible, also while it asks", async () => {
    await drawSettings();
    screen.getByRole("button", { name: "Delete everything" }).click();
    await waitFor(() => screen.getByText(/This cannot be undone/));
    expect(await accessibilityProblems()).toEqual([]);
  });
});
