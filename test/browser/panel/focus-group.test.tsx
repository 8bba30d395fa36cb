import { screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Answer, GroupTalk } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { speakerOf } from "../../fixtures/ask/made";
import { accessibilityProblems, draw, open } from "../components/draw";
import { CONVERSATION, quietActions, quoteOfSample, READ } from "../components/scenes";

const [TURN] = CONVERSATION.turns;
const ANSWER = TURN?.answer as Answer;
const speakers = [
  speakerOf({ personaId: "p-g-noise", name: "Light sleepers" }),
  speakerOf({ personaId: "p-g-speed", name: "In a hurry" }),
  speakerOf({ personaId: "p-g-few", name: "Writing in Russian" }),
];
const quotes = [quoteOfSample("r0", "In an open kitchen the noise stops every conversation.")];
const point = {
  topic: "noise",
  positive: ["p-g-speed"],
  negative: ["p-g-noise"],
  reviewers: { positive: 3, negative: 12 },
  quotes,
};
const GROUP: GroupTalk = {
  id: "group",
  subjectId: "s",
  speakers,
  guide: [
    { question: "Is it loud?", minutes: 5 },
    { question: "What would you improve?", minutes: 10 },
  ],
  rounds: [
    {
      id: "round",
      question: "Is it loud?",
      asked: "2026-05-10T09:00:00Z",
      state: "answered",
      turns: [
        { personaId: "p-g-noise", answer: ANSWER, reaction: { agrees: [], dissents: ["p-g-speed"], answer: ANSWER } },
        { personaId: "p-g-speed", answer: { ...ANSWER, covered: false, claims: [] } },
      ],
      split: {
        voices: { positive: 0, negative: 1, neutral: 0, silent: 1 },
        reviewers: { positive: 3, negative: 12, neutral: 1, silent: 32 },
      },
    },
  ],
  summary: { agreed: [], disputed: [point], alone: [] },
  created: "2026-05-10T08:59:00Z",
  updated: "2026-05-10T09:00:00Z",
};
const focus = quietActions().focus;

async function drawGroup(group: GroupTalk = GROUP, own: Partial<typeof focus> = {}, more = {}) {
  await draw({ ...READ, groups: [group], ...more }, { focus: { ...focus, ...own } });
  open("Ask");
  (await waitFor(() => screen.getByRole("button", { name: /3 voices/ }))).click();
  await waitFor(() => screen.getByRole("textbox", { name: "Ask these reviewers…" }));
}

beforeEach(() => page.viewport(380, 900));

