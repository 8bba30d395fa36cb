import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { Answer, Statement, Turn } from "../../../lib/domain";
import { accessibilityProblems, draw, open } from "../components/draw";
import { CONVERSATION, quietActions, quoteOfSample, READ } from "../components/scenes";

const [FIRST] = CONVERSATION.turns;
if (!FIRST?.answer) throw new Error("The scene has no answer.");
const ANSWERED: Turn & { answer: Answer } = { ...FIRST, answer: FIRST.answer };
const quotes = [quoteOfSample("r0", "In an open kitchen the noise stops every conversation.")];
const STATEMENTS: Statement[] = [
  { text: "It is too loud for us to talk.", quotes, support: "supported" },
  { text: "It glows in the dark.", quotes: [], support: "unsupported" },
  { text: "It is wonderfully quiet.", quotes, support: "contradicted" },
];
const usage = { model: "Sample-1B", promptTokens: 400, completionTokens: 40, first: 900, total: 4200 };
const WRITTEN: Answer = { ...ANSWERED.answer, engine: "wllama", statements: STATEMENTS, usage };

async function drawTurns(turns: Turn[], talks: Partial<ReturnType<typeof quietActions>["talks"]> = {}, more = {}) {
  const view = { ...READ, conversations: [{ ...CONVERSATION, turns }], ...more };
  const drawn = await draw(view, { talks: { ...quietActions().talks, ...talks } });
  open("Ask");
  (await waitFor(() => screen.getByRole("button", { name: "Ask them: Complaining about “noise”" }))).click();
  await waitFor(() => screen.getByRole("textbox", { name: "Ask these reviewers…" }));
  return drawn;
}

describe("an answer by a language model", () => {
  it("shows what stands on the reviews, and apart from it, folded, what does not", async () => {
    await drawTurns([{ ...ANSWERED, answer: WRITTEN }]);
    screen.getByText("It is too loud for us to talk.");
    expect(screen.getAllByRole("button", { name: "Quote 1" }).length).toBeGreaterThan(0);
    const left = screen.getByText("2 statements left out: the reviews do not support them").closest("details");
    expect(left?.open).toBe(false);
    left?.querySelector("summary")?.click();
    within(left as HTMLElement).getByText("No review says so.");
    within(left as HTMLElement).getByText("The reviews say the opposite.");
    screen.getByText("How many say so").click();
    screen.getByText(/11 of the 12 of us talk about that/);
  });

  it("says who wrote it and how long it took, on demand", async () => {
    await drawTurns([{ ...ANSWERED, answer: WRITTEN }]);
    screen.getByText("How it was made").click();
    screen.getByText("Sample-1B");
    screen.getByText("4.2 s");
  });

  it("is plain text, whatever was written", async () => {
    const text = "It is <img src=x onerror=alert(1)> too loud.";
    await drawTurns([{ ...ANSWERED, answer: { ...WRITTEN, statements: [{ text, quotes, support: "supported" }] } }]);
    screen.getByText(text);
    expect(document.querySelector("img[src=x]")).toBeNull();
  });

  it.each([
    ["unsupported", /nothing it wrote stands on these reviews/],
    ["notCovered", /it could only guess/],
  ] as const)("is replaced by evidence, and says why: %s", async (why, says) => {
    await drawTurns([{ ...ANSWERED, answer: { ...ANSWERED.answer, fallback: { why } } }]);
    screen.getByText(says);
    screen.getByText(/11 of the 12 of us talk about that/);
  });

  it("that was replaced shows, folded, what was left out and why", async () => {
    const fallback = { why: "unsupported" } as const;
    await drawTurns([{ ...ANSWERED, answer: { ...ANSWERED.answer, fallback, statements: STATEMENTS.slice(1) } }]);
    screen.getByText(/11 of the 12 of us talk about that/);
    const left = screen.getByText(/^2 statements left out/).closest("details");
    expect(left?.open).toBe(false);
    left?.querySelector("summary")?.click();
    within(left as HTMLElement).getByText("It glows in the dark.");
    within(left as HTMLElement).getByText("The reviews say the opposite.");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says in a sentence why it could not be written, and folds what the machine says", async () => {
    const fallback = { why: "failed", problem: "gpu_absent", detail: "requestAdapter gave null" } as const;
    await drawTurns([{ ...ANSWERED, answer: { ...ANSWERED.answer, fallback } }]);
    screen.getByText(/The language model did not answer/);
    screen.getByText("Technical detail").click();
    screen.getByText("requestAdapter gave null");
  });
});

