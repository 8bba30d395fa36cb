import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { PanelView } from "../../../components/view";
import type { OwnRules } from "../../../lib/collect/recipe/recipe";
import type { RecipeFile } from "../../../lib/collect/recipe/recipe-file";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "./draw";
import { BROKEN, FINDING, NO_RULE, POINTED, POINTING, PROPOSED, RECIPES, TAUGHT } from "./pick-scenes";
import { GLANCE, quietActions, READ, UNREAD } from "./scenes";

const quiet = quietActions();
const nothing = { ...GLANCE, reviews: 0, comments: 0, total: undefined, hasNextPage: false };

async function drawPicking(view: PanelView, own: Partial<typeof quiet.picking> = {}) {
  return draw(view, { picking: { ...quiet.picking, ...own } });
}
const select = (name: string) => screen.getByRole<HTMLSelectElement>("combobox", { name });
const optionsOf = (name: string) => [...select(name).options].map(({ label }) => label);
function choose(name: string, label: string): void {
  const option = [...select(name).options].find((one) => one.label === label);
  fireEvent.change(select(name), { target: { value: option?.value } });
}

describe("pointing at a review", () => {
  it.each([
    ["nothing was found", { ...UNREAD, page: { at: "seen", glance: nothing } }],
    ["something was found and not read yet", UNREAD],
    ["something else was read", READ],
  ] satisfies [string, PanelView][])("is offered where %s", async (_, view) => {
    const begin = vi.fn();
    await drawPicking(view, { begin });
    screen.getByRole("button", { name: "Point at a review" }).click();
    expect(begin).toHaveBeenCalledOnce();
  });

  it("is not offered while a page is read", async () => {
    await drawPicking({ ...READ, reading: { found: 1, added: 1, pages: 1, allPages: true } });
    expect(screen.queryByRole("button", { name: "Point at a review" })).toBeNull();
  });

  it("takes the keys to the page, and says what they reach", async () => {
    const press = vi.fn();
    const { redraw } = await drawPicking(POINTING, { press });
    const keys = screen.getByRole("application", { name: "By keyboard" });
    await waitFor(() => expect(document.activeElement).toBe(keys));
    for (const key of ["ArrowUp", "Enter", "Escape", "x"]) fireEvent.keyDown(keys, { key });
    expect(press.mock.calls).toEqual([["ArrowUp"], ["Enter"], ["Escape"]]);
    redraw(POINTED);
    expect(screen.getByRole("status").textContent).toBe("The bread was still warm.");
  });

  it.each([
    ["nothing tells the place from the rest", NO_RULE, /Point at another review/],
    ["the page does not answer", BROKEN, /Reload the page/],
  ] as const)("says what to do when %s", async (_, view, words) => {
    const begin = vi.fn();
    await drawPicking(view, { begin });
    screen.getByText(words);
    screen.getByRole("button", { name: "Point again" }).click();
    expect(begin).toHaveBeenCalledOnce();
  });
});

describe("what would be taken", () => {
  it("is counted and shown in three records", async () => {
    await drawPicking(PROPOSED);
    screen.getByRole("heading", { level: 1, name: "18 records like this one" });
    const cards = screen.getAllByRole("article");
    expect(cards).toHaveLength(3);
    const first = cards[0] as HTMLElement;
    expect(first.textContent).toContain("IngridMay 2026");
    within(first).getByRole("img", { name: "4 of 5 stars" });
    within(first).getByText("verified");
    within(first).getByText(/We waited an hour/);
  });

  it("offers the other texts of the record for each field, and shows what they give", async () => {
    await drawPicking(PROPOSED);
    expect(optionsOf("Author")).toEqual(["“Ingrid”", "“Bergen”", "Not in these reviews"]);
    expect(optionsOf("Title")).toEqual(["Nothing found here", "“Room 4”"]);
    choose("Title", "“Room 4”");
    await waitFor(() => screen.getByRole("heading", { level: 3, name: "Room 11" }));
    choose("Author", "Not in these reviews");
    await waitFor(() => expect(screen.queryByText("Tomasz")).toBeNull());
  });

  it("becomes rules as they were corrected", async () => {
    const take = vi.fn<(rules: OwnRules) => void>();
    await drawPicking(PROPOSED, { take });
    choose("Title", "“Room 4”");
    choose("Author", "Not in these reviews");
    choose("These are", "comments");
    screen.getByRole("checkbox", { name: /Leave out 2 other records/ }).click();
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("checkbox").checked).toBe(true));
    screen.getByRole("button", { name: "Read these 18" }).click();
    await waitFor(() => expect(take).toHaveBeenCalledOnce());
    const [[rules] = []] = take.mock.calls;
    expect(rules).toMatchObject({
      record: ".guest",
      kind: "comment",
      alone: true,
      body: [".words"],
      author: [],
      title: [".room"],
    });
    expect(rules).not.toHaveProperty("rating");
  });

  it("can be a smaller or a larger part of the page, and begins anew with it", async () => {
    const level = vi.fn();
    const { redraw } = await drawPicking(PROPOSED, { level });
    choose("Author", "“Bergen”");
    screen.getByRole("button", { name: "Larger parts (2)" }).click();
    screen.getByRole("button", { name: "Smaller parts (25)" }).click();
    expect(level.mock.calls).toEqual([[2], [0]]);
    if (PROPOSED.picking?.at === "proposed") redraw({ ...PROPOSED, picking: { ...PROPOSED.picking, level: 0 } });
    screen.getByRole("heading", { level: 1, name: "25 records like this one" });
    expect(select("Author").selectedOptions[0]?.label).toBe("“Ingrid”");
    expect(screen.queryByRole("button", { name: /Smaller parts/ })).toBeNull();
  });

  it("can be left by Escape and by a button", async () => {
    const close = vi.fn();
    await drawPicking(PROPOSED, { close });
    fireEvent.keyDown(screen.getByRole("heading", { level: 1 }), { key: "Escape" });
    screen.getByRole("button", { name: "Cancel" }).click();
    expect(close).toHaveBeenCalledTimes(2);
  });
});

