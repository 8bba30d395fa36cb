import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { ImportActions } from "../../../components/import/import-view";
import { subjectAddress } from "../../../lib/collect/files/address";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "./draw";
import { importView, PASTED, PREVIEW, SEVERAL, STEPS } from "./import-scenes";
import { GLANCE, quietActions, READ, UNREAD } from "./scenes";

const source = { how: "file" as const, name: "kettle-reviews.csv" };
const shown = (preview = PREVIEW, choices = {}) => importView({ at: "preview", source, preview, choices, busy: false });

function drawWith(view: Parameters<typeof draw>[0], own: Partial<ImportActions>) {
  return draw(view, { importing: { ...quietActions().importing, ...own } });
}

describe("adding reviews", () => {
  it("is offered in the header, and first where the page has none", async () => {
    const begin = vi.fn();
    await drawWith(READ, { begin });
    screen.getByRole("button", { name: "Add reviews" }).click();
    const nothing = { ...GLANCE, reviews: 0, comments: 0, total: undefined };
    await drawWith({ ...UNREAD, page: { at: "seen", glance: nothing } }, { begin });
    screen.getByRole("button", { name: "Paste or import reviews" }).click();
    expect(begin).toHaveBeenCalledTimes(2);
  });

  it("takes a chosen file, a pasted text, and what is selected on the page", async () => {
    const [file, text, selection] = [vi.fn(), vi.fn(), vi.fn()];
    await drawWith(importView({ at: "asking" }), { file, text, selection });
    const given = new File(["text\nGood."], "a.csv");
    const field = screen.getByLabelText<HTMLInputElement>("Choose a file");
    const transfer = new DataTransfer();
    transfer.items.add(given);
    field.files = transfer.files;
    fireEvent.change(field);
    expect(file.mock.calls[0]?.[0]).toMatchObject({ name: "a.csv" });
    const go = screen.getByRole("button", { name: "Continue" });
    expect(go).toHaveProperty("disabled", true);
    fireEvent.input(screen.getByLabelText("Or paste reviews"), { target: { value: "Good.\n\nBad." } });
    await waitFor(() => expect(go).toHaveProperty("disabled", false));
    go.click();
    expect(text).toHaveBeenCalledExactlyOnceWith("Good.\n\nBad.");
    screen.getByRole("button", { name: "Use the text selected on the page" }).click();
    expect(selection).toHaveBeenCalledOnce();
  });

  it("takes a file dropped anywhere on the panel, and says so while it hangs over it", async () => {
    const file = vi.fn();
    await drawWith(READ, { file });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["text\nGood."], "dropped.csv"));
    const drag = (type: string) =>
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    drag("dragenter");
    await waitFor(() => screen.getByText("Drop the file to add its reviews"));
    expect(drag("dragover")).toBe(false);
    drag("drop");
    await waitFor(() => expect(screen.queryByText("Drop the file to add its reviews")).toBeNull());
    expect(file.mock.calls[0]?.[0]).toMatchObject({ name: "dropped.csv" });
  });

  it("says why a file could not be taken", async () => {
    await draw(importView({ at: "asking", problem: { code: "old-excel", name: "reviews.xls" } }));
    expect(screen.getByRole("alert").textContent).toMatch(/reviews\.xls is an Excel file of the old kind/);
  });
});

