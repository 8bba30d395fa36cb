/** What was coded, counted, crossed and found: by eye, by ear, by keyboard, at 320 pixels. */
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { keepPlace } from "../../../components/notes/notes-place";
import type { PanelActions, PanelView } from "../../../components/view";
import type { InterfaceLanguage } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietNotebook } from "../components/notebook-scenes";
import { QUERIED } from "../components/query-scenes";
import { READ } from "../components/scenes";

const NAMES = { en: "Notes", zh_CN: "笔记", ru: "Заметки" } as const;

async function drawQuery(
  view: PanelView = QUERIED,
  actions: Partial<PanelActions> = {},
  language: InterfaceLanguage = "en",
) {
  keepPlace("find");
  const drawn = await draw(view, actions, language);
  open(NAMES[language]);
  await waitFor(() => document.querySelector(".query") ?? Promise.reject());
  return drawn;
}

const choose = (name: string) => fireEvent.click(screen.getByRole("radio", { name }));
const chart = () => waitFor(() => document.querySelector(".query .chart svg") ?? Promise.reject());
const cell = (name: RegExp) => screen.getByRole("button", { name });

beforeEach(async () => {
  await page.viewport(400, 900);
});
afterEach(() => {
  document.documentElement.style.colorScheme = "";
});