describe("a focus group", () => {
  it("is made of voices that differ and of questions that can be changed", async () => {
    const begin = vi.fn(async (_ids: string[], _guide: unknown) => "group");
    await draw(READ, { focus: { ...focus, begin } });
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: "Hold a focus group" }))).click();
    const boxes = await waitFor(() => screen.getAllByRole<HTMLInputElement>("checkbox"));
    expect(boxes.filter(({ checked }) => checked)).toHaveLength(3);
    const first = screen.getByRole("textbox", { name: "Question 1" });
    await userEvent.fill(first, "Does it suit a small kitchen?");
    boxes[0]?.click();
    await waitFor(() => screen.getByText(/needs three to eight voices/));
    expect(screen.getByRole("button", { name: "Begin" })).toHaveProperty("disabled", true);
    boxes[0]?.click();
    await waitFor(() => expect(screen.getByRole("button", { name: "Begin" })).toHaveProperty("disabled", false));
    expect(await accessibilityProblems()).toEqual([]);
    screen.getByRole("button", { name: "Begin" }).click();
    await waitFor(() => expect(begin).toHaveBeenCalledOnce());
    expect(begin.mock.calls[0]?.[1]).toContainEqual({ question: "Does it suit a small kitchen?", minutes: 5 });
    expect(begin.mock.calls[0]?.[0]).toHaveLength(3);
  });

  it("shows who said what, who sees it otherwise, and where the real reviewers stand", async () => {
    await drawGroup();
    const round = within(screen.getByRole("article", { name: "Is it loud?" }));
    round.getByText("Sees it otherwise than: In a hurry");
    expect(document.querySelector(".standing")?.getBoundingClientRect().height).toBeGreaterThan(60);
    round.getByText(/3 in favour, 12 against, 1 neither, 32 silent/);
    round.getAllByText(/11 of the 12 of us talk about that/);
    screen.getByText("They are divided");
    screen.getByText(/of all reviewers 3 in favour, 12 against/).click();
    screen.getByText("Against: Light sleepers");
  });

  it("marks a voice that nobody's reviews stand behind, wherever it is named", async () => {
    const nurse = {
      ...speakers[0],
      personaId: "p-g-noise",
      description: "a nurse on night shifts",
    } as GroupTalk["speakers"][number];
    await drawGroup({ ...GROUP, speakers: [nurse, ...speakers.slice(1)] });
    const round = within(screen.getByRole("article", { name: "Is it loud?" }));
    expect(round.getAllByText(/^Made from your description/)).toHaveLength(1);
  });

  it("goes on with the guide or a question of one's own, and is summed up", async () => {
    const [ask, summarise] = [vi.fn(async () => {}), vi.fn(async () => {})];
    await drawGroup(GROUP, { ask, summarise });
    screen.getByText("Guide: 1 of 2 asked · 0:00 of 15 min");
    screen.getByRole("button", { name: "What would you improve?" }).click();
    await waitFor(() => expect(ask).toHaveBeenCalledExactlyOnceWith("group", "What would you improve?"));
    await waitFor(() => expect(screen.getByRole("button", { name: "Sum it up" })).toHaveProperty("disabled", false));
    screen.getByRole("button", { name: "Sum it up" }).click();
    await waitFor(() => expect(summarise).toHaveBeenCalledExactlyOnceWith("group"));
  });

  it("shows who speaks now, and can be stopped", async () => {
    const stop = vi.fn(async () => {});
    const [round] = GROUP.rounds;
    if (!round) throw new Error("The scene has no round.");
    const rounds = [{ ...round, state: "answering" as const, turns: round.turns.slice(0, 1), split: undefined }];
    await drawGroup(
      { ...GROUP, rounds, summary: undefined },
      { stop },
      { drafts: new Map([["round", { personaId: "p-g-speed", text: "I think" }]]) },
    );
    screen.getByText(/Voice 2 of 3 answers/, { selector: ".waiting" });
    screen.getByText(/I think/, { selector: ".draft" });
    screen.getByText("In a hurry:");
    screen.getByRole("button", { name: "Stop" }).click();
    await waitFor(() => expect(stop).toHaveBeenCalledExactlyOnceWith("round"));
  });

  it("shows a reaction in prose where it stands on the reviews, and folded where it was only counted", async () => {
    const [round] = GROUP.rounds;
    const [first, second] = round?.turns ?? [];
    if (!round || !first || !second) throw new Error("The scene has no turns.");
    const prose = {
      ...ANSWER,
      engine: "wllama" as const,
      statements: [{ text: "For us it is far too loud.", quotes, support: "supported" as const }],
    };
    const described = [{ ...speakers[1], description: "a nurse" } as GroupTalk["speakers"][number]];
    const turns = [
      {
        ...first,
        reaction: {
          agrees: [],
          dissents: ["p-g-speed"],
          matters: [{ topic: "noise", agrees: [], dissents: ["p-g-speed"] }],
          answer: prose,
        },
      },
      { ...second, reaction: { agrees: ["p-g-noise"], dissents: [], answer: ANSWER } },
    ];
    await drawGroup({
      ...GROUP,
      speakers: [...speakers.slice(0, 1), ...described, ...speakers.slice(2)],
      rounds: [{ ...round, turns }],
    });
    screen.getByText("“noise”:");
    const said = screen.getByText("For us it is far too loud.");
    expect(said.closest("details")).toBeNull();
    expect(screen.getByText("What these reviewers say about it").closest("details")?.open).toBe(false);
    screen.getByText(/nearest to the description, who need not be like it/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is taken along as Markdown, Word or data: marked simulated, quotes with their sources, nobody named", async () => {
    const save = vi.fn((_name: string, _content: string | Uint8Array, _type: string) => {});
    await draw({ ...READ, groups: [GROUP] }, { save });
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: /3 voices/ }))).click();
    (await waitFor(() => screen.getByRole("button", { name: "Save as Markdown" }))).click();
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    const [name, text] = save.mock.calls[0] ?? [];
    expect(name).toBe("earshot-group-Fennel-electric-kettle-1-7-l.md");
    expect(String(text)).toMatch(/simulated/i);
    expect(String(text)).toContain("In an open kitchen the noise stops every conversation.");
    expect(String(text)).not.toContain("Inge");
    screen.getByRole("button", { name: "Save for Word" }).click();
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2), { timeout: 10_000 });
    const [, word] = save.mock.calls[1] ?? [];
    expect(String.fromCharCode(...(word as Uint8Array).slice(0, 2))).toBe("PK");
    screen.getByRole("button", { name: "Save as data (JSON)" }).click();
    await waitFor(() => expect(save).toHaveBeenCalledTimes(3));
    expect(JSON.parse(String(save.mock.calls[2]?.[1]))).toMatchObject({ simulated: true, kind: "group" });
  });

  it("is kept, and deleted after asking", async () => {
    const remove = vi.fn(async () => {});
    await draw({ ...READ, groups: [GROUP] }, { focus: { ...focus, remove } });
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: "Delete: Focus group" }))).click();
    const sure = await waitFor(() => screen.getByRole("group", { name: "Delete this focus group?" }));
    within(sure).getByRole("button", { name: "Delete" }).click();
    await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith("group"));
  });

  it.each(INTERFACE_LANGUAGES)("is accessible and fits 320 pixels in %s", async (language) => {
    await page.viewport(320, 900);
    await draw({ ...READ, groups: [GROUP] }, {}, language);
    document.getElementById("tab-ask")?.click();
    (await waitFor(() => document.querySelector<HTMLElement>(".focus-groups li .link") ?? expect.fail())).click();
    await waitFor(() => document.querySelector("textarea") ?? expect.fail());
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
