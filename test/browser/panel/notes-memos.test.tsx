import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { NotebookActions } from "../../../components/notes/notebook-view";
import { keepPlace } from "../../../components/notes/notes-place";
import type { PanelView } from "../../../components/view";
import type { Memo } from "../../../lib/domain";
import type { InterfaceLanguage } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { NOTEBOOK_VIEW, NOTED } from "../components/note-scenes";
import { quietNotebook } from "../components/notebook-scenes";

const NAMES = { en: "Notes", zh_CN: "笔记", ru: "Заметки" } as const;
const memo: Memo = {
  id: "m1",
  kind: "project",
  coderId: "me",
  title: "Question",
  text: "Do people\nmean the boil or the beep?",
  created: "2026-05-09T10:00:00Z",
  updated: "2026-05-09T10:00:00Z",
};
const MEMOS: readonly Memo[] = [
  memo,
  { ...memo, id: "m2", kind: "journal", title: "", text: "Read forty reviews." },
  { ...memo, id: "m3", kind: "code", about: "noise", title: "", text: "Two things in one?" },
];
const VIEW: PanelView = { ...NOTEBOOK_VIEW, notebook: { ...NOTED, memos: MEMOS } };
const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** The library's own `focusOut` is of a kind that no browser sends. */
const leave = (field: Element) => fireEvent(field, new FocusEvent("focusout", { bubbles: true }));

async function drawMemos(own: Partial<NotebookActions> = {}, language: InterfaceLanguage = "en") {
  const drawn = await draw(VIEW, { notebook: quietNotebook(own) }, language);
  open(NAMES[language]);
  await waitFor(() => document.querySelector(".journal") ?? Promise.reject());
  return drawn;
}

beforeEach(async () => {
  keepPlace("memos");
  localStorage.clear();
  await page.viewport(400, 800);
});

describe("memos", () => {
  it("stand by what they are about, with their line breaks", async () => {
    await drawMemos();
    const text = screen.getByText(/Do people/);
    expect(getComputedStyle(text).whiteSpace).toBe("pre-wrap");
    const others = within(screen.getByRole("heading", { name: "All memos" }).closest("section") as HTMLElement);
    others.getByText(/Too loud/);
    others.getByText("Two things in one?");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("are stored when the field is left, once", async () => {
    const saveMemo = vi.fn(async () => {});
    await drawMemos({ saveMemo });
    button("Write a memo: About this product").click();
    const text = await waitFor(() => screen.getByLabelText("Memo"));
    expect(document.activeElement).toBe(text);
    fireEvent.input(text, { target: { value: "Compare\nwith the old one." } });
    await waitFor(() => screen.getByText(/Kept as a draft/));
    leave(text);
    await waitFor(() => screen.getByText("Saved."));
    leave(text);
    expect(saveMemo).toHaveBeenCalledOnce();
    expect(saveMemo).toHaveBeenCalledWith(
      expect.objectContaining({ kind: "document", about: "s", subjectId: "s", text: "Compare\nwith the old one." }),
    );
    expect(localStorage.length).toBe(0);
  });

  it("lose nothing when they cannot be stored or the panel closes in the middle", async () => {
    const saveMemo = vi.fn(() => Promise.reject(new Error("No room.")));
    await drawMemos({ saveMemo });
    button("Write a memo: About the whole project").click();
    fireEvent.input(await waitFor(() => screen.getByLabelText("Memo")), { target: { value: "Half a th" } });
    button("Done").click();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("No room."));
    cleanup();
    await drawMemos();
    expect(screen.getByLabelText("Memo")).toHaveProperty("value", "Half a th");
    screen.getByText("Your unfinished draft is back.");
  });

  it("are changed where they stand and deleted with a way back", async () => {
    const removeMemo = vi.fn(async () => {});
    await drawMemos({ removeMemo });
    button("Edit: Question").click();
    await waitFor(() => expect(screen.getByLabelText("Title (optional)")).toHaveProperty("value", "Question"));
    button("Delete memo").click();
    await waitFor(() => expect(removeMemo).toHaveBeenCalledWith("m1"));
    await waitFor(() => button("Undo"));
  });
});

describe("the journal", () => {
  it("sets what was done beside what was written, day by day", async () => {
    await drawMemos();
    const days = [...document.querySelectorAll(".journal-days > li")].map((day) => day.textContent ?? "");
    expect(days).toHaveLength(2);
    expect(days[0]).toMatch(/May 10, 2026.*2 things done/);
    expect(days[1]).toMatch(/May 9, 2026.*Read forty reviews.*1 thing done/);
  });

  it("takes an entry of today", async () => {
    const saveMemo = vi.fn(async () => {});
    await drawMemos({ saveMemo });
    const today = screen.getByRole("textbox", { name: /What did you see/ });
    fireEvent.input(today, { target: { value: "Doubt the count." } });
    leave(today);
    await waitFor(() => expect(saveMemo).toHaveBeenCalledOnce());
    expect(saveMemo).toHaveBeenCalledWith(expect.objectContaining({ kind: "journal", text: "Doubt the count." }));
  });
});

describe.each(["en", "zh_CN", "ru"] as const)("memos at 320 px in %s", (language) => {
  it.each(["light", "dark"] as const)("are accessible and do not run over, %s", async (scheme) => {
    await page.viewport(320, 700);
    document.documentElement.style.colorScheme = scheme;
    await drawMemos({}, language);
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    document.documentElement.style.colorScheme = "";
  });
});