describe("what was coded", () => {
  it("says what to do while nothing is", async () => {
    await drawQuery(READ);
    screen.getByText(/Nothing is coded yet\. Select words on the page/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("opens with an answer: the codes used most, in words, as bars and as a table", async () => {
    await drawQuery();
    await chart();
    expect(document.querySelector(".query-lead")?.textContent).toMatch(
      /^“Worth its price” is used most: \d+ passages in \d+ texts\.$/,
    );
    const table = screen.getByRole("table");
    expect(within(table).getAllByRole("row").length).toBe(5);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("counts the codes below a code with it, each passage once", async () => {
    await drawQuery();
    expect(screen.queryByRole("button", { name: /^What goes wrong/ })).toBeNull();
    fireEvent.click(screen.getByRole("checkbox", { name: "Count the codes below a code with it" }));
    const of = (name: RegExp) => Number(cell(name).textContent);
    await waitFor(() => cell(/^What goes wrong: /));
    expect(of(/^What goes wrong: /)).toBe(of(/^Too loud/) + of(/^Breaks early/) + of(/^Other trouble/));
  });

  it("crosses codes with stars, says what differs by the test, and opens the passages of a cell by keyboard", async () => {
    await drawQuery();
    choose("Codes by …");
    await chart();
    screen.getByText(/by Fisher’s exact test \(two-sided\), adjusted after Holm/);
    screen.getByText(/A share is of all reviews of its column/);
    const button = cell(/^Worth its price, ★ 5: /);
    const count = Number(button.getAttribute("aria-label")?.match(/: (\d+) passage/)?.[1]);
    button.focus();
    await userEvent.keyboard("{Enter}");
    const heading = await waitFor(() => screen.getByRole("heading", { name: /^Worth its price · ★ 5: / }));
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(heading.textContent).toContain(`: ${count} passage`);
    expect(await accessibilityProblems()).toEqual([]);
    screen.getByRole("button", { name: "Close" }).click();
    await waitFor(() => expect(document.activeElement).toBe(cell(/^Worth its price, ★ 5: /)));
  });

  it.each(["group of reviewers", "theme", "month", "sentiment", "language", "coder"])(
    "crosses codes with %s",
    async (by) => {
      await drawQuery();
      choose("Codes by …");
      fireEvent.change(screen.getByRole("combobox", { name: "Codes by" }), {
        target: { value: by === "group of reviewers" ? "segment" : by },
      });
      await waitFor(() => screen.getByRole("region", { name: `Table: Codes by ${by}` }));
      await chart();
      expect(await accessibilityProblems()).toEqual([]);
    },
  );

  it("says which codes stand together, in both directions the same", async () => {
    await drawQuery();
    choose("Together");
    await chart();
    const lead = document.querySelector(".query-lead")?.textContent ?? "";
    expect(lead).toMatch(/stand together most: \d+ of \d+ passages with either code have both \(c = 0\.\d\d\)/);
    expect(cell(/^Worth its price and Breaks early: /).textContent).toBe(
      cell(/^Breaks early and Worth its price: /).textContent,
    );
    choose("in one review");
    await waitFor(() => screen.getByText(/reviews with either code have both/));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("finds passages by conditions, and leads to the page of each", async () => {
    const goTo = vi.fn(async () => "nothing" as const);
    const show = vi.fn(async () => "quote" as const);
    await drawQuery(QUERIED, { notebook: quietNotebook({ goTo }), show });
    choose("Find passages");
    fireEvent.change(screen.getByRole("combobox", { name: "Any of these codes" }), { target: { value: "loud" } });
    await waitFor(() => screen.getByRole("button", { name: "Take away: Too loud for an open kitchen" }));
    const found = document.querySelector(".query-lead")?.textContent ?? "";
    expect(found).toMatch(/^\d+ passages of \d+$/);
    const [first] = document.querySelectorAll<HTMLElement>(".query-passages li");
    if (!first) throw new Error("There is a passage.");
    fireEvent.click(within(first).getByRole("button", { name: "Show on page" }));
    expect(show).toHaveBeenCalledOnce();
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "no such words at all" } });
    await waitFor(() => screen.getByText(/^No passage fits all of this/));
    screen.getByRole("button", { name: "Clear all conditions" }).click();
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "returns sixty" } });
    (await waitFor(() => screen.getByRole("button", { name: /^Show on page: Free returns/ }))).click();
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("n-lost"));
    await waitFor(() => screen.getByText("These words are not on the page in the tab now."));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is taken along in every format, personal data hidden unless it is wanted", async () => {
    const save = vi.fn();
    await drawQuery(QUERIED, { save });
    choose("Together");
    await chart();
    const starts: Record<string, string | number> = {
      "Excel (all tables)": 0x50,
      "Word, with quotes": 0x50,
      "This table (CSV)": "\uFEFF",
      "Picture (SVG)": "<svg",
      "Picture (PNG)": 0x89,
    };
    for (const [i, [name, start]] of Object.entries(starts).entries()) {
      fireEvent.click(screen.getByRole("button", { name }));
      await waitFor(() => expect(save).toHaveBeenCalledTimes(i + 1), { timeout: 20_000 });
      const [file, content] = save.mock.lastCall as [string, string | Uint8Array];
      expect(file).toMatch(/^earshot-codes-Fennel-electric-kettle-1-7-l\.(xlsx|docx|csv|svg|png)$/);
      if (typeof content === "string") expect(content.startsWith(String(start))).toBe(true);
      else expect(content[0]).toBe(start);
      await waitFor(() => expect(document.querySelector(".query-save [aria-disabled=true]")).toBeNull());
    }
    expect((screen.getByRole("checkbox", { name: /^Hide personal data/ }) as HTMLInputElement).checked).toBe(true);
  });

  it.each(["en", "ru", "zh_CN"] as const)("fits 320 pixels in %s, light and dark", async (language) => {
    await page.viewport(320, 900);
    await drawQuery(QUERIED, {}, language);
    for (let view = 0; view < 4; view++) {
      fireEvent.click(document.querySelectorAll<HTMLElement>(".query > .chips input")[view] as HTMLElement);
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(".query details")) fold.open = true;
      await new Promise((done) => setTimeout(done, 150));
      const wide = [...document.querySelectorAll<HTMLElement>(".query *")].filter(
        (element) => element.getBoundingClientRect().right > 321 && !element.closest(".query-table, svg, .unseen"),
      );
      expect(wide.map(({ className, textContent }) => `${className} ${textContent?.slice(0, 60)}`)).toEqual([]);
      for (const scheme of ["dark", "light"]) {
        document.documentElement.style.colorScheme = scheme;
        expect(await accessibilityProblems()).toEqual([]);
      }
    }
  });
});
