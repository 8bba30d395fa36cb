import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { NotebookActions } from "../../../components/notes/notebook-view";
import { keepPlace } from "../../../components/notes/notes-place";
import type { PanelActions, PanelView } from "../../../components/view";
import type { InterfaceLanguage } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { NOTEBOOK_VIEW, NOTED, NOTES } from "../components/note-scenes";
import { quietNotebook } from "../components/notebook-scenes";
import { READ, UNREAD } from "../components/scenes";

const NAMES = { en: "Notes", zh_CN: "笔记", ru: "Заметки" } as const;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

async function drawNotes(
  view: PanelView = NOTEBOOK_VIEW,
  own: Partial<NotebookActions> = {},
  language: InterfaceLanguage = "en",
  actions: Partial<PanelActions> = {},
) {
  const drawn = await draw(view, { notebook: quietNotebook(own), ...actions }, language);
  open(NAMES[language]);
  await waitFor(() => document.querySelector("#notes-place") ?? Promise.reject());
  return drawn;
}
const cards = () => [...document.querySelectorAll<HTMLElement>(".note-card")];
const words = () => cards().map((card) => card.querySelector(".note-words")?.textContent ?? "");
const card = (id: string) => within(document.querySelector(`[data-note="${id}"]`) as HTMLElement);

beforeEach(async () => {
  keepPlace("list");
  await page.viewport(400, 800);
});

