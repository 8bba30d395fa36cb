import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { NotebookActions } from "../../../components/notes/notebook-view";
import { keepPlace } from "../../../components/notes/notes-place";
import type { PanelView } from "../../../components/view";
import type { InterfaceLanguage } from "../../../lib/locale";
import { DANGER, NOISE } from "../components/code-scenes";
import { accessibilityProblems, draw, open } from "../components/draw";
import { NOTEBOOK_VIEW } from "../components/note-scenes";
import { quietNotebook } from "../components/notebook-scenes";
import { quietActions } from "../components/scenes";

const NAMES = { en: "Notes", zh_CN: "笔记", ru: "Заметки" } as const;
const BEEP = { ...NOISE, id: "beep", name: "Beep", parentId: "noise", examples: [], shortcut: "b" };
const HISS = { ...NOISE, id: "hiss", name: "Hiss", parentId: "noise", examples: [], include: ["a hiss at the lid"] };
const CODEBOOK: PanelView = { ...NOTEBOOK_VIEW, codes: [DANGER, NOISE, BEEP, HISS] };

const row = (name: string | RegExp) => screen.getByRole("treeitem", { name });
const rows = () => screen.getAllByRole("treeitem").map(({ dataset }) => dataset.code);
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const focused = () => (document.activeElement as HTMLElement).dataset.code;
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement as Element, { key, ...more });

async function drawCodebook(own: Partial<NotebookActions> = {}, language: InterfaceLanguage = "en", codes = {}) {
  const drawn = await draw(
    CODEBOOK,
    { notebook: quietNotebook(own), codes: { ...quietActions().codes, ...codes } },
    language,
  );
  open(NAMES[language]);
  await waitFor(() => screen.getByRole("tree"));
  return drawn;
}

beforeEach(async () => {
  keepPlace("codebook");
  localStorage.clear();
  await page.viewport(400, 800);
});

