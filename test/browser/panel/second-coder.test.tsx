import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { NotebookActions } from "../../../components/notes/notebook-view";
import { keepPlace } from "../../../components/notes/notes-place";
import type { PanelActions, PanelView } from "../../../components/view";
import type { SecondCoding } from "../../../lib/domain";
import type { InterfaceLanguage } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietNotebook } from "../components/notebook-scenes";
import { UNREAD } from "../components/scenes";
import { allCoded, DRAWN, REVEALED, TWO_PEOPLE, UNITS, withSamples } from "../components/second-scenes";

const NAMES = { en: "Notes", zh_CN: "笔记", ru: "Заметки" } as const;
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const quiet = quietNotebook().second;

async function drawSecond(
  view: PanelView,
  own: Partial<NotebookActions["second"]> = {},
  actions: Partial<PanelActions> = {},
  language: InterfaceLanguage = "en",
) {
  const drawn = await draw(view, { notebook: quietNotebook({ second: { ...quiet, ...own } }), ...actions }, language);
  open(NAMES[language]);
  await waitFor(() => document.querySelector(".second h2") ?? Promise.reject());
  return drawn;
}

/** Opens the one sample of the view; what is coded comes back as it would from the store. */
async function openSample(coding: SecondCoding, own: Partial<NotebookActions["second"]> = {}) {
  let now = coding;
  const code = vi.fn(async (_: string, unit: number, codeIds: string[]) => {
    const others = now.human.filter((one) => one.unit !== unit);
    now = { ...now, human: [...others, { unit, codeIds, at: "2026-05-10T08:00:00Z" }] };
    drawn.redraw(withSamples(now));
  });
  const drawn = await drawSecond(withSamples(coding), { code, ...own });
  button(/Too loud/).click();
  await waitFor(() => expect(button(/Back to the samples|Pause/)).toBeTruthy());
  return { ...drawn, code };
}
const heading = () => screen.getByRole("heading", { level: 2 }).textContent;

beforeEach(async () => {
  keepPlace("second");
  await page.viewport(380, 800);
});