describe("the preview", () => {
  it("counts live, and tells each row that is none by its number", async () => {
    const { redraw } = await draw(shown());
    expect(screen.getByText("212 reviews, 3 rows left out").getAttribute("role")).toBe("status");
    for (const row of [
      "Row 4: no text",
      "Row 17: a quotation mark is never closed",
      "Row 90: the same row was there before",
    ])
      expect(screen.getByText(row)).toBeTruthy();
    redraw(shown({ ...PREVIEW, reviews: 1, leftOut: { count: 1, first: [] } }));
    screen.getByText("1 review, 1 row left out");
  });

  it("shows the first rows by their numbers, and lets each column be something else", async () => {
    const change = vi.fn();
    await drawWith(shown(), { change });
    const table = screen.getByRole("table");
    expect(
      within(table)
        .getAllByRole("rowheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["2", "3", "5"]);
    const select = screen.getByLabelText<HTMLSelectElement>("What “internal_ticket_reference” holds");
    expect(select.value).toBe("");
    fireEvent.change(select, { target: { value: "id" } });
    expect(change).toHaveBeenCalledExactlyOnceWith({ fields: new Map([[4, "id"]]) });
  });

  it("shows doubtful guesses at once, and takes another", async () => {
    const change = vi.fn();
    await drawWith(shown(), { change });
    screen.getByText(/The encoding is a guess/);
    fireEvent.change(screen.getByLabelText("Encoding"), { target: { value: "windows-1251" } });
    fireEvent.change(screen.getByLabelText("Cells end at"), { target: { value: "\t" } });
    fireEvent.change(screen.getByLabelText("Dates like 03/04"), { target: { value: "month-first" } });
    fireEvent.click(screen.getByLabelText("The first row names the columns"));
    expect(change.mock.calls).toEqual([
      [{ encoding: "windows-1251" }],
      [{ delimiter: "\t" }],
      [{ order: "month-first" }],
      [{ header: false }],
    ]);
  });

  it("lets a pasted text be cut otherwise", async () => {
    const change = vi.fn();
    await drawWith(shown(PASTED), { change });
    fireEvent.change(screen.getByLabelText("One review is"), { target: { value: "lines" } });
    expect(change).toHaveBeenCalledExactlyOnceWith({ layout: "lines" });
  });

  it("asks what the reviews are about: one name, or the products of the rows", async () => {
    const change = vi.fn();
    await drawWith(shown(), { change });
    fireEvent.input(screen.getByLabelText("What are they about?"), { target: { value: "Fennel kettle" } });
    expect(change).toHaveBeenLastCalledWith({ subject: "Fennel kettle" });
    await drawWith(shown(SEVERAL), { change });
    screen.getByText("Fennel kettle (140), Sorrel toaster (60), Dill grinder (12)");
    fireEvent.click(screen.getByLabelText("Take all as one"));
    expect(change).toHaveBeenLastCalledWith({ apart: false });
  });

  it("stores only when told, and nothing when there is nothing", async () => {
    const [store, close] = [vi.fn(), vi.fn()];
    await drawWith(shown(), { store, close });
    screen.getByRole("button", { name: "Add 212 reviews" }).click();
    expect(store).toHaveBeenCalledOnce();
    fireEvent.keyDown(screen.getByRole("table"), { key: "Escape" });
    expect(close).toHaveBeenCalledOnce();
    await drawWith(shown({ ...PREVIEW, reviews: 0 }), { store });
    expect(screen.getByRole("button", { name: "Nothing to add" })).toHaveProperty("disabled", true);
  });
});

describe("storing", () => {
  it("says how far it is, and stops once", async () => {
    const stop = vi.fn();
    await drawWith(importView({ at: "storing", name: "a.csv", done: 3000, total: 100_000 }), { stop });
    expect(screen.getByRole("progressbar", { name: "Storing a.csv" }).getAttribute("aria-valuenow")).toBe("3000");
    screen.getByText("3,000 of 100,000 stored");
    screen.getByRole("button", { name: "Stop" }).click();
    (await waitFor(() => screen.getByRole("button", { name: "Stopping…" }))).click();
    expect(stop).toHaveBeenCalledOnce();
  });

  it("says what is new, and leads to each subject", async () => {
    const openSubject = vi.fn();
    await draw(importView({ at: "stored", how: "done", subjects: [{ id: "s", name: "A", found: 5, added: 0 }] }));
    screen.getByText("Nothing new: all of them were stored before.");
    const several = STEPS.find(([name]) => name === "stored several")?.[1];
    if (!several) throw new Error("The scene is missing.");
    await draw(importView(several), { open: openSubject });
    screen.getByRole("button", { name: "Sorrel toaster" }).click();
    expect(openSubject).toHaveBeenCalledExactlyOnceWith("t");
  });
});

describe("an imported subject", () => {
  const place = { url: "earshot:file/kettle%20reviews.csv" };
  const view = {
    ...READ,
    page: { at: "stored" as const },
    subject: { id: "s", name: "Fennel kettle", url: subjectAddress("Fennel kettle"), site: "kettle reviews.csv" },
    evidence: { ...READ.evidence, reviews: READ.evidence.reviews.map((review) => ({ ...review, place })) },
  };

  it("says where it comes from, and that its quotes have no page to go to", async () => {
    const [show, backToPage] = [vi.fn(), vi.fn()];
    await draw(view, { show, backToPage });
    expect(screen.getByRole("banner").textContent).toContain("From the file kettle reviews.csv");
    expect(screen.queryByRole("button", { name: "Show on page" })).toBeNull();
    expect(screen.getAllByText("From the file kettle reviews.csv").length).toBeGreaterThan(1);
    screen.getByRole("button", { name: "Back to the page in the tab" }).click();
    expect(backToPage).toHaveBeenCalledOnce();
    open("Reviews");
    await waitFor(() => expect(document.querySelectorAll("article .no-page").length).toBeGreaterThan(0));
    expect(show).not.toHaveBeenCalled();
  });

  it("is found again in the list of what is stored", async () => {
    const openSubject = vi.fn();
    await draw({ ...UNREAD, library: [{ subject: view.subject, reviews: 48 }] }, { open: openSubject });
    open("Settings");
    (await waitFor(() => screen.getByRole("button", { name: "Open: Fennel kettle" }))).click();
    expect(openSubject).toHaveBeenCalledExactlyOnceWith("s");
    screen.getByText(/From the file kettle reviews\.csv · 48 reviews read/);
  });
});

it.each(INTERFACE_LANGUAGES)("every step is accessible and fits 320 pixels in %s", async (language) => {
  document.body.style.width = "320px";
  for (const [name, importing] of STEPS) {
    await draw(importView(importing), {}, language);
    expect(await accessibilityProblems(), name).toEqual([]);
    const wide = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
      (element) => !element.closest("table") && element.getBoundingClientRect().right > 321,
    );
    expect(
      wide.map((element) => element.outerHTML.slice(0, 120)),
      name,
    ).toEqual([]);
  }
  document.body.style.width = "";
});
