import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { draftFrom } from "../../../components/test/draft";
import { forgetTest, keepTest, keptTest } from "../../../components/test/kept";
import type { TestActions } from "../../../components/test/test-view";
import type { PanelView } from "../../../components/view";
import { Problem, type SurveySpec } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { ENGINE, quietActions, READ } from "../components/scenes";
import { runOf } from "../components/test-scenes";

const quiet = quietActions().tests;
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const run = () => vi.fn(async (_spec: SurveySpec) => "run");
const focused = () => document.activeElement;

async function drawPlace(own: Partial<TestActions> = {}, view: PanelView = READ, name = "Test") {
  const drawn = await draw(view, { tests: { ...quiet, ...own } });
  open(name);
  await waitFor(() => screen.getByRole("tabpanel", { name }));
  return drawn;
}

async function drawTemplate(title: RegExp, own: Partial<TestActions> = {}, view: PanelView = READ) {
  const drawn = await drawPlace(own, view);
  (await waitFor(() => button(title))).click();
  await waitFor(() => button("Ask them"));
  return drawn;
}

async function show(...texts: string[]) {
  const fields = screen.getAllByLabelText("What they read");
  for (const [i, text] of texts.entries()) await userEvent.fill(fields[i] as HTMLElement, text);
}

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(380, 900);
});

