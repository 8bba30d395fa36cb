import { screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { TestActions } from "../../../components/test/test-view";
import type { AnchorCheck, Scale } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietActions, READ } from "../components/scenes";
import { OWN_SCALE } from "../components/test-scenes";

const quiet = quietActions().tests;
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const points = () => screen.getAllByLabelText<HTMLInputElement>(/^(1: the least|2|3: the middle|4|5: the most)$/);
const saving = () => vi.fn(async (scale: Scale) => scale);

async function drawScales(own: Partial<TestActions> = {}, save = vi.fn()) {
  await draw({ ...READ, scales: [OWN_SCALE] }, { tests: { ...quiet, ...own }, save });
  open("Test");
  (await waitFor(() => button("Look at them, or write your own"))).click();
  await waitFor(() => screen.getByRole("heading", { name: "Scales" }));
}

function checkWith(verdict: AnchorCheck["verdict"]) {
  return vi.fn(
    async ({ id, version }: Scale, language: string): Promise<AnchorCheck> => ({
      scaleId: id,
      version,
      language,
      sets: [
        { order: 1, means: [1.2, 2, 3, 4, 4.8], closest: { points: [3, 4], similarity: 0.9312 } },
        { order: 0.2, means: [3, 3.1, 2.9, 3, 3.2], closest: { points: [1, 2], similarity: 0.99 } },
      ],
      paraphrases: { tried: 10, landed: 6, near: 9 },
      verdict,
    }),
  );
}

async function write(name: string, words: readonly string[]) {
  await userEvent.fill(screen.getByLabelText("What it measures"), name);
  for (const [i, one] of words.entries()) await userEvent.fill(points()[i] as HTMLElement, one);
}

const FIVE = ["It never lasts.", "It rarely lasts.", "It lasts a while.", "It lasts.", "It lasts for ever."];

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(380, 900);
});

