import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { LearntExample } from "../../../lib/protocol";
import { accessibilityProblems, draw, open } from "../components/draw";
import { UNDERSTOOD } from "./understood-evidence";

const LID = "The lid stopped closing after four months and the shop did not answer.";

async function drawReviews(actions: Parameters<typeof draw>[1] = {}) {
  await draw(UNDERSTOOD, actions);
  open("Reviews");
  await waitFor(() => screen.getByRole("searchbox"));
}

function sentence(words: string): HTMLElement {
  const found = screen.getAllByRole("button").find((button) => button.textContent?.includes(words));
  if (!found) throw new Error(`There is no sentence with “${words}”.`);
  return found;
}

async function openLid(): Promise<HTMLElement> {
  sentence("stopped closing").click();
  return waitFor(() => screen.getByRole("group", { name: "What was understood in this sentence" }));
}

describe("a sentence of a review", () => {
  it("is marked by shape and word, and its aspects by their own", async () => {
    await drawReviews();
    const loud = sentence("In an open kitchen");
    expect(loud.textContent).toBe("▼badIn an open kitchen■no opinion the noise stops every conversation.");
    expect(loud.querySelector(".aspect.negative")?.textContent).toBe("noise");
    expect(sentence("I use it for tea").classList.contains("neutral")).toBe(true);
  });

  it("says that it is unsure", async () => {
    await drawReviews();
    const unsure = screen.getAllByRole("button").filter((button) => button.classList.contains("unsure"));
    expect(unsure.length).toBeGreaterThan(0);
    for (const one of unsure) expect(one.textContent).toContain("unsure");
  });

  it("opens what was understood, with chances in words and per cent", async () => {
    await drawReviews();
    const details = await openLid();
    expect(sentence("stopped closing").getAttribute("aria-expanded")).toBe("true");
    within(details).getByText("very likely bad, 96%");
    const lines = within(details)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      "▼bad lid · Durability · probably bad, 80%",
      "▼bad shop · Service · probably bad, 80%",
      "Reports a problem · very likely, 97%",
      "Anger · probably, 70%",
      "Marlow · brand",
    ]);
  });

  it("says how good each kind of mark is", async () => {
    await drawReviews();
    const details = await openLid();
    within(details).getByText("How good is this?").click();
    const [...lines] = details.querySelectorAll(".how-good dl > div");
    const said = lines.map(({ textContent }) => textContent).join("\n");
    for (const kind of ["Feelings", "What is judged", "Reports a problem", "Emotions", "Names"])
      expect(said).toContain(kind);
    expect(said).toMatch(/Names 0\.\d+Rule-based\. Out of 1/);
    const warning = await waitFor(() => {
      scrollBy(0, 300); // rows far below are drawn when they come near
      return screen.getByText(/orders aimed at a machine/);
    });
    const odd = warning.closest(".notes");
    expect(odd?.querySelector(".how-good dd")?.textContent).toMatch(/unmeasured|Tested on/);
  });

  it("is one tab stop a review; arrows lead on, Enter opens, Escape closes and stays there", async () => {
    await drawReviews();
    const [first] = screen.getAllByRole("article");
    const sentences = [...(first?.querySelectorAll<HTMLElement>("[data-sentence]") ?? [])];
    expect(sentences.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    sentences[0]?.focus();
    fireEvent.keyDown(sentences[0] ?? document.body, { key: "ArrowRight" });
    fireEvent.keyDown(sentences[1] ?? document.body, { key: "End" });
    expect(document.activeElement).toBe(sentences[2]);
    await waitFor(() => expect(sentences.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]));
    fireEvent.keyDown(sentences[2] ?? document.body, { key: "Enter" });
    const details = await waitFor(() => screen.getByRole("group", { name: /What was understood/ }));
    const close = within(details).getByRole("button", { name: "Close" });
    close.focus();
    fireEvent.keyDown(close, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("group", { name: /What was understood/ })).toBeNull());
    expect(document.activeElement).toBe(sentences[2]);
  });
});

