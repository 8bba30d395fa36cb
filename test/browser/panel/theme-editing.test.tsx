import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { draw } from "../components/draw";
import { UNDERSTOOD } from "./understood-evidence";

function button(name: string | RegExp, within_: HTMLElement = document.body): HTMLElement {
  return within(within_).getByRole("button", { name });
}

describe("editing themes", () => {
  async function edit(actions: Parameters<typeof draw>[1] = {}) {
    const drawn = await draw(UNDERSTOOD, actions);
    button("Edit").click();
    await waitFor(() => button("Done"));
    return drawn;
  }

  it("renames by keyboard, offers to take it back, and returns the focus", async () => {
    const editThemes = vi.fn(async () => {});
    const undoThemes = vi.fn(async () => ({ kind: "rename", themeId: "noise", label: "Noise" }) as const);
    await edit({ editThemes, undoThemes });
    button("Rename: Loud in the kitchen").click();
    const field = await waitFor(() => screen.getByRole<HTMLInputElement>("textbox", { name: "Name of the theme" }));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await userEvent.fill(field, "  Noise ");
    await userEvent.keyboard("{Enter}");
    expect(editThemes).toHaveBeenCalledExactlyOnceWith({ kind: "rename", themeId: "noise", label: "Noise" });
    await waitFor(() => expect(document.activeElement).toBe(button("Rename: Loud in the kitchen")));
    await waitFor(() => screen.getByText("Renamed."));
    button("Undo").focus();
    button("Undo").click();
    await waitFor(() => screen.getByText("Taken back."));
    expect(undoThemes).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(button("Close"));
  });

  it("changes nothing on Escape or with an empty name", async () => {
    const editThemes = vi.fn(async () => {});
    await edit({ editThemes });
    for (const name of ["", "Loud in the kitchen"]) {
      button("Rename: Loud in the kitchen").click();
      const field = await waitFor(() => screen.getByRole<HTMLInputElement>("textbox", { name: "Name of the theme" }));
      await userEvent.fill(field, name);
      await userEvent.keyboard("{Enter}");
      await waitFor(() => button("Rename: Loud in the kitchen"));
    }
    button("Merge into…: Loud in the kitchen").click();
    fireEvent.keyDown(await waitFor(() => screen.getByRole("combobox")), { key: "Escape" });
    await waitFor(() => expect(document.activeElement).toBe(button("Merge into…: Loud in the kitchen")));
    expect(editThemes).not.toHaveBeenCalled();
  });

  it("merges, splits and pins; never into itself or its own part", async () => {
    const editThemes = vi.fn(async () => {});
    await edit({ editThemes });
    button("Merge into…: Lid stops closing").click();
    const into = await waitFor(() => screen.getByRole<HTMLSelectElement>("combobox"));
    const targets = [...into.options].map(({ value }) => value);
    expect(targets).not.toContain("lid");
    expect(targets).not.toContain("lid-click");
    fireEvent.change(into, { target: { value: "smell" } });
    button("Merge").click();
    (await waitFor(() => button("Split: Lid stops closing"))).click();
    button("Pin: Cool handle").click();
    button("Unpin: Smell of plastic").click();
    expect(editThemes.mock.calls).toEqual([
      [{ kind: "merge", themeId: "lid", into: "smell" }],
      [{ kind: "split", themeId: "lid" }],
      [{ kind: "pin", themeId: "handle", pinned: true }],
      [{ kind: "pin", themeId: "smell", pinned: false }],
    ]);
    expect(screen.queryByRole("button", { name: "Split: Cool handle" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Rename: Other remarks" })).toBeNull();
  });

  it("says in a sentence when it did not work", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    await edit({ editThemes: () => Promise.reject(new Error("no engine")) });
    button("Pin: Cool handle").click();
    await waitFor(() => screen.getByText(/The themes could not be changed. Nothing is lost/));
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    quiet.mockRestore();
  });

  it("says when there is nothing left to take back", async () => {
    await edit();
    button("Undo the last change").click();
    await waitFor(() => screen.getByText("There is no change left to take back."));
  });

  it("does not lose the focus with a theme that is gone", async () => {
    const { redraw } = await edit();
    button("Pin: Cool handle").focus();
    redraw(UNDERSTOOD);
    const themes = UNDERSTOOD.evidence.themes.filter(({ id }) => id !== "handle");
    redraw({ ...UNDERSTOOD, evidence: { ...UNDERSTOOD.evidence, themes } });
    await waitFor(() => expect(document.activeElement).toBe(button("Done")));
  });
});