describe("scales", () => {
  it("are those that come with Earshot, in the reader's words and with the weak one marked, and one's own", async () => {
    await drawScales();
    for (const name of ["Likelihood to buy", "Satisfaction", "Uniqueness (weak)"]) screen.getByText(name);
    button("Calm");
    screen.getByText("English · 1 set of five · version 3");
  });

  it("show their statements and, in plain words, whether those do what they should", async () => {
    const checkScale = checkWith("weak");
    await drawScales({ checkScale });
    screen.getByText("Satisfaction").click();
    const fold = within(screen.getByText("Satisfaction").closest("details") as HTMLElement);
    expect(fold.getAllByRole("list").length).toBeGreaterThan(2);
    fold.getByRole("button", { name: "Check the statements" }).click();
    await waitFor(() => screen.getByText(/these statements work roughly/));
    expect(checkScale).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "satisfaction" }), "en");
    screen.getByText(/Set 1: in order/);
    screen.getByText(/Set 2: out of order/);
    screen.getByText("Points 3 and 4 are the most alike (0.93).");
    screen.getByText(/Of 10 statements, the other sets put 6 on their own point and 9 within one/);
  });

  it("are written, checked before they are kept, and kept", async () => {
    const own = { checkScale: checkWith("good"), saveScale: saving() };
    await drawScales(own);
    button("New scale").click();
    await waitFor(() => screen.getByLabelText("What it measures"));
    await write(" Durability ", FIVE);
    button("Save").click();
    await waitFor(() => expect(own.saveScale).toHaveBeenCalledOnce());
    expect(own.checkScale).toHaveBeenCalledOnce();
    expect(own.saveScale.mock.calls[0]?.[0]).toMatchObject({
      name: "Durability",
      anchors: [{ language: "en", sets: [FIVE] }],
    });
    await waitFor(() => screen.getByRole("heading", { name: "Scales" }));
  });

  it("say at the statement what is lacking", async () => {
    const own = { saveScale: saving() };
    await drawScales(own);
    button("New scale").click();
    await waitFor(() => screen.getByLabelText("What it measures"));
    await write("Durability", ["a", "b", "", "b", "e"]);
    button("Save").click();
    await waitFor(() => screen.getByText(/Set 1 has no words at point 3/));
    expect(document.activeElement).toBe(points()[2]);
    screen.getByText(/Set 1 says the same at points 2, 4/);
    expect(own.saveScale).not.toHaveBeenCalled();
  });

  it("that do not work are kept only by whoever has read so", async () => {
    const own = { checkScale: checkWith("reversed"), saveScale: saving() };
    await drawScales(own);
    button("Calm").click();
    await waitFor(() => expect(points()).toHaveLength(5));
    await userEvent.fill(points()[0] as HTMLElement, "It roars.");
    button("Save").click();
    await waitFor(() => screen.getByText(/seem to run from the most to the least/));
    expect(own.saveScale).not.toHaveBeenCalled();
    button("Save all the same").click();
    await waitFor(() => expect(own.saveScale).toHaveBeenCalledOnce());
    expect(own.saveScale.mock.calls[0]?.[0]).toMatchObject({ id: "own", version: 3 });
  });

  it("are copied from those that came, get sets and languages, and keep the keyboard", async () => {
    await drawScales();
    screen.getByText("Trust").click();
    within(screen.getByText("Trust").closest("details") as HTMLElement)
      .getByRole("button", { name: "Make your own from it" })
      .click();
    await waitFor(() => screen.getByDisplayValue("Trust (copy)"));
    const sets = points().length;
    screen.getAllByRole("button", { name: "Add a set in other words" })[0]?.click();
    await waitFor(() => expect(points()).toHaveLength(sets + 5));
    expect((document.activeElement as HTMLInputElement).value).toBe("");
    await userEvent.fill(screen.getByLabelText("Another language, by its code"), "no such");
    button("Add").click();
    await waitFor(() => screen.getByText(/Give the code of a language/));
    await userEvent.fill(screen.getByLabelText("Another language, by its code"), "de");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => screen.getByText(/^German/));
    expect((document.activeElement as HTMLElement).lang).toBe("de");
  });

  it("that are half written wait, and are not replaced without a word", async () => {
    await drawScales();
    button("New scale").click();
    await waitFor(() => screen.getByLabelText("What it measures"));
    await userEvent.fill(screen.getByLabelText("What it measures"), "Half");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => screen.getByText(/You were working on “Half”/));
    button("Calm").click();
    (await waitFor(() => button("Go on with it"))).click();
    await waitFor(() => screen.getByDisplayValue("Half"));
    button("← All scales").click();
    (await waitFor(() => button("Throw it away"))).click();
    await waitFor(() => expect(screen.queryByText(/“Half”/)).toBeNull());
    button("Calm").click();
    await waitFor(() => screen.getByDisplayValue("Calm"));
  });

  it("are saved as files, opened from them, and deleted only when asked twice", async () => {
    const [save, deleteScale] = [vi.fn(), vi.fn(async (_id: string) => {})];
    await drawScales({ deleteScale }, save);
    button("Calm").click();
    (await waitFor(() => button("Save as a file"))).click();
    const [name, content] = save.mock.calls[0] ?? [];
    expect(name).toBe("earshot-scale-Calm.json");
    await userEvent.keyboard("{Escape}");
    await waitFor(() => button("Delete: Calm"));
    const file = (text: string) => new File([text], "calm.json", { type: "application/json" });
    await userEvent.upload(screen.getByLabelText("Open a scale file"), file("a,b,c"));
    await waitFor(() =>
      screen.getByText("calm.json is no scale that can be read. Choose one that was saved by Earshot."),
    );
    await userEvent.upload(screen.getByLabelText("Open a scale file"), file('{"sets":[["a","b","c"]]}'));
    await waitFor(() => screen.getByText(/Set 1 has 3 statements; a scale has five/));
    await userEvent.upload(screen.getByLabelText("Open a scale file"), file(String(content)));
    await waitFor(() => screen.getByDisplayValue("It wakes everybody."));
    button("← All scales").click();
    (await waitFor(() => button("Delete: Calm"))).click();
    const sure = within(await waitFor(() => screen.getByRole("group", { name: /Delete this scale/ })));
    sure.getByRole("button", { name: "Delete" }).click();
    await waitFor(() => expect(deleteScale).toHaveBeenCalledExactlyOnceWith("own"));
  });

  it.each(INTERFACE_LANGUAGES)("are accessible and fit 320 pixels in %s", async (language) => {
    await page.viewport(320, 900);
    await draw({ ...READ, scales: [OWN_SCALE] }, { tests: quiet }, language);
    document.querySelector<HTMLElement>("#tab-test")?.click();
    (
      await waitFor(() => document.querySelector<HTMLElement>("[data-opens=scales] button") ?? Promise.reject())
    ).click();
    await waitFor(() => expect(document.querySelectorAll(".test-question")).toHaveLength(8));
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".test-question")) fold.open = true;
    expect(await accessibilityProblems()).toEqual([]);
    document.querySelector<HTMLElement>(".scale-statements .actions button:nth-child(2)")?.click();
    await waitFor(() => expect(document.querySelector(".test-before")).not.toBeNull());
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".test-scales details")) fold.open = true;
    document.querySelector<HTMLElement>(".test-before button:nth-child(2)")?.click();
    await waitFor(() => expect(document.querySelector(".anchor-check")).not.toBeNull());
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