describe("why this?", () => {
  const learnt: LearntExample[] = [
    { text: "The zip broke after a week.", label: "negative", similarity: 0.83 },
    { text: "<b>bold</b>", label: "negative", similarity: -0.2 },
  ];

  it("asks for learnt examples only when it is opened", async () => {
    const why = vi.fn(async () => learnt);
    await drawReviews({ why });
    const details = await openLid();
    expect(why).not.toHaveBeenCalled();
    within(details).getByRole("button", { name: "Why this?" }).click();
    await waitFor(() => within(details).getByText("“The zip broke after a week.”"));
    expect(why).toHaveBeenCalledExactlyOnceWith("r1:0");
    within(details).getByText("stopped closing");
    within(details).getByText(/learnt as bad · 83% alike/);
    within(details).getByText("“<b>bold</b>”");
  });

  it("says in a sentence that they could not be had, and keeps the deciding words", async () => {
    await drawReviews({ why: () => Promise.reject(new Error("no engine")) });
    const details = await openLid();
    within(details).getByRole("button", { name: "Why this?" }).click();
    await waitFor(() => within(details).getByText(/could not be looked up now/));
    within(details).getByText("stopped closing");
  });
});

describe("moving a sentence", () => {
  it("starts at its theme, hands over the other one, and can be taken back", async () => {
    const editThemes = vi.fn(async () => {});
    const undoThemes = vi.fn(async () => ({ kind: "move", sentenceId: "r1:0", themeId: "smell" }) as const);
    await drawReviews({ editThemes, undoThemes });
    const details = await openLid();
    const themes = within(details).getByRole<HTMLSelectElement>("combobox", { name: "Theme" });
    expect(themes.selectedOptions[0]?.textContent).toMatch(/Lid stops closing|Does not click shut/);
    within(details).getByRole("button", { name: "Move" }).click();
    expect(editThemes).not.toHaveBeenCalled();
    fireEvent.change(themes, { target: { value: "smell" } });
    within(details).getByRole("button", { name: "Move" }).click();
    expect(editThemes).toHaveBeenCalledExactlyOnceWith({ kind: "move", sentenceId: "r1:0", themeId: "smell" });
    await waitFor(() => screen.getByText("The sentence was moved."));
    screen.getByRole("button", { name: "Undo" }).click();
    await waitFor(() => screen.getByText("Taken back."));
    expect(undoThemes).toHaveBeenCalledOnce();
  });
});

describe("reviews", () => {
  it("narrow by matter, by what people do and by how sure it is, all at once", async () => {
    await drawReviews();
    screen.getByRole("button", { name: "All filters" }).click();
    const group = (name: string) => within(screen.getByRole("group", { name }));
    await waitFor(() => screen.getByRole("group", { name: "Matter" }));
    group("Matter")
      .getByRole("button", { name: /^Durability \d/ })
      .click();
    await waitFor(() => screen.getByText(/^6 reviews of 48/));
    const problem = group("What they do").getByRole("button", { name: /^Reports a problem/ });
    const promised = Number(problem.textContent?.match(/\d+$/)?.[0]);
    problem.click();
    await waitFor(() => screen.getByText(new RegExp(`^${promised} reviews? of 48`)));
    const counts = group("How sure")
      .getAllByRole("button")
      .map(({ textContent }) => Number(textContent?.match(/\d+$/)?.[0]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(promised);
    expect([...document.querySelectorAll("mark.hit")].some(({ textContent }) => textContent?.includes("lid"))).toBe(
      true,
    );
  });

  it("say in words what a reward or another topic means", async () => {
    await drawReviews();
    screen.getByText("Written for a reward or a free sample, as it says itself.");
    screen.getByText("About something else than this product.");
  });

  it("are accessible with everything open", async () => {
    await drawReviews({ why: async () => [] });
    const details = await openLid();
    within(details).getByRole("button", { name: "Why this?" }).click();
    within(details).getByText("How good is this?").click();
    screen.getByRole("button", { name: "All filters" }).click();
    await waitFor(() => screen.getByText("None of them is close to this one."));
    expect(screen.getAllByText(LID.slice(-10), { exact: false }).length).toBeGreaterThan(0);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
