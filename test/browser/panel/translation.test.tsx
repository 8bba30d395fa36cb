import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { PanelView } from "../../../components/view";
import { Problem } from "../../../lib/domain";
import type { GeneratorInfo } from "../../../lib/models/generator";
import { accessibilityProblems, draw, open } from "../components/draw";
import { ANSWER, CONVERSATION, ENGINE, quoteOfSample, READ } from "../components/scenes";

const ABLE: GeneratorInfo = {
  kind: "server",
  model: "Sample-8B",
  context: 8192,
  schema: true,
  translates: true,
  backend: "server",
  local: false,
};
const foreign = READ.evidence.reviews.find(({ language }) => language === "ru");
if (!foreign) throw new Error("The scene has no review in Russian.");
const WORDS = foreign.body.split(/(?<=\.)/)[0] ?? "";
const quote = quoteOfSample(foreign.id, WORDS);
const answer = { ...ANSWER, claims: [{ ...(ANSWER.claims[0] as (typeof ANSWER.claims)[number]), quotes: [quote] }] };
const turns = [
  { id: "t1", question: "Is it quick?", asked: "2026-05-10T09:00:00Z", state: "answered" as const, answer },
];

function sceneWith(info: GeneratorInfo | undefined): PanelView {
  const generators = {
    ...ENGINE.generators,
    chosen: { kind: "server" as const },
    state: "ready" as const,
    ...(info && { info }),
  };
  return {
    ...READ,
    engine: { at: "here", state: { ...ENGINE, generators } },
    conversations: [{ ...CONVERSATION, turns }],
  };
}

async function drawAnswer(view: PanelView, actions: Parameters<typeof draw>[1] = {}, language?: "ru") {
  const drawn = await draw(view, actions, language);
  document.getElementById("tab-ask")?.click();
  if (!language) open("Ask");
  (await waitFor(() => document.querySelector<HTMLElement>(".persona-card .main") ?? expect.fail())).click();
  await waitFor(() => document.querySelector(".turn .quote") ?? expect.fail());
  return drawn;
}
const card = () => within(document.querySelector<HTMLElement>(".turn .quote") ?? expect.fail());

describe("a quote in another language", () => {
  it("is translated below itself, marked as made by a machine and unchecked", async () => {
    const translate = vi.fn(async () => ({ text: "Boils quickly.", model: "Sample-8B" }));
    await drawAnswer(sceneWith(ABLE), { translate });
    card().getByRole("button", { name: "Translate into English" }).click();
    await waitFor(() => card().getByText("Boils quickly."));
    expect(translate).toHaveBeenCalledExactlyOnceWith(WORDS.trim(), "ru", expect.any(AbortSignal));
    card().getByText(/Translated by a machine \(Sample-8B\), unchecked/);
    card().getByText(new RegExp(WORDS.trim().slice(0, 12)));
    expect(await accessibilityProblems()).toEqual([]);
    card().getByRole("button", { name: "Hide translation" }).click();
    await waitFor(() => expect(card().queryByText("Boils quickly.")).toBeNull());
    card().getByRole("button", { name: "Translate into English" }).click();
    await waitFor(() => card().getByText("Boils quickly."));
    expect(translate).toHaveBeenCalledOnce();
  });

  it.each([
    ["no engine is loaded", sceneWith(undefined), undefined],
    ["the engine is too small for it", sceneWith({ ...ABLE, translates: false }), undefined],
    ["it is in the language of the panel", sceneWith(ABLE), "ru" as const],
  ])("is not offered in translation where %s", async (_why, view, language) => {
    await drawAnswer(view, {}, language);
    expect(document.querySelector(".translation")).toBeNull();
  });

  it("can be stopped, which is no failure", async () => {
    const translate = vi.fn(
      (_text: string, _from: string, signal: AbortSignal) =>
        new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    await drawAnswer(sceneWith(ABLE), { translate });
    card().getByRole("button", { name: "Translate into English" }).click();
    const stop = await waitFor(() => card().getByRole("button", { name: "Stop" }));
    card().getByText("The language model is translating…");
    stop.click();
    await waitFor(() => card().getByRole("button", { name: "Translate into English" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says in a sentence why it could not be translated, and can be tried again", async () => {
    const translate = vi
      .fn<() => Promise<{ text: string; model: string }>>()
      .mockRejectedValueOnce(new Problem("generator_slow", "English."))
      .mockResolvedValueOnce({ text: "Boils quickly.", model: "Sample-8B" });
    await drawAnswer(sceneWith(ABLE), { translate });
    card().getByRole("button", { name: "Translate into English" }).click();
    await waitFor(() => expect(card().getByRole("alert").textContent).toContain("did not answer in time"));
    card().getByRole("button", { name: "Translate into English" }).click();
    await waitFor(() => card().getByText("Boils quickly."));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