describe("the place Notes", () => {
  it("works on a page without any review and says what can be done there", async () => {
    await drawNotes({ ...UNREAD, page: { at: "seen", glance: { ...READ.page, reviews: 0, comments: 0 } as never } });
    screen.getByText(/Select words on the page/);
    screen.getByText(/any page can be marked/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("asks for access where it has none, and still shows what was marked", async () => {
    await drawNotes({ ...NOTEBOOK_VIEW, page: { at: "permission", origin: "https://shop.example", refused: false } });
    button(/Allow/);
    expect(cards()).toHaveLength(4);
  });

  it("moves among its places by arrow keys", async () => {
    await drawNotes();
    const first = screen.getByRole("tab", { name: "On this page" });
    first.focus();
    fireEvent.keyDown(first, { key: "ArrowRight" });
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Codebook"));
    screen.getByRole("tab", { name: "Codebook", selected: true });
    fireEvent.keyDown(document.activeElement as Element, { key: "End" });
    await waitFor(() => screen.getByRole("tab", { name: "Share", selected: true }));
  });
});

describe("notes on this page", () => {
  it("stand in the order of the page, each with what became of its words", async () => {
    await drawNotes();
    expect(words().map((text) => text.slice(0, 12))).toEqual([
      "“Free return",
      "“Boils a lit",
      "“In an open ",
      "“Now steam c",
    ]);
    card("n-lost").getByText("Its words are not on this page now");
    card("n-claim").getByText("On the page");
    card("n-loud").getByText("In its review");
    card("n-other").getByText("another coder");
    screen.getByText(/4 notes · 1 note is not on the page now/);
  });

  it("are told as looked for when just made, and as of this page while it shows none", async () => {
    const [claim] = NOTES;
    const [annotations, page] = [[claim as (typeof NOTES)[number]], { ...NOTED.page, found: [], orphans: [] }];
    const notebook = { ...NOTED, annotations, pageKey: "shop.example/kettle" };
    const { redraw } = await drawNotes({
      ...NOTEBOOK_VIEW,
      notebook: { ...notebook, page: page as typeof NOTED.page },
    });
    card("n-claim").getByText("Looking for it…");
    redraw({ ...NOTEBOOK_VIEW, notebook: { ...notebook, page: undefined } });
    await waitFor(() => card("n-claim").getByText("From this page"));
    expect(screen.queryByText("Open its page")).toBeNull();
  });

  it("lead to their words: on the page, else in their review", async () => {
    const goTo = vi.fn(async (id: string) => (id === "n-claim" ? ("quote" as const) : ("nothing" as const)));
    const show = vi.fn(async () => "quote" as const);
    await drawNotes(NOTEBOOK_VIEW, { goTo }, "en", { show });
    button(/^“Boils/).click();
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("n-claim"));
    button(/^“In an open/).click();
    await waitFor(() => expect(show).toHaveBeenCalled());
  });

  it("are changed in place by keyboard alone", async () => {
    const edit = vi.fn(async () => {});
    await drawNotes(NOTEBOOK_VIEW, { edit });
    button(/^Edit: Boils/).click();
    const note = await waitFor(() => screen.getByLabelText("Note"));
    expect(document.activeElement).toBe(note);
    fireEvent.input(note, { target: { value: "Check it." } });
    button("Danger").click();
    fireEvent.input(screen.getByLabelText(/^Tags/), { target: { value: "claim, speed" } });
    fireEvent.keyDown(note, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(edit).toHaveBeenCalledOnce());
    expect(edit).toHaveBeenCalledWith("n-claim", { note: "Check it.", codeIds: ["danger"], tags: ["claim", "speed"] });
    await waitFor(() => screen.getByText("Changed."));
    expect(screen.queryByLabelText("Note")).toBeNull();
  });

  it("keep what was written when it cannot be kept", async () => {
    await drawNotes(NOTEBOOK_VIEW, { edit: () => Promise.reject(new Error("No room.")) });
    button(/^Edit: Boils/).click();
    const note = await waitFor(() => screen.getByLabelText("Note"));
    fireEvent.input(note, { target: { value: "Check it." } });
    button("Save").click();
    await waitFor(() => screen.getByText("No room."));
    expect(screen.getByLabelText("Note")).toHaveProperty("value", "Check it.");
  });

  it("are deleted at once, with a way back", async () => {
    const remove = vi.fn(async () => {});
    const undo = vi.fn(async () => ({
      ...(NOTED.changes[0] as (typeof NOTED.changes)[number]),
      kind: "note_delete" as const,
    }));
    await drawNotes(NOTEBOOK_VIEW, { remove, undo });
    button(/^Delete: Boils/).click();
    await waitFor(() => expect(remove).toHaveBeenCalledWith(["n-claim"]));
    (await waitFor(() => button("Undo"))).click();
    await waitFor(() => screen.getByText(/Taken back: Deleted the note on/));
    expect(undo).toHaveBeenCalledOnce();
  });

  it("are deleted several at a time", async () => {
    const remove = vi.fn(async () => {});
    await drawNotes(NOTEBOOK_VIEW, { remove });
    button("Choose several").click();
    (await waitFor(() => screen.getByRole("checkbox", { name: /Choose: Boils/ }))).click();
    screen.getByRole("checkbox", { name: /Choose: Free/ }).click();
    await waitFor(() => screen.getByText("2 chosen"));
    within(document.querySelector(".notes-chosen") as HTMLElement)
      .getByRole("button", { name: "Delete" })
      .click();
    await waitFor(() => expect(remove).toHaveBeenCalledWith(["n-claim", "n-lost"]));
  });

  it("that were lost get the words that are selected on the page", async () => {
    const attach = vi.fn(async () => {});
    await drawNotes(NOTEBOOK_VIEW, { attach });
    button("Attach to the selected words").click();
    await waitFor(() => expect(attach).toHaveBeenCalledWith("n-lost"));
  });

  it("are narrowed by words, code, tag and coder", async () => {
    await drawNotes();
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "LOUD steam" } });
    await waitFor(() => expect(cards()).toHaveLength(1));
    screen.getByText(/1 of 4 notes/);
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "" } });
    screen.getByText("Filter and order").click();
    fireEvent.change(screen.getByLabelText("Tag"), { target: { value: "claim" } });
    await waitFor(() => expect(cards()).toHaveLength(2));
    fireEvent.change(screen.getByLabelText("Tag"), { target: { value: "" } });
    fireEvent.change(screen.getByLabelText("Code"), { target: { value: "none" } });
    await waitFor(() => expect(words()).toEqual([expect.stringContaining("Boils")]));
    fireEvent.change(screen.getByLabelText("Coded by"), { target: { value: "other" } });
    await waitFor(() => screen.getByText("No note fits this."));
    button("Show all notes").click();
    await waitFor(() => expect(cards()).toHaveLength(4));
  });

  it("pressed on the page open the place, stand alone and have the keyboard", async () => {
    const { redraw } = await draw(NOTEBOOK_VIEW);
    redraw({ ...NOTEBOOK_VIEW, notebook: { ...NOTED, opened: ["n-claim"] } });
    await waitFor(() => screen.getByText("The note you pressed on the page"));
    expect(words()).toEqual([expect.stringContaining("Boils")]);
    await waitFor(() => expect(document.activeElement?.textContent).toContain("Boils"));
    button("Show all notes").click();
    await waitFor(() => expect(cards()).toHaveLength(4));
  });

  it("are two thousand without slowing the panel", async () => {
    const [one] = NOTES;
    const many = Array.from({ length: 2000 }, (_, i) => ({ ...(one as (typeof NOTES)[number]), id: `n${i}` }));
    const start = performance.now();
    await drawNotes({ ...NOTEBOOK_VIEW, notebook: { ...NOTED, annotations: many } });
    await waitFor(() => screen.getByText(/2,000 notes/));
    expect(cards().length).toBeLessThan(40);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("can be taken off the page and coloured otherwise", async () => {
    const look = vi.fn();
    await drawNotes(NOTEBOOK_VIEW, { look });
    screen.getByRole("switch", { name: "Show notes on the page" }).click();
    expect(look).toHaveBeenCalledWith({ on: false, colourBy: "code" });
    fireEvent.change(screen.getByLabelText(/Colours/), { target: { value: "sentiment" } });
    expect(look).toHaveBeenLastCalledWith({ on: true, colourBy: "sentiment" });
  });
});

describe("undo by keys", () => {
  it("takes back and does again, unless a field has the keyboard", async () => {
    const undo = vi.fn(async () => undefined);
    const redo = vi.fn(async () => undefined);
    await drawNotes(NOTEBOOK_VIEW, { undo, redo });
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => screen.getByText("There is nothing to take back."));
    fireEvent.keyDown(document.body, { key: "Z", ctrlKey: true, shiftKey: true });
    await waitFor(() => screen.getByText("There is nothing to do again."));
    fireEvent.keyDown(screen.getByRole("searchbox"), { key: "z", ctrlKey: true });
    expect(undo).toHaveBeenCalledOnce();
    expect(redo).toHaveBeenCalledOnce();
  });
});

describe.each(["en", "zh_CN", "ru"] as const)("at 320 px in %s", (language) => {
  it.each(["light", "dark"] as const)("is accessible and does not run over, %s", async (scheme) => {
    await page.viewport(320, 700);
    document.documentElement.style.colorScheme = scheme;
    await drawNotes(NOTEBOOK_VIEW, {}, language);
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    document.documentElement.style.colorScheme = "";
  });
});
