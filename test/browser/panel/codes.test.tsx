import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { PanelView } from "../../../components/view";
import { ADVICE, CODED, DANGER, idOf, LID, NOISE, SMELL, STEAM } from "../components/code-scenes";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietActions, READ } from "../components/scenes";

const quiet = quietActions().codes;
const acting = (own: Partial<typeof quiet> = {}) => ({ codes: { ...quiet, suggest: async () => ADVICE, ...own } });
const code = (name: string | RegExp) => screen.getByRole("treeitem", { name });
const button = (name: string | RegExp) => screen.getByRole("button", { name });

async function drawNotes(view: PanelView = CODED, own: Partial<typeof quiet> = {}, language?: "ru") {
  const drawn = await draw(view, acting(own), language);
  open(language ? "Заметки" : "Notes");
  (await waitFor(() => screen.getByRole("tab", { name: language ? "Коды" : "Codebook" }))).click();
  await waitFor(() => screen.getByRole("heading", { name: language ? "Коды" : "Codes" }));
  return drawn;
}

async function openNoise(own: Partial<typeof quiet> = {}) {
  const drawn = await drawNotes(CODED, own);
  code(/Too loud/).click();
  await waitFor(() => screen.getByText(/Does this belong/));
  return drawn;
}
const asked = () => within(screen.getByRole("group", { name: /Does this belong/ }));
const judged = () => vi.fn(async (_code: string, _sentence: string, _yes: boolean | undefined) => {});

beforeEach(() => page.viewport(380, 800));

describe("the place of codes", () => {
  it("says in one sentence what codes are for when there are none", async () => {
    await drawNotes(READ);
    screen.getByText(/A code is a label of your own/);
    expect(screen.queryByRole("list")).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("lists codes with how much of the material they have and where they are used", async () => {
    await drawNotes();
    code(/Too loud\s*no passages$/);
    code(/Danger\s*no passages · on every product/);
  });

  it("makes a code from a name and a meaning", async () => {
    const save = vi.fn(async () => {});
    await drawNotes(READ, { save });
    button("New code").click();
    const name = await waitFor(() => screen.getByLabelText("Name"));
    expect(document.activeElement).toBe(name);
    button("Create").click();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("needs a name"));
    expect(save).not.toHaveBeenCalled();
    fireEvent.input(name, { target: { value: "Too loud" } });
    fireEvent.input(screen.getByLabelText(/What it means/), { target: { value: "It disturbs." } });
    button("Create").click();
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    expect(save).toHaveBeenCalledWith(
      expect.objectContaining({ subjectId: "s", name: "Too loud", description: "It disturbs." }),
    );
  });

  it("shows why a code was not kept, and keeps what was written", async () => {
    const save = vi.fn(() => Promise.reject(new Error('There is a code "Danger" already.')));
    await drawNotes(CODED, { save });
    button("New code").click();
    const name = await waitFor(() => screen.getByLabelText("Name"));
    fireEvent.input(name, { target: { value: "Danger" } });
    button("Create").click();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("already"));
    expect(name).toHaveProperty("value", "Danger");
  });
});