describe("a turn", () => {
  const waiting: Turn = { id: "t9", question: "Is it quick?", asked: "2026-05-10T09:05:00Z", state: "answering" };

  it("shows what is being written, and can be stopped", async () => {
    const stop = vi.fn(async () => {});
    await drawTurns(
      [waiting],
      { stop },
      { drafts: new Map([["t9", { personaId: "p-g-noise", text: "We think it" }]]) },
    );
    screen.getByText("We think it");
    expect(
      screen
        .getAllByRole("status")
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain("checked against the reviews");
    screen.getByRole("button", { name: "Stop" }).click();
    await waitFor(() => expect(stop).toHaveBeenCalledExactlyOnceWith("t9"));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is in view from its question on when its answer is there", async () => {
    await page.viewport(380, 500);
    const long: Turn = { ...ANSWERED, id: "t8", question: "Is it loud, all in all?" };
    const { redraw } = await drawTurns([ANSWERED]);
    redraw({ ...READ, conversations: [{ ...CONVERSATION, turns: [ANSWERED, waiting] }] });
    await waitFor(() => screen.getByRole("button", { name: "Stop" }));
    redraw({ ...READ, conversations: [{ ...CONVERSATION, turns: [ANSWERED, { ...long, id: waiting.id }] }] });
    const asked = await waitFor(() => screen.getByText("Is it loud, all in all?", { selector: ".you" }));
    await waitFor(() => expect(asked.getBoundingClientRect().top).toBeLessThan(120));
    await page.viewport(380, 900);
  });

  it("that was broken off says so, and is asked again", async () => {
    const again = vi.fn(async () => {});
    const problem = { code: "answer_broken_off", message: "English." } as const;
    await drawTurns([{ ...waiting, state: "failed", problem }], { again });
    expect(screen.getByRole("alert").textContent).not.toContain("undefined");
    screen.getByRole("button", { name: "Ask again: Is it quick?" }).click();
    await waitFor(() => expect(again).toHaveBeenCalledExactlyOnceWith("c", "t9"));
  });

  it("keeps the answers it had before", async () => {
    const before = {
      ...WRITTEN,
      statements: [{ text: "We said it otherwise.", quotes, support: "supported" as const }],
    };
    await drawTurns([{ ...ANSWERED, answer: WRITTEN, earlier: [before] }]);
    screen.getByText("Answer 2 of 2");
    screen.getByRole("button", { name: "Earlier answer" }).click();
    await waitFor(() => screen.getByText("We said it otherwise."));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is copied with its numbered quotes and kept in Notes", async () => {
    const [pin, copy] = [vi.fn(async () => {}), vi.fn(async (_: string) => true)];
    const view = { ...READ, conversations: [{ ...CONVERSATION, turns: [{ ...ANSWERED, answer: WRITTEN }] }] };
    await draw(view, { copy, talks: { ...quietActions().talks, pin } });
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: "Ask them: Complaining about “noise”" }))).click();
    (await waitFor(() => screen.getByRole("button", { name: "Copy with quotes" }))).click();
    await waitFor(() => screen.getByRole("button", { name: "Copied with its quotes" }));
    expect(copy.mock.calls[0]?.[0]).toMatch(
      /simulated[\s\S]*It is too loud for us to talk\.[\s\S]*\[1\] “In an open kitchen/,
    );
    expect(copy.mock.calls[0]?.[0]).not.toContain("glows");
    screen.getByRole("button", { name: "Keep in Notes" }).click();
    await waitFor(() => expect(pin).toHaveBeenCalledExactlyOnceWith("c", ANSWERED.id, true));
  });
});

describe("talks with the same reviewers", () => {
  it("are begun, chosen and deleted", async () => {
    const earlier = {
      ...CONVERSATION,
      id: "old",
      updated: "2026-05-01T08:00:00Z",
      turns: [{ ...ANSWERED, id: "o", question: "Does it leak?" }],
    };
    const [begin, remove] = [vi.fn(async () => "new"), vi.fn(async () => {})];
    await drawTurns([ANSWERED], { begin, remove }, { conversations: [CONVERSATION, earlier] });
    const choice = screen.getByRole("combobox", { name: "Talks with these reviewers" }) as HTMLSelectElement;
    choice.value = "old";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    await waitFor(() => screen.getByText("Does it leak?", { selector: ".you" }));
    screen.getByRole("button", { name: "New talk" }).click();
    await waitFor(() => expect(begin).toHaveBeenCalledExactlyOnceWith("p-g-noise"));
    screen.getByRole("button", { name: "Delete talk" }).click();
    (
      await waitFor(() =>
        within(screen.getByRole("group", { name: /Delete this talk/ })).getByRole("button", { name: "Delete talk" }),
      )
    ).click();
    await waitFor(() => expect(remove).toHaveBeenCalledOnce());
  });
});

describe("Notes", () => {
  it("show kept answers with who gave them, and let them go", async () => {
    const pin = vi.fn(async () => {});
    const { speaker } = CONVERSATION;
    const kept = {
      id: "t1",
      subjectId: "s",
      conversationId: "c",
      turnId: "t1",
      speaker,
      question: "Is it loud?",
      answer: WRITTEN,
      pinned: "2026-05-11",
    };
    await draw({ ...READ, pins: [kept] }, { talks: { ...quietActions().talks, pin } });
    open("Notes");
    const article = await waitFor(() => screen.getByRole("article", { name: "Is it loud?" }));
    within(article).getByText("It is too loud for us to talk.");
    expect(await accessibilityProblems()).toEqual([]);
    within(article).getByRole("button", { name: "Take out of Notes" }).click();
    await waitFor(() => expect(pin).toHaveBeenCalledExactlyOnceWith("c", "t1", false));
  });
});
