import { screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw } from "../components/draw";
import { BUSY, READ } from "../components/scenes";
import { UNDERSTOOD, understoodEvidence } from "./understood-evidence";

function unfold(title: string): HTMLElement {
  const fold = screen.getByRole("heading", { name: title, hidden: true }).closest("details");
  if (!fold) throw new Error(`There is no fold “${title}”.`);
  fold.open = true;
  return fold;
}

/** Opens all there is to open. */
function openAll(): void {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  document.querySelector<HTMLElement>(".parts-toggle")?.click();
}

function button(name: string | RegExp, within_: HTMLElement = document.body): HTMLElement {
  return within(within_).getByRole("button", { name });
}

describe("the places", () => {
  it.each(INTERFACE_LANGUAGES)("have names that stand apart at 320 px in %s", async (language) => {
    await page.viewport(320, 700);
    await draw(UNDERSTOOD, {}, language);
    const names = screen.getAllByRole("tab").map((tab) => {
      const wheel = tab.querySelector("svg"); // stands for the last name where there is no room for six
      if (wheel && wheel.getBoundingClientRect().width > 0) return wheel.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(tab);
      return words.getBoundingClientRect();
    });
    for (const [i, { left }] of names.entries())
      expect(left - (names[i - 1]?.right ?? 0), `name ${i}`).toBeGreaterThanOrEqual(3);
    expect(names.at(-1)?.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    expect(screen.getAllByRole("tab").every((tab) => (tab.textContent ?? "").length > 1)).toBe(true); // said in any case
  });
});

describe("what the words say", () => {
  it("tells texts that weigh both sides from texts without an opinion, and opens each", async () => {
    await draw(UNDERSTOOD);
    const bar = [...document.querySelectorAll<HTMLElement>(".split > span")];
    const counted = new Map(bar.map(({ className, style }) => [className, Number(style.flexGrow)]));
    const labels = UNDERSTOOD.evidence.reviews.map(
      ({ finding }) => finding && !finding.flags.includes("no-words") && finding.sentiment.label,
    );
    for (const side of ["positive", "mixed", "neutral", "negative"])
      expect(counted.get(side) ?? 0, side).toBe(labels.filter((label) => label === side).length);
    const [side] = ["mixed", "neutral"].filter((middle) => (counted.get(middle) ?? 0) > 0);
    button(side === "mixed" ? /\d+% good and bad$/ : /\d+% no opinion$/).click();
    await waitFor(() => screen.getByText(new RegExp(`^${counted.get(side ?? "")} reviews of 48`)));
  });
});

describe("what they judge", () => {
  it("shows matters with mentions, reviewers and both shares in words", async () => {
    await draw(UNDERSTOOD);
    const row = screen.getByRole("row", { name: /^Performance/ });
    within(row).getByText("23 mentions, 2 unsure");
    within(row).getByRole("cell", { name: "22" });
    within(row).getByText("26% bad");
    within(row).getByText("74% good");
  });

  it("leads from a matter and from one of its words to the reviews", async () => {
    await draw(UNDERSTOOD);
    button("Durability").click();
    await waitFor(() => screen.getByText(/^6 reviews of 48/));
    screen.getByRole("tab", { name: "Overview" }).click();
    await waitFor(() => screen.getByRole("row", { name: /^Performance/ }));
    button(/^noise/).click();
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("noise"));
    for (const review of screen.getAllByRole("article")) expect(review.textContent).toContain("noise");
  });

  it("keeps rows where they were while more is understood", async () => {
    const busy = { ...BUSY, evidence: UNDERSTOOD.evidence };
    const { redraw } = await draw(busy);
    const names = () => screen.getAllByRole("rowheader").map((header) => header.querySelector("button")?.textContent);
    const before = names();
    const flipped = new Map(
      [...UNDERSTOOD.evidence.statements].map(([id, list]) => [
        id,
        list.map(({ aspects, ...statement }) => ({
          ...statement,
          aspects: aspects?.filter((a) => a.category !== "performance"),
        })),
      ]),
    );
    const extra = UNDERSTOOD.evidence.statements.get("r0") ?? [];
    redraw({ ...busy, evidence: { ...UNDERSTOOD.evidence, statements: new Map([...flipped, ["r0", extra]]) } });
    expect(names()).toEqual(before);
    redraw({ ...UNDERSTOOD, evidence: { ...UNDERSTOOD.evidence, statements: new Map([...flipped, ["r0", extra]]) } });
    await waitFor(() => expect(names()).not.toEqual(before));
  });
});