describe("the codebook", () => {
  it("is a tree with how much each code has, its parts counted with it", async () => {
    await drawCodebook();
    expect(rows()).toEqual(["danger", "noise", "beep", "hiss"]);
    row(/Too loud\s*2 passages · 2 reviews/);
    expect(row(/Too loud/).getAttribute("aria-expanded")).toBe("true");
    expect(row(/Beep/).getAttribute("aria-level")).toBe("2");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is walked by arrow keys, folded and opened", async () => {
    await drawCodebook();
    row(/Danger/).focus();
    press("ArrowDown");
    expect(focused()).toBe("noise");
    press("ArrowRight");
    expect(focused()).toBe("beep");
    press("ArrowLeft");
    expect(focused()).toBe("noise");
    press("ArrowLeft");
    await waitFor(() => expect(rows()).toEqual(["danger", "noise"]));
    press("ArrowRight");
    await waitFor(() => expect(rows()).toHaveLength(4));
    press("h");
    expect(focused()).toBe("hiss");
    press("Enter");
    await waitFor(() => screen.getByRole("heading", { name: "Hiss" }));
    screen.getByText("a hiss at the lid");
    button("← All codes").click();
    await waitFor(() => expect(focused()).toBe("hiss"));
  });

  it("is ordered by keys: among siblings, out of a code, into another", async () => {
    const moveCode = vi.fn(async () => {});
    await drawCodebook({ moveCode });
    row(/Hiss/).focus();
    press("ArrowUp", { altKey: true });
    await waitFor(() => expect(moveCode).toHaveBeenLastCalledWith("hiss", "noise", 0));
    press("ArrowLeft", { altKey: true });
    await waitFor(() => expect(moveCode).toHaveBeenLastCalledWith("hiss", undefined, 2));
    row(/Too loud/).focus();
    press("ArrowRight", { altKey: true });
    await waitFor(() => expect(moveCode).toHaveBeenLastCalledWith("noise", "danger", 0));
    await waitFor(() => screen.getByText("Moved."));
  });

  it("keeps place, colour, key and examples of a code", async () => {
    const save = vi.fn(async () => {});
    await drawCodebook({}, "en", { save });
    row(/Beep/).click();
    (await waitFor(() => button("Change name and meaning"))).click();
    const parent = await waitFor(() => screen.getByLabelText("Part of"));
    expect(within(parent).queryByRole("option", { name: "Beep" })).toBeNull();
    fireEvent.change(parent, { target: { value: "" } });
    screen.getByRole("radio", { name: "Colour 3" }).click();
    fireEvent.input(screen.getByLabelText(/^Belongs/), { target: { value: "beeps\n\n at night " } });
    await waitFor(() => screen.getByRole("radio", { name: "Colour 3", checked: true }));
    button("Save").click();
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    expect(save).toHaveBeenCalledWith(
      expect.objectContaining({ parentId: "", colour: "#1f9174", shortcut: "b", include: ["beeps", "at night"] }),
    );
  });

  it("says what merging brings before it is done", async () => {
    const mergeCodes = vi.fn(async () => {});
    await drawCodebook({ mergeCodes });
    row(/Too loud/).click();
    (await waitFor(() => button("Merge…"))).click();
    await waitFor(() => screen.getByText(/“?Danger”? will then have 3 passages/));
    button("Merge").click();
    await waitFor(() => expect(mergeCodes).toHaveBeenCalledWith(["noise"], "danger"));
    await waitFor(() => screen.getByRole("tree"));
  });

  it("divides the passages of a code among new ones", async () => {
    const splitCode = vi.fn(async () => ({ codeIds: ["a"] }));
    await drawCodebook({ splitCode });
    row(/Danger/).click();
    (await waitFor(() => button("Split…"))).click();
    fireEvent.input(await waitFor(() => screen.getByLabelText("Name of part 1")), { target: { value: "Burns" } });
    fireEvent.change(screen.getByLabelText(/Where it goes: Now steam/), { target: { value: "0" } });
    button("Split").click();
    await waitFor(() => expect(splitCode).toHaveBeenCalledOnce());
    expect(splitCode).toHaveBeenCalledWith("danger", [{ name: "Burns", description: "", annotationIds: ["n-other"] }]);
  });

  it("says what deleting does, and gives a way back", async () => {
    const remove = vi.fn(async () => {});
    await drawCodebook({}, "en", { remove });
    row(/Too loud/).click();
    (await waitFor(() => button("Delete: Too loud"))).click();
    await waitFor(() => screen.getByText(/2 passages lose it and are kept. Its 2 parts move one level up./));
    button("Delete").click();
    await waitFor(() => expect(remove).toHaveBeenCalledWith("noise"));
    await waitFor(() => button("Undo"));
  });

  it("tells the history of a code under the names it had, and takes back one change", async () => {
    const undo = vi.fn(async () => undefined);
    await drawCodebook({ undo });
    row(/Too loud/).click();
    (await waitFor(() => screen.getByText("History of this code"))).click();
    button(/^Take back: Renamed the code “Loud” to “Too loud”/).click();
    await waitFor(() => expect(undo).toHaveBeenCalledWith(3));
  });
});

describe("the history", () => {
  it("lists what was done, with what was taken back", async () => {
    const redo = vi.fn(async () => undefined);
    await drawCodebook({ redo });
    screen.getByText("What was done").click();
    screen.getByText("Deleted 3 notes");
    screen.getByText("taken back");
    button("Do again").click();
    await waitFor(() => expect(redo).toHaveBeenCalledOnce());
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe.each(["en", "zh_CN", "ru"] as const)("a code at 320 px in %s", (language) => {
  it.each(["light", "dark"] as const)("is accessible and does not run over, %s", async (scheme) => {
    await page.viewport(320, 700);
    document.documentElement.style.colorScheme = scheme;
    await drawCodebook({}, language);
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    row(/Too loud/).click();
    await waitFor(() => screen.getByRole("heading", { name: "Too loud" }));
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    document.documentElement.style.colorScheme = "";
  });
});
