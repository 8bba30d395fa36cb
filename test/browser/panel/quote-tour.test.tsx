import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { PanelActions, Shown } from "../../../components/view";
import type { Statement } from "../../../lib/domain";
import { accessibilityProblems, draw, open } from "../components/draw";
import { ANSWER, CONVERSATION, quoteOfSample, READ } from "../components/scenes";

const loud = quoteOfSample("r0", "In an open kitchen the noise stops every conversation.");
const statements: Statement[] = [
  { text: "It is too loud.", quotes: [loud], support: "supported" },
  { text: "Nobody can talk beside it.", quotes: [loud], support: "supported" },
];
const turn = { id: "t1", question: "Is it loud?", asked: "2026-05-10T09:00:00Z", state: "answered" as const };

async function begin(show: PanelActions["show"], endShow = vi.fn(), answer = ANSWER) {
  await draw({ ...READ, conversations: [{ ...CONVERSATION, turns: [{ ...turn, answer }] }] }, { show, endShow });
  open("Ask");
  (await waitFor(() => screen.getByRole("button", { name: "Ask them: Complaining about “noise”" }))).click();
  (await waitFor(() => screen.getByRole("button", { name: /^. quotes on the page$/ }))).click();
  const tour = await waitFor(() => screen.getByRole("group", { name: "Quotes on the page" }));
  return { tour: within(tour), endShow };
}

describe("the quotes of an answer on the page", () => {
  it("are gone through by the arrow keys, counted and announced", async () => {
    const show = vi.fn(async () => "quote" as Shown);
    const { tour } = await begin(show);
    await waitFor(() => expect(tour.getByRole("status").textContent).toMatch(/^Quote 1 of 2: “In an open.*Lit up/));
    expect(show).toHaveBeenLastCalledWith(expect.objectContaining({ id: "r0" }), loud.text, { stay: true });
    expect(document.activeElement?.textContent).toBe("Next");
    await userEvent.keyboard("{ArrowRight}");
    await waitFor(() => expect(tour.getByRole("status").textContent).toMatch(/^Quote 2 of 2: “A full litre/));
    await userEvent.keyboard("{ArrowRight}{Home}");
    await waitFor(() => expect(tour.getByRole("status").textContent).toMatch(/^Quote 1 of 2/));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("end by Escape: nothing is lit up any more, and the keyboard is back where it began", async () => {
    const { endShow } = await begin(async () => "quote");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^. quotes on the page$/));
    expect(endShow).toHaveBeenCalledOnce();
    screen.getByRole("textbox", { name: "Ask these reviewers…" });
  });

  it("are lit up no more when the talk is left in the middle", async () => {
    const { tour, endShow } = await begin(async () => "quote");
    await waitFor(() => expect(tour.getByRole("status").textContent).toMatch(/Lit up/));
    screen.getByRole("button", { name: "Other reviewers" }).click();
    await waitFor(() => expect(endShow).toHaveBeenCalledOnce());
  });

  it("whose page is not open say so; it is opened only when asked for", async () => {
    const show = vi.fn(async (_review, _text, options): Promise<Shown> => (options?.stay ? "away" : "quote"));
    const { tour } = await begin(show);
    const openPage = await waitFor(() => tour.getByRole("button", { name: "Open its page" }));
    tour.getByText(/It stands on another page/, { selector: ".tour-where" });
    openPage.click();
    await waitFor(() => tour.getByText(/Lit up on the page/, { selector: ".tour-where" }));
    expect(show).toHaveBeenLastCalledWith(expect.anything(), loud.text, { stay: false });
    expect(document.activeElement?.textContent).toBe("Next");
  });

  it("are told by what was asked for last, however late the page answers", async () => {
    const answers: ((shown: Shown) => void)[] = [];
    const { tour } = await begin(() => new Promise<Shown>((resolve) => answers.push(resolve)));
    await userEvent.keyboard("{ArrowRight}");
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.("record");
    answers[0]?.("quote");
    await waitFor(() => expect(tour.getByRole("status").textContent).toMatch(/^Quote 2 of 2.*it is marked/));
  });

  it("have one number each, however often they are cited", async () => {
    await begin(async () => "quote", vi.fn(), { ...ANSWER, engine: "wllama", statements });
    expect(screen.getAllByRole("button", { name: "Quote 1" }).length).toBeGreaterThan(1);
    expect(screen.queryByRole("button", { name: "Quote 3" })).toBeNull();
    screen.getByText("Quote 1 of 2");
  });
});
