import { screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { GroupRound, GroupTalk } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { speakerOf } from "../../fixtures/ask/made";
import { accessibilityProblems, draw } from "../components/draw";
import { quietActions, READ } from "../components/scenes";

const round: GroupRound = {
  id: "round",
  question: "Is it loud?",
  asked: "2026-05-10T09:00:00Z",
  state: "answered",
  turns: [],
};
const GROUP: GroupTalk = {
  id: "group",
  subjectId: "s",
  speakers: ["a", "b", "c"].map((name) => speakerOf({ personaId: name, name })),
  guide: [
    { question: "Is it loud?", minutes: 1, spent: 55 },
    { question: "Does it last?", minutes: 5, spent: 400 },
    { question: "What would you improve?", minutes: 10 },
  ],
  rounds: [{ ...round, id: "r0", question: "Does it last?" }, round],
  created: "2026-05-10T08:59:00Z",
  updated: "2026-05-10T09:00:00Z",
};

async function drawAgenda(group = GROUP, own: Partial<ReturnType<typeof quietActions>["focus"]> = {}, language?: "ru") {
  const drawn = await draw({ ...READ, groups: [group] }, { focus: { ...quietActions().focus, ...own } }, language);
  document.getElementById("tab-ask")?.click();
  (await waitFor(() => document.querySelector<HTMLElement>(".open-group") ?? expect.fail())).click();
  const agenda = await waitFor(() => document.querySelector<HTMLDetailsElement>(".agenda") ?? expect.fail());
  agenda.open = true;
  return { ...drawn, agenda: within(agenda) };
}

beforeEach(() => page.viewport(380, 900));
afterEach(() => vi.useRealTimers());

describe("the guide while a group is held", () => {
  it("shows the time spent on each topic beside what was planned, and which one it is now", async () => {
    const { agenda } = await drawAgenda();
    agenda.getByText("Guide: 2 of 3 asked · 7:35 of 16 min");
    const items = agenda.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(items[0]).toContain("0:55 of 1 min · now");
    expect(items[1]).toContain("6:40 of 5 min (1:40 over) · asked");
    expect(items[2]).toContain("0:00 of 10 min · not yet asked");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("leads to any topic, those that were asked too", async () => {
    const ask = vi.fn(async () => {});
    const { agenda } = await drawAgenda(GROUP, { ask });
    agenda.getByRole("button", { name: "Ask now: What would you improve?" }).click();
    await waitFor(() => expect(ask).toHaveBeenLastCalledWith("group", "What would you improve?"));
    const again = await waitFor(() => agenda.getByRole("button", { name: "Ask again: Does it last?" }));
    await waitFor(() => expect(again.getAttribute("aria-disabled")).toBe("false"));
    again.click();
    await waitFor(() => expect(ask).toHaveBeenLastCalledWith("group", "Does it last?"));
  });

  it("counts time while the group is open, for the topic it is at, and has it kept", async () => {
    const addTime = vi.fn();
    const { agenda } = await drawAgenda(GROUP, { addTime });
    await waitFor(() => agenda.getByText(/0:57 of 1 min/), { timeout: 5_000 });
    screen.getByRole("button", { name: "Other reviewers" }).click();
    await waitFor(() => expect(addTime).toHaveBeenCalledOnce());
    const [groupId, topic, seconds] = addTime.mock.calls[0] ?? [];
    expect([groupId, topic]).toEqual(["group", 0]);
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(5);
    await new Promise((later) => setTimeout(later, 1_200));
    expect(addTime).toHaveBeenCalledOnce();
  });

  it("never shows less time than before when what was counted comes back stored", async () => {
    const { agenda, redraw } = await drawAgenda();
    await waitFor(() => agenda.getByText(/0:57 of 1 min/), { timeout: 5_000 });
    redraw({ ...READ, groups: [{ ...GROUP, updated: "2026-05-10T09:00:01Z" }] });
    expect(agenda.queryByText(/0:5[56] of 1 min/)).toBeNull();
  });

  it("counts nothing before the first topic", async () => {
    const addTime = vi.fn();
    await drawAgenda({ ...GROUP, rounds: [] }, { addTime });
    await new Promise((later) => setTimeout(later, 1_300));
    screen.getByRole("button", { name: "Other reviewers" }).click();
    await waitFor(() => screen.getByRole("heading", { name: "Whom do you want to ask?" }));
    expect(addTime).not.toHaveBeenCalled();
  });

  it.each(INTERFACE_LANGUAGES)("fits 320 pixels in %s", async (language) => {
    await page.viewport(320, 700);
    await drawAgenda(GROUP, {}, language as "ru");
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