describe("before there is a sample", () => {
  it("says what a second coder is, and what is missing first", async () => {
    await drawSecond({ ...UNREAD });
    screen.getByText(/without seeing your codes/);
    screen.getByText(/Make a code in the codebook first/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is set up with codes, unit, draw and size, and says what the size is good for", async () => {
    const begin = vi.fn(async () => ({ id: "sample" }));
    const { redraw } = await drawSecond(withSamples(), { begin });
    button("Draw a sample to code").click();
    await waitFor(() => expect(heading()).toBe("Draw a sample"));
    expect(document.activeElement?.tagName).toBe("H2");
    screen.getByText(/no definition: the machine goes by the name alone/);
    fireEvent.input(screen.getByLabelText("How many passages?"), { target: { value: "40" } });
    expect(screen.getByText(/known to within about/).textContent).toMatch(/^40 of \d+ passages.*±0\.24/);
    screen.getByLabelText(/shares of good, bad/).click();
    screen.getByLabelText(/Danger/).click();
    expect(await accessibilityProblems()).toEqual([]);
    button("Draw and start coding").click();
    await waitFor(() => expect(begin).toHaveBeenCalledOnce());
    expect(begin).toHaveBeenCalledWith({
      subjectId: "s",
      codeIds: ["noise"],
      unit: "sentence",
      sample: { method: "stratified", size: 40, seed: 1 },
    });
    redraw(withSamples(DRAWN));
    await waitFor(() => expect(heading()).toBe("Passage 1 of 24"));
  });

  it("says what went wrong when nothing could be drawn", async () => {
    const begin = () => Promise.reject({ code: "second_few_units", values: { name: "7" } });
    await drawSecond(withSamples(), { begin });
    button("Draw a sample to code").click();
    (await waitFor(() => button("Draw and start coding"))).click();
    expect((await screen.findByRole("alert")).textContent).toContain("There are 7 passages");
  });
});

describe("coding", () => {
  it("goes by keyboard alone, and comes back to where it was", async () => {
    const { code } = await openSample(DRAWN);
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Passage 1 of 24"));
    await userEvent.keyboard("l1{Enter}");
    await waitFor(() => expect(heading()).toBe("Passage 2 of 24"));
    expect(code).toHaveBeenLastCalledWith("sample", 0, ["noise", "danger"]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Passage 2 of 24"));
    await userEvent.keyboard("{Enter}"); // nothing chosen is no decision
    expect(code).toHaveBeenCalledOnce();
    await userEvent.keyboard("0");
    await waitFor(() => expect(heading()).toBe("Passage 3 of 24"));
    expect(code).toHaveBeenLastCalledWith("sample", 1, []);
    button("Previous").click();
    await waitFor(() => expect(heading()).toBe("Passage 2 of 24"));
    button("Previous").click();
    await waitFor(() => expect(heading()).toBe("Passage 1 of 24"));
    expect((screen.getByRole("checkbox", { name: /Danger/ }) as HTMLInputElement).checked).toBe(true);
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H2"));
    await userEvent.keyboard("1{Enter}");
    await waitFor(() => expect(code).toHaveBeenLastCalledWith("sample", 0, ["noise"]));
    button("Pause").click();
    await waitFor(() => button(/2 of 24 coded/).click());
    await waitFor(() => expect(heading()).toBe("Passage 3 of 24"));
  });

  it("shows the passage with its review folded around it", async () => {
    await openSample(DRAWN);
    const [unit] = UNITS;
    expect(document.querySelector(".second-unit")?.textContent).toBe(unit?.text);
    const around = screen.getByText("The review around it").closest("details") as HTMLDetailsElement;
    expect(around.open).toBe(false);
    expect(within(around).getByText(unit?.text ?? "").tagName).toBe("MARK");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("stays on a passage that could not be stored, and says why", async () => {
    await openSample(DRAWN, { code: () => Promise.reject({ code: "storage_full" }) });
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H2"));
    await userEvent.keyboard("l{Enter}");
    await screen.findByRole("alert");
    expect(heading()).toBe("Passage 1 of 24");
    expect((screen.getByRole("checkbox", { name: /Too loud/ }) as HTMLInputElement).checked).toBe(true);
  });

  it("tells nothing of the machine before the end, and asks before an early one", async () => {
    const reveal = vi.fn(async () => {});
    const some = { ...DRAWN, human: allCoded(DRAWN).human.slice(0, 9) };
    await openSample(some, { reveal });
    expect(document.querySelector(".second")?.textContent).not.toMatch(/0\.81|81%|chance|κ|α/);
    button(/Stop here/).click();
    await waitFor(() => screen.getByText(/15 passages are not coded yet/));
    expect(reveal).not.toHaveBeenCalled();
    button("Show what the machine coded").click();
    await waitFor(() => expect(reveal).toHaveBeenCalledWith("sample"));
  });

  it("ends with one button when all is coded", async () => {
    const reveal = vi.fn(async () => {});
    await openSample(allCoded(DRAWN), { reveal });
    expect(heading()).toBe("You have been through the sample");
    button("Show what the machine coded").click();
    await waitFor(() => expect(reveal).toHaveBeenCalledOnce());
  });
});

describe("the results", () => {
  const openResults = (own: Partial<NotebookActions["second"]> = {}) => openSample(REVEALED, own);
  const rows = (caption: string) =>
    [...(screen.getByRole("table", { name: caption }) as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent),
    );

  it("begin with words, then figures of each code and over all", async () => {
    await openResults();
    screen.getByText("You and the machine gave exactly the same codes to 21 of 24 passages.");
    screen.getByText(/Beyond chance, the agreement is α = 0\.\d\d \(\S+ to \S+\)/);
    screen.getByText(/By Krippendorff’s bounds this allows tentative/);
    screen.getByText(/they are no law/);
    const table = rows("Agreement per code");
    expect(table.map(([name]) => name)).toEqual(["Code", "Too loud", "Danger", "All decisions", "Mean of the codes"]);
    expect(table[1]?.slice(1, 3)).toEqual(["8", "88%"]);
    expect(table[2]).toEqual(["Danger", "0", "100%", "–", "–", "–"]);
    screen.getByText(/nobody gave this code/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("change with what the machine coded by, and stand side by side", async () => {
    await openResults();
    screen.getByLabelText("From examples, too").click();
    await waitFor(() => screen.getByText(/same codes to 23 of 24/));
    screen.getByText("Definition beside examples", { selector: "summary" }).click();
    const beside = rows("Definition beside examples");
    expect(beside[1]?.[3]).toBe("6");
    expect(Number(beside[1]?.[2])).toBeGreaterThan(Number(beside[1]?.[1]));
  });

  it("list what to decide, with the way to the page, and write it down when asked", async () => {
    const adjudicate = vi.fn(async () => {});
    const apply = vi.fn(async () => ({ passages: 1 }));
    const decided = [{ unit: 1, codeId: "noise", yes: false, at: "2026-05-10T09:30:00Z" }];
    const show = vi.fn(async () => "quote" as const);
    await drawSecond(withSamples({ ...REVEALED, adjudicated: decided }), { adjudicate, apply }, { show });
    button(/Too loud/).click();
    await waitFor(() => screen.getByRole("heading", { name: "3 disagreements" }));
    screen.getByText(/1 of 3 decided/);
    const [first] = document.querySelectorAll<HTMLElement>(".second-disagreements > li");
    const own = within(first as HTMLElement);
    own.getByText("The machine gave “Too loud” (chance 81%); you did not.");
    expect((own.getByLabelText("It does not") as HTMLInputElement).checked).toBe(true);
    own.getByLabelText("It belongs").click();
    await waitFor(() => expect(adjudicate).toHaveBeenCalledWith("sample", 1, "noise", true));
    own.getByRole("button").click();
    await waitFor(() => expect(show).toHaveBeenCalled());
    button("Write decisions into my annotations").click();
    await screen.findByText(/1 passage is annotated as decided/);
  });

  it("say how they were measured, and go out as CSV", async () => {
    const save = vi.fn();
    await drawSecond(withSamples(REVEALED), {}, { save });
    button(/Too loud/).click();
    await waitFor(() => screen.getByText("How this was measured").click());
    screen.getByText(/24 of 109 sentences drawn on .* in the shares of good, bad, neutral and mixed reviews, seed 7/);
    screen.getByText(/made-up encoder int8/);
    button("Save as CSV").click();
    expect(save).toHaveBeenCalledWith(
      "earshot-agreement.csv",
      expect.stringContaining("krippendorff_alpha"),
      expect.any(String),
    );
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe("several people", () => {
  it("are compared on sentences of reviews that somebody coded, and saturation is told", async () => {
    await drawSecond(TWO_PEOPLE);
    screen.getByText(/All who coded them gave exactly the same codes to \d+ of \d+ sentences/);
    screen.getByText(/A review that somebody did not touch is a missing value/);
    screen.getByRole("heading", { name: "Saturation" });
    await waitFor(() =>
      expect(screen.getByRole("img", { name: /Curve of codes known/ }).querySelector("svg")).toBeTruthy(),
    );
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe("its look", () => {
  it.each([
    ["light", "en"],
    ["dark", "ru"],
    ["light", "zh_CN"],
  ] as const)("fits 320 pixels, %s, %s", async (scheme, language) => {
    await page.viewport(320, 900);
    document.documentElement.style.colorScheme = scheme;
    try {
      const fits = async () => {
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
        expect(await accessibilityProblems()).toEqual([]);
      };
      const { redraw } = await drawSecond(
        { ...TWO_PEOPLE, notebook: { ...TWO_PEOPLE.notebook, secondCodings: [DRAWN] } },
        {},
        {},
        language,
      );
      await fits();
      document.querySelector<HTMLButtonElement>(".second .main")?.click();
      await waitFor(() => document.querySelector(".second-setup") ?? Promise.reject());
      await fits();
      document.querySelector<HTMLButtonElement>(".second-setup .link")?.click();
      const sample = await waitFor(
        () => document.querySelector<HTMLButtonElement>(".second-samples button") ?? Promise.reject(),
      );
      sample.click();
      await waitFor(() => document.querySelector(".second-unit") ?? Promise.reject());
      await fits();
      redraw(withSamples(REVEALED));
      await waitFor(() => document.querySelector(".second-results") ?? Promise.reject());
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      await fits();
    } finally {
      document.documentElement.style.colorScheme = "";
    }
  });
});
