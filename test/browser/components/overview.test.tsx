import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { Review } from "../../../lib/domain";
import { accessibilityProblems, draw, open } from "./draw";
import { BUSY, READ, UNREAD } from "./scenes";

describe("the first minute", () => {
  it("says what it sees and offers to read it", async () => {
    const read = vi.fn();
    await draw(UNREAD, { read });
    screen.getByRole("heading", { level: 1, name: "Fennel electric kettle, 1.7 l" });
    screen.getByText("18 reviews on this page, 1,204 in all");
    screen.getByRole("button", { name: "Read the reviews" }).click();
    screen.getByRole("button", { name: "Read all pages" }).click();
    expect(read.mock.calls).toEqual([[false], [true]]);
  });

  it("offers no other pages when there are none", async () => {
    if (UNREAD.page.at !== "seen") throw new Error("The scene has no page.");
    await draw({ ...UNREAD, page: { at: "seen", glance: { ...UNREAD.page.glance, hasMore: false } } });
    expect(screen.queryByRole("button", { name: "Read all pages" })).toBeNull();
  });

  it("shows how many, how fast and on what while it reads, and can be stopped", async () => {
    const stop = vi.fn();
    await draw(BUSY, { stop });
    screen.getByText("Reading · 124 reviews so far, 7 pages · 38 sentences/s · CPU");
    expect(screen.queryByRole("button", { name: "Read the reviews" })).toBeNull();
    screen.getByRole("button", { name: "Stop" }).click();
    expect(stop).toHaveBeenCalledOnce();
  });

  it("acknowledges a stop at once", async () => {
    const { redraw } = await draw(BUSY);
    screen.getByRole("button", { name: "Stop" }).click();
    await waitFor(() => screen.getByRole("button", { name: "Stopping…" }));
    redraw({ ...READ, pulse: { reviews: 48, understood: 12, sentences: 30 } });
    await waitFor(() => screen.getByRole("button", { name: "Go on" }));
  });

  it("goes on understanding after a stop", async () => {
    const resume = vi.fn();
    await draw({ ...READ, pulse: { reviews: 48, understood: 12, sentences: 30 } }, { resume });
    screen.getByText(/Stopped · 12 of 48/);
    screen.getByRole("button", { name: "Go on" }).click();
    expect(resume).toHaveBeenCalledOnce();
  });
});

describe("overview", () => {
  it("puts stars beside what the words say, and each figure opens its evidence", async () => {
    await draw(READ);
    screen.getByText("48 of 1,204 read");
    screen.getByRole("button", { name: "1 star: 4 reviews" }).click();
    await waitFor(() => screen.getByText("4 reviews of 48"));
    expect(screen.getByRole("tab", { name: "Reviews" }).getAttribute("aria-selected")).toBe("true");
  });

  it("leads from a theme to its reviews, with the quote that stands for it", async () => {
    await draw(READ);
    screen.getByRole("button", { name: /Loud in the kitchen/ }).click();
    await waitFor(() => screen.getByText("Typical for “Loud in the kitchen”"));
    const list = screen.getByRole("list", { name: "Reviews" });
    for (const review of within(list).getAllByRole("article")) {
      within(review).getByRole("button", { name: "Loud in the kitchen" });
    }
  });

  it("opens the reviews that contradict their stars", async () => {
    await draw(READ);
    screen.getByRole("button", { name: "1 review contradicts its stars" }).click();
    await waitFor(() => screen.getByText("1 review of 48"));
    screen.getByRole("heading", { name: "The lid gave up" });
  });

  it("shows a quote on its page and says so when it is not there any more", async () => {
    const show = vi.fn(async () => "nothing" as const);
    await draw(READ, { show });
    const loved = screen.getByRole("heading", { name: /What people love/ }).closest("section");
    if (!loved) throw new Error("There is no section of what people love.");
    const words = within(loved).getAllByText(/^“.*”$/)[0]?.textContent ?? "";
    within(loved).getAllByRole("button", { name: "Show on page" })[0]?.click();
    await waitFor(() => screen.getByText("This review is not on the page any more."));
    const [review, text] = show.mock.calls[0] as unknown as [Review, string];
    expect(`“${text}”`).toBe(words);
    expect(review.body).toContain(text);
  });

  it("never quotes advertising", async () => {
    await draw(READ);
    expect(screen.queryByText(/half the price/)).toBeNull();
  });

  it("says where it was understood", async () => {
    await draw(READ);
    screen.getByText(/109 sentences understood on this machine · CPU · nothing left it/);
  });

  it("says once that the reviews are in another language", async () => {
    await draw(READ, {}, "ru");
    screen.getByText(/на другом языке: английский/);
  });

  it("keeps the focus while figures change", async () => {
    const { redraw } = await draw(READ);
    const row = screen.getByRole("button", { name: /Cool handle/ });
    row.focus();
    redraw({ ...READ, evidence: { ...READ.evidence, themes: [...READ.evidence.themes].reverse() } });
    expect(document.activeElement).toBe(row);
  });

  it("is accessible before and after reading", async () => {
    await draw(UNREAD);
    expect(await accessibilityProblems()).toEqual([]);
    await draw(READ);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe("places", () => {
  it("are tabs that arrow keys move through", async () => {
    await draw(READ);
    const overview = screen.getByRole("tab", { name: "Overview" });
    overview.focus();
    overview.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Reviews"));
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Settings"));
    screen.getByRole("heading", { name: "Privacy" });
    expect(screen.getAllByRole("tab").filter((tab) => tab.tabIndex === 0)).toHaveLength(1);
  });

  it("starts another product without the last one's filter", async () => {
    const { redraw } = await draw(READ);
    screen.getByRole("button", { name: /Loud in the kitchen/ }).click();
    await waitFor(() => screen.getByText(/reviews of 48/));
    redraw({ ...READ, subject: { id: "other", name: "Another", url: "https://shop.example/b", site: "shop.example" } });
    await waitFor(() => screen.getByText("48 reviews"));
    open("Overview");
  });
});
