import { screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { TestActions } from "../../../components/test/test-view";
import type { SurveyRun } from "../../../lib/domain";
import { accessibilityProblems, draw, open } from "../components/draw";
import { ENGINE, quietActions, READ } from "../components/scenes";
import { runOf } from "../components/test-scenes";

const quiet = quietActions().tests;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

async function drawRuns(surveys: readonly SurveyRun[], own: Partial<TestActions> = {}) {
  const drawn = await draw({ ...READ, surveys }, { tests: { ...quiet, ...own } });
  open("Test");
  await waitFor(() => screen.getByRole("list", { name: "Your tests" }));
  return drawn;
}

const BROKEN = runOf({
  id: "broken",
  title: "Broke off",
  state: "paused",
  done: 18,
  problem: { code: "answer_broken_off", message: "It was ended." },
});

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(380, 900);
});

describe("runs of surveys", () => {
  it("are listed as they come, each with when, from what and how far", async () => {
    await drawRuns([runOf({ id: "a", title: "Second", state: "running", done: 9 }), runOf(), BROKEN]);
    const items = within(screen.getByRole("list", { name: "Your tests" })).getAllByRole("listitem");
    expect(items.map((item) => item.querySelector("button")?.textContent)).toEqual([
      "Second",
      "Claims for summer",
      "Broke off",
    ]);
    screen.getByText("May 10, 2026 · from what they wrote · 9 of 45 asked…");
    screen.getByText("May 10, 2026 · from what they wrote · 45 people asked");
    screen.getByText(/broke off at 18 of 45/);
  });

  it("open with their name in front of the keyboard, and leave it where it was", async () => {
    await drawRuns([runOf()]);
    button("Claims for summer").click();
    const title = await waitFor(() => screen.getByRole("heading", { name: "Claims for summer" }));
    expect(document.activeElement).toBe(title);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(button("Claims for summer")));
  });

  it("show how far they are, aloud by quarters, and can be paused and gone on with", async () => {
    const [pause, resume] = [vi.fn(async () => {}), vi.fn(async () => {})];
    const running = runOf({ state: "running", done: 12 });
    const { redraw } = await drawRuns([running], { pause, resume });
    button("Claims for summer").click();
    const bar = await waitFor(() => screen.getByRole("progressbar", { name: /12 of 45/ }));
    expect(bar.getAttribute("aria-valuenow")).toBe("27");
    screen.getByText("They are being asked: 25%");
    button("Pause").click();
    await waitFor(() => expect(pause).toHaveBeenCalledExactlyOnceWith("run"));
    redraw({ ...READ, surveys: [{ ...running, state: "paused" }] });
    (await waitFor(() => button("Go on"))).click();
    await waitFor(() => expect(resume).toHaveBeenCalledExactlyOnceWith("run"));
    redraw({ ...READ, surveys: [runOf()] });
    await waitFor(() => expect(screen.queryByRole("progressbar", { name: /asked/ })).toBeNull());
    screen.getByText("45 people asked");
  });

  it("say that they broke off and that nothing is lost", async () => {
    await drawRuns([BROKEN]);
    button("Broke off").click();
    await waitFor(() => screen.getByText(/What was answered is kept/));
    button("Go on");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("say in a sentence why they failed", async () => {
    const problem = { code: "survey_engine_missing" as const, message: "No model." };
    await drawRuns([runOf({ state: "failed", done: 3, problem })]);
    button("Claims for summer").click();
    await waitFor(() => screen.getByText(/No language model is chosen/));
  });

  it("tell that the language model is loading before the first answer", async () => {
    const spec = { ...runOf().spec, mode: "engine" as const };
    const generators = {
      ...ENGINE.generators,
      chosen: { kind: "server" as const, model: "m" },
      state: "loading" as const,
    };
    const engine = { at: "here" as const, state: { ...ENGINE, generators } };
    const running = runOf({ spec, state: "running", done: 0 });
    await draw({ ...READ, engine, surveys: [running] }, { tests: quiet });
    open("Test");
    (await waitFor(() => button("Claims for summer"))).click();
    await waitFor(() => screen.getByText(/is loading…/));
    screen.getAllByText(/answered by a language model/);
  });

  it("are copied to be changed", async () => {
    await drawRuns([runOf()]);
    button("Claims for summer").click();
    (await waitFor(() => button("Copy and change"))).click();
    await waitFor(() => screen.getByDisplayValue("Claims for summer"));
    button("Ask them");
  });

  it("are deleted only when asked twice, and the keyboard is not lost", async () => {
    const remove = vi.fn(async (_id: string) => {});
    const { redraw } = await drawRuns([runOf(), BROKEN], { delete: remove });
    button("Delete: Claims for summer").click();
    await waitFor(() => screen.getByText(/This cannot be undone/));
    const sure = within(screen.getByRole("group", { name: /This cannot be undone/ }));
    sure.getByRole("button", { name: "Delete" }).click();
    await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith("run"));
    redraw({ ...READ, surveys: [BROKEN] });
    await waitFor(() => expect(screen.queryByText("Claims for summer")).toBeNull());
    expect(document.activeElement).not.toBe(document.body);
  });

  it("are waited for between the press and the first word of them", async () => {
    const spec = runOf().spec;
    const { redraw } = await draw(READ, { tests: { ...quiet, run: async () => "new" } });
    open("Test");
    (await waitFor(() => button(/Which features matter/))).click();
    (await waitFor(() => button("Ask them"))).click();
    await waitFor(() => screen.getByText("They are being asked…"));
    const running = runOf({ id: "new", spec, state: "running", done: 1 });
    redraw({ ...READ, surveys: [running] });
    await waitFor(() => button("Pause"));
    redraw(READ);
    await waitFor(() => button(/Which features matter/));
  });

  it("lead back to the list when they were deleted elsewhere", async () => {
    const { redraw } = await drawRuns([runOf()]);
    button("Claims for summer").click();
    await waitFor(() => screen.getByRole("heading", { name: "Claims for summer" }));
    redraw({ ...READ, surveys: [] });
    await waitFor(() => button(/Would they buy it/));
  });
});
