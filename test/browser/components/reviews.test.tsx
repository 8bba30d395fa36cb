import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { PanelView } from "../../../components/view";
import { accessibilityProblems, draw, open } from "./draw";
import { sampleEvidence } from "./fixture";
import { quoteOfSample, READ } from "./scenes";

async function drawReviews(view: PanelView = READ, actions: Parameters<typeof draw>[1] = {}) {
  const drawn = await draw(view, actions);
  open("Reviews");
  await waitFor(() => screen.getByRole("searchbox"));
  return drawn;
}

function write(text: string): void {
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: text } });
}

function articles(): HTMLElement[] {
  return screen.getAllByRole("article");
}

describe("reviews", () => {
  it("shows a review as it was written, its sentences marked in colour, shape and word", async () => {
    await drawReviews();
    const [first] = articles();
    if (!first) throw new Error("There is no review.");
    within(first).getByText("Fast, but you hear it coming");
    within(first).getByRole("img", { name: "4 of 5 stars" });
    const details = within(first)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);
    expect(details).toEqual([
      "Steel, 1.7 l",
      "Bergen",
      "2 photos",
      "found helpful by 1,204",
      "the page shows only the beginning",
    ]);
    const marks = [...first.querySelectorAll("mark")].map((mark) => mark.textContent);
    expect(marks).toEqual([
      "▲goodA full litre boils in under three minutes.",
      "▼badIn an open kitchen the noise stops every conversation.",
    ]);
  });

  it("combines facets and counts what each would leave", async () => {
    await drawReviews();
    screen.getByRole("button", { name: /^Boils fast \d/ }).click();
    await waitFor(() => screen.getByText(/^18 reviews of 48/));
    const good = screen.getByRole("button", { name: /Good \d/ });
    const promised = Number(good.textContent?.match(/\d+$/)?.[0]);
    good.click();
    await waitFor(() => screen.getByText(new RegExp(`^${promised} reviews? of 48`)));
    screen.getByRole("button", { name: "Clear" }).click();
    await waitFor(() => screen.getByText("48 reviews"));
  });

  it("offers every facet on request", async () => {
    await drawReviews();
    screen.getByRole("button", { name: "All filters" }).click();
    await waitFor(() => screen.getByRole("group", { name: "Theme" }));
    const names = [...document.querySelectorAll("fieldset > legend")].map(({ textContent }) => textContent);
    expect(names).toEqual([
      "Theme",
      "Feeling",
      "Stars",
      "Stars against words",
      "Questions",
      "Reviewers",
      "Language",
      "Odd",
    ]);
  });

  it("finds words at once and what is close in meaning after them", async () => {
    const search = vi.fn(async () => [
      { ...quoteOfSample("r0", "In an open kitchen the noise stops every conversation."), score: 0.9 },
    ]);
    await drawReviews(READ, { search });
    write("steam burns");
    await waitFor(() => screen.getByText("1 review of 48"));
    expect(articles()[0]?.textContent).toContain("The lid gave up");
    await waitFor(() => screen.getByText("Close in meaning"), { timeout: 3000 });
    expect(search).toHaveBeenCalledExactlyOnceWith("steam burns");
    expect(document.querySelector("mark.hit")?.textContent).toContain("In an open kitchen");
  });

  it("still finds words when the engine cannot search by meaning", async () => {
    await drawReviews(READ, { search: () => Promise.reject(new Error("no engine")) });
    write("Ложка");
    await waitFor(() => screen.getByText(/Search by meaning is not available now/), { timeout: 3000 });
    write("РУЧКА");
    await waitFor(() => screen.getByText("Хороший чайник"));
  });

  it("has a way back when nothing fits", async () => {
    await drawReviews();
    write("xylophone");
    await waitFor(() => screen.getByText("No review fits all of this."), { timeout: 3000 });
    screen.getByRole("button", { name: "Show all reviews" }).click();
    await waitFor(() => screen.getByText("48 reviews"));
  });

  it("says in words what is odd about a review", async () => {
    await drawReviews();
    screen.getByText(/Looks like advertising or machine-made/);
    screen.getByText(/orders aimed at a machine/);
    screen.getByText("The stars say 5.0, the words about 1.6.");
  });

  it("draws page text as text", async () => {
    const [first, ...others] = READ.evidence.reviews;
    if (!first) throw new Error("There is no review.");
    const body = '<img src=x onerror="globalThis.broken=1"><b>bold</b>';
    const statements = new Map([...READ.evidence.statements, [first.id, []]]);
    await drawReviews({
      ...READ,
      evidence: { ...READ.evidence, statements, reviews: [{ ...first, body }, ...others] },
    });
    screen.getByText(body);
    expect(document.querySelector("article img[src]")).toBeNull();
  });

  it("keeps thousands of reviews out of the document until they are scrolled to", async () => {
    const evidence = sampleEvidence(4000);
    await drawReviews({ ...READ, evidence, pulse: { reviews: 4000, understood: 4000, sentences: 9000 } });
    await waitFor(() => screen.getByText("4,000 reviews"));
    expect(articles().length).toBeLessThan(60);
    scrollTo(0, document.documentElement.scrollHeight);
    await waitFor(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      screen.getByText("Buyer 3992");
    });
    expect(articles().length).toBeLessThan(60);
    const last = articles().at(-1)?.closest("li");
    expect([last?.getAttribute("aria-posinset"), last?.getAttribute("aria-setsize")]).toEqual(["4000", "4000"]);
  });

  it("keeps the focus in the list when the review that had it is scrolled away", async () => {
    const evidence = sampleEvidence(600);
    await drawReviews({ ...READ, evidence, pulse: { reviews: 600, understood: 600, sentences: 1300 } });
    screen.getAllByRole("button", { name: "Show on page" })[0]?.focus();
    await waitFor(() => {
      scrollTo(0, 20_000);
      expect(document.activeElement).toBe(screen.getByRole("list", { name: "Reviews" }));
    });
  });

  it("shortens a very long review around what was found, and opens all of it", async () => {
    const [first, ...others] = READ.evidence.reviews;
    if (!first) throw new Error("There is no review.");
    const body = `${"One more sentence about nothing. ".repeat(1500)}The end.`;
    const statements = new Map([...READ.evidence.statements, [first.id, []]]);
    await drawReviews({
      ...READ,
      evidence: { ...READ.evidence, statements, reviews: [{ ...first, body }, ...others] },
    });
    expect(articles()[0]?.textContent?.length).toBeLessThan(1500);
    screen.getByRole("button", { name: "Read all of it" }).click();
    await waitFor(() => expect(articles()[0]?.textContent).toContain("The end."));
  });

  it("is accessible, with all filters open", async () => {
    await drawReviews();
    screen.getByRole("button", { name: "All filters" }).click();
    await waitFor(() => screen.getByText("Feeling"));
    expect(await accessibilityProblems()).toEqual([]);
  });
});
