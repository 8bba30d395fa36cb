import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems, draw, open } from "./draw";
import { CONVERSATION, quietActions, quoteOfSample, READ } from "./scenes";

const TALK = { ...READ, conversations: [CONVERSATION] };

async function drawInterview(view: typeof TALK = TALK, actions: Parameters<typeof draw>[1] = {}) {
  const drawn = await draw(view, actions);
  open("Ask");
  const choose = await waitFor(() => screen.getByRole("button", { name: "Ask them: Complaining about “noise”" }));
  choose.click();
  await waitFor(() => screen.getByRole("textbox", { name: "Ask these reviewers…" }));
  return drawn;
}

describe("personas", () => {
  it("are named by what real reviewers share, counted, marked simulated, and thin ones say so", async () => {
    await draw(READ);
    open("Ask");
    const cards = await waitFor(() => screen.getAllByRole("article"));
    expect(cards).toHaveLength(3);
    for (const card of cards) within(card).getByText("simulated");
    const thin = screen.getByRole("article", { name: "Writing in Russian" });
    within(thin).getByText("Few voices: take it as a hint");
    const loud = within(screen.getByRole("article", { name: "Complaining about “noise”" }));
    expect(loud.getAllByText("“noise”, said by 12 of us").length).toBeGreaterThan(0);
    loud.getByText("In their words").click();
    expect(loud.getAllByText(/In an open kitchen/).length).toBeGreaterThan(0);
  });

  it("lead to the reviews they stand on", async () => {
    await draw(READ);
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: "12 reviewers" }))).click();
    await waitFor(() => screen.getByText("12 reviews of 48"));
  });

  it("are announced before there are any", async () => {
    await draw({ ...READ, evidence: { ...READ.evidence, personas: [] } });
    open("Ask");
    await waitFor(() => screen.getByText(/appear once enough reviews are understood/));
  });
});

describe("an interview", () => {
  it("shows answers with numbered quotes, the other side, and what is not talked about", async () => {
    await drawInterview();
    screen.getByText(/11 of the 12 of us talk about that, and for most it is a complaint/);
    screen.getByText(/Not everyone agrees: 2 of us are happy with it/);
    screen.getByText(/None of the 12 of us talks about that/);
    screen.getByText("Evidence answers, no language model.");
    screen.getByRole("button", { name: "Quote 2" }).click();
    await waitFor(() =>
      expect(document.activeElement?.textContent).toContain("A full litre boils in under three minutes."),
    );
  });

  it("folds all but the first quote of a statement, and a number unfolds its own", async () => {
    const [turn] = CONVERSATION.turns;
    const [claim] = turn?.answer?.claims ?? [];
    if (!turn?.answer || !claim) throw new Error("The scene has no answer.");
    const quotes = [
      ...claim.quotes,
      quoteOfSample("r2", "声音有点大。"),
      quoteOfSample("r1", "The lid stopped closing"),
    ];
    const answer = { ...turn.answer, claims: [{ ...claim, quotes }] };
    await drawInterview({ ...READ, conversations: [{ ...CONVERSATION, turns: [{ ...turn, answer }] }] });
    expect(screen.queryByText(/声音有点大/)).toBeNull();
    screen.getByRole("button", { name: "2 more quotes" });
    screen.getByRole("button", { name: "Quote 2" }).click();
    await waitFor(() => expect(document.activeElement?.textContent).toContain("声音有点大。"));
  });

  it("shows the quote on its page", async () => {
    const show = vi.fn(async () => "quote" as const);
    await drawInterview(TALK, { show });
    screen.getAllByRole("button", { name: "Show on page" })[0]?.click();
    await waitFor(() => expect(show).toHaveBeenCalledOnce());
    expect(show.mock.calls[0]).toEqual([
      expect.objectContaining({ id: "r0" }),
      "In an open kitchen the noise stops every conversation.",
    ]);
  });

  it("asks what was written, shows the question while it waits, and takes no second one", async () => {
    const ask = vi.fn(async () => {});
    const { redraw } = await drawInterview(TALK, { talks: { ...quietActions().talks, ask } });
    const field = screen.getByRole("textbox", { name: "Ask these reviewers…" });
    fireEvent.input(field, { target: { value: "  Would you buy it again?  " } });
    await waitFor(() => expect(screen.getByRole("button", { name: "Ask" })).toHaveProperty("disabled", false));
    screen.getByRole("button", { name: "Ask" }).click();
    expect(ask).toHaveBeenCalledExactlyOnceWith("p-g-noise", "Would you buy it again?", "c");
    const waiting = {
      id: "t3",
      question: "Would you buy it again?",
      asked: "2026-05-10T09:02:00Z",
      state: "answering",
    } as const;
    redraw({ ...TALK, conversations: [{ ...CONVERSATION, turns: [...CONVERSATION.turns, waiting] }] });
    await waitFor(() => screen.getByText("Looking for what they said about it…", { selector: ".waiting" }));
    expect(screen.getByRole("button", { name: "Ask" })).toHaveProperty("disabled", true);
  });

  it("says when no answer could be made and keeps the conversation", async () => {
    await drawInterview(TALK, {
      talks: { ...quietActions().talks, ask: () => Promise.reject(new Error("The model is missing.")) },
    });
    screen.getByRole("button", { name: "What would you improve?" }).click();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("The model is missing."));
    screen.getByText("Does it fit in a camper van?");
  });

  it("copies a transcript that is marked simulated and carries every quote", async () => {
    const copy = vi.fn(async (_: string) => true);
    await drawInterview(TALK, { copy });
    screen.getByRole("button", { name: "Copy transcript" }).click();
    await waitFor(() => screen.getByRole("button", { name: "Copied" }));
    const text = copy.mock.calls[0]?.[0] ?? "";
    expect(text).toContain("SIMULATED from 8 real reviewers");
    expect(text).toContain("personal data");
    expect(text).toContain(
      "[1] “In an open kitchen the noise stops every conversation.” (May 2, 2026, https://shop.example/kettle)",
    );
    expect(text).toContain("— Does it fit in a camper van?");
    expect(text).not.toContain("Inge");
  });

  it("is accessible", async () => {
    await draw(READ);
    open("Ask");
    await waitFor(() => screen.getAllByRole("article"));
    expect(await accessibilityProblems()).toEqual([]);
    await drawInterview();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