describe("what people do", () => {
  it("is folded, says the most in its line, and leads to the reviews", async () => {
    await draw(UNDERSTOOD);
    screen.getByText("10 problems · 1 question · 8 comparisons");
    const fold = unfold("What people do");
    button(/^Reports a problem/, fold).click();
    await waitFor(() => screen.getByText(/^10 reviews of 48/));
  });

  it("names with whom they compare", async () => {
    await draw(UNDERSTOOD);
    const named = within(unfold("What people do")).getByRole("list", { name: "Named: Compares" });
    within(named).getByRole("button", { name: "any kettle I have owned 8" });
  });
});

describe("satisfaction", () => {
  it("stands beside the stars and says what it is made of", async () => {
    await draw(UNDERSTOOD);
    const fold = unfold("Satisfaction and mood");
    within(fold).getByText("71%");
    within(fold).getByText(/^By their stars \d+%, of 45/);
    within(fold).getByText("+56");
    within(fold).getByText(/From texts, not from a survey/);
    button(/^Anger \d+/, fold).click();
    await waitFor(() => screen.getByText(/reviews of 48/));
  });

  it("says when nothing was estimated or found", async () => {
    await draw(READ);
    within(unfold("Satisfaction and mood")).getAllByText("Not estimated yet.");
    within(unfold("What they judge")).getAllByText("No single matters were found in these texts.");
  });
});

describe("confidence", () => {
  it("is counted apart and opens the unsure ones", async () => {
    await draw(UNDERSTOOD);
    button("6 of them are unsure").click();
    await waitFor(() => screen.getByText(/^6 reviews of 48/));
    button("? Unsure 6");
  });
});

describe("stars against words", () => {
  it("shows both sides", async () => {
    await draw(UNDERSTOOD);
    screen.getByText("Stars: 5.0");
    screen.getByText(/Words: about 1\.6/);
  });
});

describe("themes", () => {
  it("unfold into parts, with the rest last under its name", async () => {
    await draw(UNDERSTOOD);
    const toggle = button("1 part: Lid stops closing");
    expect(screen.queryByText("Does not click shut")).toBeNull();
    toggle.click();
    const parts = await waitFor(() => screen.getByRole("list", { name: "Lid stops closing" }));
    within(parts).getByText("Does not click shut");
    const rows = [...document.querySelectorAll("button.theme b")].map(({ textContent }) => textContent);
    expect(rows.at(-1)).toBe("Other remarks");
  });

  it("say what they do to the stars, how they went, and which were made by hand", async () => {
    await draw(UNDERSTOOD);
    const lid = button(/^Lid stops closing/);
    within(lid).getByText("Reviews that speak of it give 1.3 stars less than all others.");
    expect(lid.textContent).toMatch(/Share of reviews: \d+% in Jan 2025, \d+% in Apr 2026\./);
    within(button(/^Smell of plastic/)).getByText("named by hand, found as “Smell”");
  });

  it("open a part's reviews", async () => {
    await draw(UNDERSTOOD);
    button("1 part: Lid stops closing").click();
    (await waitFor(() => button(/^Does not click shut/))).click();
    await waitFor(() => button(/^Does not click shut \d/));
  });
});

describe("the overview", () => {
  afterEach(async () => {
    await page.viewport(414, 896);
    document.documentElement.style.colorScheme = "";
  });

  it.each(INTERFACE_LANGUAGES)("fits 320 pixels with everything open in %s", async (language) => {
    await page.viewport(320, 800);
    await draw(UNDERSTOOD, {}, language);
    document.querySelector<HTMLElement>(".place h2 button[aria-pressed]")?.click();
    openAll();
    await waitFor(() => expect(document.querySelectorAll(".theme-tools").length).toBeGreaterThan(4));
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it.each(["light", "dark"])("is accessible with everything open, %s", async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    await draw(UNDERSTOOD);
    button("Edit").click();
    openAll();
    await waitFor(() => button("Done"));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("draws five thousand reviews without a pause anybody would notice", async () => {
    const evidence = understoodEvidence(5000);
    const start = performance.now();
    await draw({ ...UNDERSTOOD, evidence });
    screen.getByRole("row", { name: /^Performance/ });
    expect(performance.now() - start).toBeLessThan(2500);
  });
});