describe("a survey that is set up", () => {
  it("begins with a template that only wants what is to be shown, and is run as it stands", async () => {
    const own = { run: run() };
    await drawTemplate(/Does the message land/, own);
    expect(focused()).toBe(screen.getByRole("heading", { name: "Message test" }));
    await show("Boils in two minutes.", "So quiet that nobody wakes.");
    button("Ask them").click();
    await waitFor(() => expect(own.run).toHaveBeenCalledOnce());
    const [spec] = own.run.mock.calls[0] ?? [];
    expect(spec).toMatchObject({ title: "Message test", template: "message", mode: "evidence", design: "sequential" });
    expect(spec?.concepts.map(({ text }) => text)).toEqual(["Boils in two minutes.", "So quiet that nobody wakes."]);
  });

  it("says beside its field what is lacking, leads there, and is not run", async () => {
    const own = { run: run() };
    await drawTemplate(/Which ad is better/, own);
    expect(screen.queryByText(/has no words/)).toBeNull();
    button("Ask them").click();
    await waitFor(() => expect(focused()).toBe(screen.getAllByLabelText("What they read")[0]));
    expect(focused()).toHaveProperty("ariaInvalid", "true");
    screen.getByText(/2 things are still missing/);
    await show("Now in red.");
    await waitFor(() => screen.getByText(/One thing is still missing/));
    expect(own.run).not.toHaveBeenCalled();
  });

  it("opens the question in which something is wrong", async () => {
    await drawTemplate(/Which features matter/);
    screen.getByText("What does each of these do to your satisfaction?", { selector: "span" }).click();
    await userEvent.fill(field("Features"), "");
    screen.getByText("What does each of these do to your satisfaction?", { selector: "span" }).click();
    button("Ask them").click();
    await waitFor(() => expect(focused()).toBe(field("Features")));
    expect(field("Features").closest("details")?.open).toBe(true);
  });

  it("keeps the keyboard where the work is when things are added, moved and taken away", async () => {
    await drawTemplate(/Does the message land/);
    button("Show another one").click();
    await waitFor(() => expect(screen.getAllByLabelText("Short name")).toHaveLength(3));
    expect(focused()).toBe(screen.getAllByLabelText("Short name")[2]);
    button("Move up: Version 3").click();
    await waitFor(() => expect(focused()?.getAttribute("aria-label")).toBe("Move up: Version 2"));
    button("Remove: Version 2").click();
    await waitFor(() => expect(screen.getAllByLabelText("Short name")).toHaveLength(2));
    expect((focused() as HTMLInputElement).value).toBe("Message B");
    for (const name of ["Remove: Message A", "Remove: Message B"]) {
      button(name).click();
      await waitFor(() => expect(screen.queryByRole("button", { name })).toBeNull());
    }
    expect(focused()).toBe(button("Show something"));
    screen.getByText(/Nothing is shown: the questions are about Fennel/);
    for (let n = 0; n < 6; n++) await userEvent.click(button(/Show (something|another)/));
    await waitFor(() => screen.getByText("6 is the most that can be compared."));
    expect(button("Show another one").ariaDisabled).toBe("true");
  });

  it("asks whether each person sees one version or all only where there are several", async () => {
    const own = { run: run() };
    await drawTemplate(/Does the message land/, own);
    screen.getByRole<HTMLInputElement>("radio", { name: /Each person sees one/ }).click();
    await show("A", "B");
    button("Remove: Message B").click();
    await waitFor(() => expect(screen.queryByRole("radio", { name: /Each person sees/ })).toBeNull());
    button("Show another one").click();
    await waitFor(() => expect(screen.getAllByLabelText("What they read")).toHaveLength(2));
    await show("A", "B");
    button("Ask them").click();
    await waitFor(() => expect(own.run.mock.calls[0]?.[0].design).toBe("monadic"));
  });

  it("takes questions of every kind, with what belongs to each", async () => {
    const own = { run: run() };
    await drawPlace(own);
    button("Start from scratch").click();
    (await waitFor(() => button("Add a question"))).click();
    await waitFor(() => expect(focused()).toBe(field("Question, in words")));
    await userEvent.fill(field("Question, in words"), "Which colour?");
    fireEvent.change(field("How it is answered"), { target: { value: "choice" } });
    await userEvent.fill(await waitFor(() => field("Options")), "red\nblue");
    button("Add a question").click();
    await waitFor(() => expect(screen.getAllByLabelText("Question, in words")).toHaveLength(2));
    await userEvent.fill(screen.getAllByLabelText("Question, in words")[1] as HTMLElement, "Why that one?");
    fireEvent.change(screen.getAllByLabelText("How it is answered")[1] as HTMLElement, { target: { value: "open" } });
    screen.getByRole<HTMLInputElement>("checkbox", { name: /Leave it out for those/ }).click();
    const option = await waitFor(() => field("Option"));
    fireEvent.change(field("Answer for which it is left out"), { target: { value: "notChose" } });
    fireEvent.change(option, { target: { value: "1" } });
    button("Ask them").click();
    await waitFor(() => expect(own.run).toHaveBeenCalledOnce());
    expect(own.run.mock.calls[0]?.[0]).toMatchObject({
      title: "My test",
      concepts: [],
      questions: [
        { kind: "choice", text: "Which colour?", options: ["red", "blue"], perConcept: false },
        { kind: "open", skip: { question: "question-1", when: "notChose", option: 1 } },
      ],
    });
  });

  it("asks all reviewers or some groups, and says how many there are", async () => {
    const own = { run: run() };
    await drawTemplate(/Does the message land/, own);
    await show("A", "B");
    screen.getByText("There are 45; all of them will be asked.");
    screen.getByRole<HTMLInputElement>("radio", { name: /Only some groups/ }).click();
    const groups = await waitFor(() => screen.getByRole("group", { name: "Only some groups" }));
    button("Ask them").click();
    await waitFor(() => screen.getByText("Choose at least one group, or ask all reviewers."));
    expect(focused()).toBe(groups);
    within(groups).getAllByRole<HTMLInputElement>("checkbox")[0]?.click();
    await userEvent.fill(field("How many at most"), "5");
    await waitFor(() => screen.getByText(/Drawn by lot from \d+ people/));
    button("Ask them").click();
    await waitFor(() => expect(own.run.mock.calls[0]?.[0]).toMatchObject({ respondents: 5 }));
    expect(own.run.mock.calls[0]?.[0].segmentIds).toHaveLength(1);
  });

  it("shows groups that are no longer there, so that they can be left out", async () => {
    const spec = { ...runOf({ title: "Of another day" }).spec, segmentIds: ["gone"] };
    await drawPlace({}, { ...READ, surveys: [{ ...runOf(), spec }] });
    (await waitFor(() => button("Of another day"))).click();
    (await waitFor(() => button("Copy and change"))).click();
    const gone = await waitFor(() => screen.getByRole("checkbox", { name: /no longer there/ }));
    await userEvent.click(gone);
    await waitFor(() => expect(screen.queryByText(/no longer there/)).toBeNull());
  });

  it("is not run by Enter in one of its fields", async () => {
    const own = { run: run() };
    await drawTemplate(/Which features matter/, own);
    await userEvent.click(field("Name of this test"));
    await userEvent.keyboard("{End} today{Enter}");
    await waitFor(() => screen.getByRole("heading", { name: "Feature priorities (Kano) today" }));
    expect(own.run).not.toHaveBeenCalled();
    button("Ask them").focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(own.run).toHaveBeenCalledOnce());
  });

  it("leaves the language model to whoever has chosen one", async () => {
    await drawTemplate(/Does the message land/);
    expect(screen.getByRole("radio", { name: /language model/ })).toHaveProperty("disabled", true);
    button("Choose one").click();
    await waitFor(() => screen.getByRole("tab", { name: "Settings", selected: true }));
    const generators = { ...ENGINE.generators, chosen: { kind: "server" as const, model: "m" } };
    const engine = { at: "here" as const, state: { ...ENGINE, generators } };
    const own = { run: run() };
    await drawPlace(own, { ...READ, engine });
    await show("A", "B");
    await userEvent.click(screen.getByRole("radio", { name: /language model/ }));
    button("Ask them").click();
    await waitFor(() => expect(own.run.mock.calls[0]?.[0].mode).toBe("engine"));
  });

  it("tells what is to be known before it is run, in words of the reader", async () => {
    const check = vi.fn(async (_spec: SurveySpec) => [
      {
        code: "survey_segment_small" as const,
        values: { name: READ.evidence.personas[0]?.segment.id ?? "", other: "2" },
      },
      { code: "survey_other_language" as const, values: { name: "en" } },
      { code: "scale_weak" as const, values: { name: "uniqueness" } },
    ]);
    await drawTemplate(/Which features matter/, { check });
    const warnings = await waitFor(() => within(screen.getByRole("list", { name: "To know before you run it" })));
    warnings.getByText(/another language than the survey \(English\)/);
    warnings.getByText(/“Uniqueness” tells products apart badly/);
    expect(warnings.queryByText(/“g-/)).toBeNull();
    const refuse = () => Promise.reject(new Problem("survey_nobody", "Nobody."));
    localStorage.clear();
    await drawTemplate(/Which features matter/, { check: refuse });
    await waitFor(() => screen.getByText(/There are no reviewers with words to ask/));
  });

  it("keeps every parameter in a fold for methodologists", async () => {
    const own = { run: run() };
    await drawTemplate(/Does the message land/, own);
    await show("A", "B");
    expect(field("Seed").checkVisibility()).toBe(false);
    screen.getByText("For methodologists").click();
    await userEvent.click(screen.getByRole("radio", { name: /Plain SSR/ }));
    await userEvent.click(screen.getByRole("checkbox", { name: /Centre the vectors/ }));
    await userEvent.click(screen.getByRole("checkbox", { name: /Calibrate on stars/ }));
    await userEvent.fill(field("Seed"), "7");
    await userEvent.fill(field("ε"), "0.1");
    await userEvent.fill(field("Temperature"), "0.5");
    const before = quietSpec();
    button("Ask them").click();
    await waitFor(() => expect(own.run).toHaveBeenCalledOnce());
    expect(own.run.mock.calls[0]?.[0]).toMatchObject({
      seed: 7,
      rating: {
        method: "plain",
        centred: !before.rating.centred,
        calibrated: !before.rating.calibrated,
        epsilon: 0.1,
        temperature: 0.5,
      },
    });
  });

  it("uses of a picture its description only, and says so", async () => {
    const own = { run: run() };
    await drawTemplate(/Would they buy it/, own);
    await show("A kettle.");
    screen.getByText("Picture (optional)").click();
    screen.getByText(/What the panel gets of it is your description/);
    const picture = new File([PIXEL], "kettle.png", { type: "image/png" });
    await userEvent.upload(screen.getByLabelText("Choose a picture"), picture);
    await waitFor(() => screen.getByRole("img", { name: "Picture of Your concept" }));
    screen.getByText(/Without a description the panel gets nothing/);
    await userEvent.fill(field("What can be seen on it"), "A red kettle on a table");
    await waitFor(() => expect(screen.queryByText(/Without a description/)).toBeNull());
    button("Ask them").click();
    await waitFor(() =>
      expect(own.run.mock.calls[0]?.[0].concepts[0]?.picture).toEqual({ alt: "A red kettle on a table" }),
    );
  });

  it("is there as it was after the panel was elsewhere or closed, and the tab keeps the keyboard", async () => {
    await drawTemplate(/Does the message land/);
    await show("Half written");
    open("Reviews");
    await waitFor(() => screen.getByRole("tab", { name: "Reviews", selected: true }));
    await drawPlace();
    await waitFor(() => screen.getByDisplayValue("Half written"));
    screen.getByRole("tab", { name: "Test" }).focus();
    await userEvent.keyboard("{ArrowLeft}{ArrowRight}");
    await waitFor(() => screen.getByDisplayValue("Half written"));
    expect(focused()).toBe(screen.getByRole("tab", { name: "Test" }));
    await userEvent.click(screen.getByRole("heading", { name: "Message test" }));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => screen.getByText(/You were working on “Message test”/));
    expect(focused()).toBe(button("Go on"));
    button("Throw it away").click();
    await waitFor(() => expect(screen.queryByText(/You were working on/)).toBeNull());
  });

  it("is forgotten with its product", () => {
    const draft = { work: draftFrom("ads", "en"), touched: true };
    for (const id of ["s", "t"]) keepTest(id, { where: { at: "setup" }, draft });
    forgetTest("s");
    expect([keptTest("s").draft, keptTest("t").draft]).toEqual([undefined, draft]);
    forgetTest();
    expect(keptTest("t")).toEqual({ where: { at: "home" } });
    localStorage.setItem("earshot.test.s", "{ of no make");
    expect(keptTest("s")).toEqual({ where: { at: "home" } });
  });

  it("is not replaced by another one without a word; one that nobody touched is", async () => {
    await drawTemplate(/Does the message land/);
    button("← All tests").click();
    (await waitFor(() => button(/Which ad is better/))).click();
    await waitFor(() => screen.getByRole("heading", { name: "Ad comparison" }));
    await show("Half written");
    button("← All tests").click();
    (await waitFor(() => button(/Is the price right/))).click();
    const goOn = await waitFor(() => button("Go on with it"));
    screen.getByText(/You are in the middle of “Ad comparison”/);
    expect(focused()).toBe(goOn);
    goOn.click();
    await waitFor(() => screen.getByDisplayValue("Half written"));
    button("← All tests").click();
    (await waitFor(() => button("Start from scratch"))).click();
    (await waitFor(() => button("Throw it away and begin"))).click();
    await waitFor(() => screen.getByRole("heading", { name: "My test" }));
    expect(screen.queryByDisplayValue("Half written")).toBeNull();
  });

  it("is saved as a file and opened from one; a file that is none is told in a sentence", async () => {
    const save = vi.fn();
    await draw(READ, { tests: quiet, save });
    open("Test");
    await waitFor(() => screen.getByLabelText("Open a survey file"));
    const spec = runOf({ title: "From a file" }).spec;
    const file = (content: string) => new File([content], "survey.json", { type: "application/json" });
    await userEvent.upload(screen.getByLabelText("Open a survey file"), file("{ not json"));
    await waitFor(() => screen.getByText(/survey.json is no survey that can be read/));
    await userEvent.upload(screen.getByLabelText("Open a survey file"), file(JSON.stringify(spec)));
    await waitFor(() => screen.getByRole("heading", { name: "From a file" }));
    button("Save as a file").click();
    const [name, content] = save.mock.calls[0] ?? [];
    expect(name).toBe("earshot-survey-From-a-file.json");
    expect(JSON.parse(String(content))).toEqual(spec);
  });

  it.each(INTERFACE_LANGUAGES)("is accessible and fits 320 pixels in %s", async (language) => {
    await page.viewport(320, 900);
    await draw(READ, { tests: quiet }, language);
    document.querySelector<HTMLElement>("#tab-test")?.click();
    await waitFor(() => expect(document.querySelectorAll(".test-card")).toHaveLength(6));
    expect(await accessibilityProblems()).toEqual([]);
    for (const card of [1, 3]) {
      document.querySelectorAll<HTMLElement>(".test-card")[card]?.click();
      await waitFor(() => expect(document.querySelector(".test-setup")).not.toBeNull());
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(".test-setup details")) fold.open = true;
      document.querySelector<HTMLElement>(".test-before .main")?.click();
      await waitFor(() => expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320));
      expect(await accessibilityProblems()).toEqual([]);
      document.querySelector<HTMLElement>(".test-head .link")?.click();
      await waitFor(() => expect(document.querySelectorAll(".test-card")).toHaveLength(6));
    }
  });

  it("is accessible in the dark, all unfolded and with what is lacking said", async () => {
    document.documentElement.style.colorScheme = "dark";
    try {
      await drawPlace({}, { ...READ, surveys: [runOf(), runOf({ id: "p", state: "paused", done: 12 })] });
      expect(await accessibilityProblems()).toEqual([]);
      button(/Does the message land/).click();
      await waitFor(() => button("Ask them"));
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(".test-setup details")) fold.open = true;
      button("Ask them").click();
      await waitFor(() => screen.getByText(/2 things are still missing/));
      expect(await accessibilityProblems()).toEqual([]);
    } finally {
      document.documentElement.style.colorScheme = "";
    }
  });
});

const quietSpec = () => runOf().spec;
/** A picture of one pixel. */
const PIXEL = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (char) => char.charCodeAt(0),
);