describe("one code", () => {
  it("says what it learnt from and how often it was right about it", async () => {
    await openNoise();
    screen.getByText("Learnt from 1 yes, 1 no. Right in 9 of 11 when tested on its own examples.");
  });

  it("says what helps when it is wrong about most of its own examples", async () => {
    await openNoise({ suggest: async () => ({ ...ADVICE, measured: { accuracy: 2 / 6, of: 6 } }) });
    screen.getByText(/Right in 2 of 6 when tested .* Its examples have little in common yet/);
    await openNoise();
    expect(screen.queryByText(/little in common/)).toBeNull();
  });

  it("asks about the sentence that teaches most, and is answered by keys", async () => {
    const judge = judged();
    await openNoise({ judge });
    asked().getByText(/The lid stopped closing/);
    fireEvent.keyDown(asked().getByRole("button", { name: /Yes/ }), { key: "y" });
    expect(judge).toHaveBeenCalledWith("noise", idOf(LID), true);
    await waitFor(() => asked().getByText(/Smelled of plastic/));
    expect(document.activeElement).toBe(screen.getByRole("group", { name: /Does this belong/ }));
    fireEvent.keyDown(document.activeElement as Element, { key: "n" });
    expect(judge).toHaveBeenLastCalledWith("noise", idOf(SMELL), false);
  });

  it("takes back the last judgement, whatever was said before", async () => {
    const judge = judged();
    await openNoise({ judge });
    asked().getByRole("button", { name: /No/ }).click();
    (await waitFor(() => button(/Undo the last judgement: “The lid stopped/))).click();
    expect(judge).toHaveBeenLastCalledWith("noise", idOf(LID), undefined);
    await waitFor(() => asked().getByText(/The lid stopped closing/));
  });

  it("shows suggestions with the surest first, in words and figures, and takes them away when they are decided", async () => {
    const judge = judged();
    await openNoise({ judge });
    screen.getByText("2 sentences of 3 shown here probably belong; the surest come first.");
    const items = () => [...document.querySelectorAll(".code-suggestions > li")].map((item) => item.textContent ?? "");
    expect(items()).toHaveLength(3);
    expect(items()[0]).toMatch(/Now steam comes out.*very likely · 93%/);
    expect(items()[1]).toMatch(/probably · 71%/);
    expect(items()[2]).toMatch(/unlikely · 31%/);
    button(/Accept: Now steam/).click();
    await waitFor(() => expect(items()).toHaveLength(2));
    expect(judge).toHaveBeenCalledExactlyOnceWith("noise", idOf(STEAM), true);
    button(/Reject: Smelled/).click();
    await waitFor(() => expect(items()).toHaveLength(1));
  });

  it("says so when none of them is likely", async () => {
    const unsure = ADVICE.suggestions.map((suggestion) => ({ ...suggestion, confidence: 0.4 }));
    await openNoise({ suggest: async () => ({ ...ADVICE, suggestions: unsure }) });
    screen.getByText("None of the 3 sentences shown here is likely to belong; the surest come first.");
  });

  it("leads from a suggestion to its page", async () => {
    const show = vi.fn(async () => "quote" as const);
    await draw(CODED, { ...acting(), show });
    open("Notes");
    (await waitFor(() => screen.getByRole("tab", { name: "Codebook" }))).click();
    (await waitFor(() => code(/Too loud/))).click();
    const [first] = await waitFor(() =>
      within(screen.getByRole("list", { name: "Suggestions" })).getAllByRole("listitem"),
    );
    within(first as HTMLElement)
      .getByRole("button", { name: "Show on page" })
      .click();
    expect(show).toHaveBeenCalledWith(expect.objectContaining({ id: "r1" }), STEAM.text);
  });

  it("learns again when its examples change", async () => {
    const suggest = vi.fn(async () => ADVICE);
    const { redraw } = await openNoise({ suggest });
    expect(suggest).toHaveBeenCalledTimes(1);
    redraw({ ...CODED, codes: [DANGER, { ...NOISE, examples: NOISE.examples.slice(0, 1), updated: "later" }] });
    await waitFor(() => expect(suggest).toHaveBeenCalledTimes(2));
    screen.getByText(/Learnt from 1 yes, 0 no/);
  });

  it("saves its sentences as a table: those judged and those that probably belong", async () => {
    const saveTable = vi.fn();
    await openNoise({ saveTable });
    button("Save 3 sentences as a table (CSV)").click();
    const [name, text] = saveTable.mock.calls[0] as [string, string];
    expect(name).toBe("earshot-code-Too-loud.csv");
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain("by hand");
    expect(text).toContain("0.93");
    expect(text).not.toContain("Smelled of plastic");
  });

  it("hides personal data in the table unless it is wanted", async () => {
    const saveTable = vi.fn();
    const told = { ...NOISE.examples[0], reviewId: "gone", text: "Write to inge@post.example about it." };
    const codes = [{ ...NOISE, examples: [told as (typeof NOISE.examples)[number]] }];
    await drawNotes({ ...CODED, codes }, { saveTable });
    code(/Too loud/).click();
    (await waitFor(() => button(/as a table/))).click();
    expect(saveTable.mock.calls[0]?.[1]).toContain("Write to [e-mail] about it.");
    screen.getByRole("checkbox", { name: /Hide personal data/ }).click();
    await waitFor(() => expect(screen.getByRole("checkbox")).toHaveProperty("checked", false));
    button(/as a table/).click();
    expect(saveTable.mock.calls[1]?.[1]).toContain("inge@post.example");
  });

  it("is deleted only after asking", async () => {
    const remove = vi.fn(async () => {});
    await openNoise({ remove });
    button("Delete: Too loud").click();
    (await waitFor(() => button("Delete"))).click();
    expect(remove).toHaveBeenCalledExactlyOnceWith("noise");
    await waitFor(() => screen.getByRole("heading", { name: "Codes" }));
  });

  it("shows why nothing could be suggested", async () => {
    await drawNotes(CODED, { suggest: () => Promise.reject(new Error("The stored sentences could not be read.")) });
    code(/Too loud/).click();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("could not be read"));
  });

  it.each(["light", "dark"] as const)("is accessible at 320 px and does not run over, %s", async (scheme) => {
    await page.viewport(320, 700);
    document.documentElement.style.colorScheme = scheme;
    await openNoise();
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    document.documentElement.style.colorScheme = "";
  });

  it("speaks Russian", async () => {
    await drawNotes(CODED, {}, "ru");
    code(/Too loud/).click();
    await waitFor(() => screen.getByText(/Выучено по оценкам: да — 1, нет — 1\./));
    await waitFor(() => screen.getByText(/вероятно подходят 2 предложения/));
  });
});