describe("what was taught", () => {
  const problem: RecipeFile = {
    recipes: RECIPES,
    problems: [
      { what: "selector", recipe: 3, field: "author", value: "p:::" },
      { what: "too_many", value: "900" },
    ],
  };

  async function drawTaught(own: Partial<typeof quiet.recipes> = {}, view = TAUGHT) {
    await draw(view, { recipes: { ...quiet.recipes, ...own } });
    open("Settings");
    await waitFor(() => screen.getByRole("heading", { name: "What you taught" }));
  }

  it("is listed by site, with when and how much", async () => {
    await drawTaught();
    screen.getByText("made May 10, 2026 · 18 records on May 11, 2026");
    screen.getByText("board.example · made Apr 2, 2026");
  });

  it("is renamed in place", async () => {
    const rename = vi.fn();
    await drawTaught({ rename });
    screen.getByRole("button", { name: "Rename: inn.example" }).click();
    const name = await waitFor(() => screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }));
    expect(document.activeElement).toBe(name);
    fireEvent.input(name, { target: { value: " The inn " } });
    screen.getByRole("button", { name: "Save" }).click();
    await waitFor(() => expect(rename).toHaveBeenCalledExactlyOnceWith(RECIPES[0], "The inn"));
  });

  it("is deleted only after asking, and saved one by one or all at once", async () => {
    const [remove, save] = [vi.fn(), vi.fn()];
    await drawTaught({ remove, export: save });
    screen.getByRole("button", { name: "Delete: The sailing board" }).click();
    await waitFor(() => screen.getByText(/Forget how this site is read/));
    expect(remove).not.toHaveBeenCalled();
    screen.getByRole("button", { name: "Delete" }).click();
    expect(remove).toHaveBeenCalledExactlyOnceWith("board.example article");
    screen.getByRole("button", { name: "Save as a file: inn.example" }).click();
    screen.getByRole("button", { name: "Save all 2 as a file" }).click();
    expect(save.mock.calls).toEqual([[[RECIPES[0]]], [RECIPES]]);
  });

  it("is added from a file, with a sentence for each thing that was wrong", async () => {
    const take = vi.fn(async () => problem);
    await drawTaught({ import: take }, { ...TAUGHT, recipes: [] });
    screen.getByText(/Nothing yet/);
    const file = new File(["{}"], "earshot-recipes.json");
    fireEvent.change(screen.getByLabelText("Add from a file"), { target: { files: [file] } });
    await waitFor(() => screen.getByText("2 sites were added."));
    expect(take).toHaveBeenCalledExactlyOnceWith(file);
    screen.getByText("Entry 3: “author” is no CSS selector: p:::");
    screen.getByText("The file holds 900 entries; the first 500 were looked at.");
    expect(await accessibilityProblems()).toEqual([]);
  });
});

const SCENES: [string, PanelView][] = [
  ["pointing", POINTED],
  ["finding", FINDING],
  ["proposed", PROPOSED],
  ["nothing", NO_RULE],
  ["failed", BROKEN],
  ["taught", TAUGHT],
];

it.each(INTERFACE_LANGUAGES)("pointing is accessible and fits 320 pixels in %s", async (language) => {
  document.body.style.width = "320px";
  for (const [name, view] of SCENES) {
    await draw(view, {}, language);
    if (name === "taught") screen.getAllByRole("tab").at(-1)?.click();
    await waitFor(() => expect(document.body.textContent).not.toBe(""));
    expect(await accessibilityProblems(), name).toEqual([]);
    const wide = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
      (element) => element.getBoundingClientRect().right > 321,
    );
    expect(
      wide.map((element) => element.outerHTML.slice(0, 120)),
      name,
    ).toEqual([]);
  }
  document.body.style.width = "";
});
