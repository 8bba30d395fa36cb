import { screen, waitFor, within } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { GroupTalk, Turn } from "../../../lib/domain";
import { speakerOf } from "../../fixtures/ask/made";
import { draw, open } from "../components/draw";
import { ANSWER, CONVERSATION, quietActions, READ } from "../components/scenes";

const OPENER = "Ask them: Complaining about “noise”";
const [FIRST] = CONVERSATION.turns;
if (!FIRST) throw new Error("The scene has no turn.");
const WAITING: Turn = { id: "t9", question: "Is it quick?", asked: "2026-05-10T09:05:00Z", state: "answering" };
const talkWith = (...turns: Turn[]) => ({ ...READ, conversations: [{ ...CONVERSATION, turns }] });
const GROUP: GroupTalk = {
  id: "group",
  subjectId: "s",
  speakers: ["a", "b", "c"].map((name) => speakerOf({ personaId: name, name })),
  guide: [],
  rounds: [],
  created: "2026-05-10T08:59:00Z",
  updated: "2026-05-10T09:00:00Z",
};

async function openTalk(view = talkWith(FIRST as Turn), talks: Partial<ReturnType<typeof quietActions>["talks"]> = {}) {
  const drawn = await draw(view, { talks: { ...quietActions().talks, ...talks } });
  open("Ask");
  (await waitFor(() => screen.getByRole("button", { name: OPENER }))).click();
  const field = await waitFor(() => screen.getByRole("textbox", { name: "Ask these reviewers…" }));
  return { ...drawn, field };
}
const focused = () => document.activeElement as HTMLElement;
/** What the talk announces, apart from other parts of the panel. */
const announced = () => document.querySelector(".interview > .unseen[role=status]")?.textContent ?? "";

describe("the keyboard in a talk", () => {
  it("begins at the heading, and is given back to the button that opened the talk", async () => {
    await openTalk();
    expect(focused().textContent).toMatch(/^Complaining about “noise”/);
    expect(focused().tagName).toBe("H2");
    screen.getByRole("button", { name: "Other reviewers" }).click();
    await waitFor(() => expect(focused()).toBe(screen.getByRole("button", { name: OPENER })));
  });

  it("begins at the heading of a focus group, and is given back in the list", async () => {
    await draw({ ...READ, groups: [GROUP] });
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: /3 voices/ }))).click();
    await waitFor(() => expect(focused().textContent).toMatch(/^Focus group/));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(focused()).toBe(screen.getByRole("button", { name: /3 voices/ })));
  });

  it("leaves by Escape, but never behind a question that is half written", async () => {
    const { field } = await openTalk();
    await userEvent.fill(field, "Is it");
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("textbox", { name: "Ask these reviewers…" })).toHaveProperty("value", "Is it");
    await userEvent.clear(field);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(focused()).toBe(screen.getByRole("button", { name: OPENER })));
  });

  it("stops what is being written by Escape, and stays", async () => {
    const stop = vi.fn(async () => {});
    await openTalk(talkWith(WAITING), { stop });
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(stop).toHaveBeenCalledExactlyOnceWith("t9"));
    screen.getByRole("textbox", { name: "Ask these reviewers…" });
  });

  it("takes Escape for the question whether to delete first", async () => {
    await openTalk();
    screen.getByRole("button", { name: "Delete talk" }).click();
    const sure = await waitFor(() => screen.getByRole("group", { name: /^Delete this talk/ }));
    within(sure).getByRole("button", { name: "Keep" }).focus();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("group", { name: /^Delete this talk/ })).toBeNull());
    screen.getByRole("textbox", { name: "Ask these reviewers…" });
  });

  it("is nowhere lost when what it stood on goes: asked again, stopped, suggested", async () => {
    const { redraw, field } = await openTalk();
    const again = screen.getByRole("button", { name: /^Ask again/ });
    again.focus();
    redraw(talkWith({ ...(FIRST as Turn), state: "answering" }));
    await waitFor(() => expect(focused().textContent).toBe("Stop"));
    redraw(talkWith(FIRST as Turn));
    await waitFor(() => expect(focused().closest(".turn")).not.toBeNull());
    const [chip] = document.querySelectorAll<HTMLElement>(".chip");
    chip?.focus();
    await userEvent.keyboard("{Enter}");
    expect(focused()).toBe(field);
  });

  it("shows more quotes and goes to the first of them", async () => {
    const [claim, other] = ANSWER.claims;
    if (!claim || !other) throw new Error("The scene has no claims.");
    const answer = { ...ANSWER, claims: [{ ...claim, quotes: [...claim.quotes, ...other.quotes] }] };
    await openTalk(talkWith({ ...(FIRST as Turn), answer }));
    screen.getByRole("button", { name: "1 more quote" }).focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(focused().textContent).toContain("A full litre boils"));
  });

  it("goes to the next question of a guide when one is left out, and to a new one", async () => {
    await draw(READ);
    open("Ask");
    (await waitFor(() => screen.getByRole("button", { name: "Hold a focus group" }))).click();
    await waitFor(() => expect(focused().getAttribute("type")).toBe("checkbox"));
    screen.getByRole("button", { name: "Leave out question 1" }).click();
    await waitFor(() => expect(focused().getAttribute("aria-label")).toBe("Question 1"));
    screen.getByRole("button", { name: "Another question" }).click();
    await waitFor(() => expect(focused()).toHaveProperty("value", ""));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(focused().textContent).toBe("Hold a focus group"));
  });
});

describe("what screen readers are told", () => {
  it("is a new answer, once and without its quotes; what was there before is nothing new", async () => {
    const { redraw } = await openTalk();
    expect(announced()).toBe("");
    redraw(talkWith(FIRST as Turn, WAITING));
    await waitFor(() => expect(announced()).toBe("Looking for what they said about it…"));
    redraw(talkWith(FIRST as Turn, { ...WAITING, state: "answered", answer: ANSWER }));
    await waitFor(() => expect(announced()).toMatch(/^11 of the 12 of us talk about that/));
    expect(announced()).not.toContain("In an open kitchen");
    expect(document.querySelector(".turns")?.getAttribute("aria-live")).toBeNull();
  });

  it("is what is being written, sentence by sentence and nothing of it twice", async () => {
    const { redraw } = await openTalk(talkWith(WAITING));
    const write = (text: string) =>
      redraw({ ...talkWith(WAITING), drafts: new Map([["t9", { personaId: "p-g-noise", text }]]) });
    const log = await waitFor(() => screen.getByRole("log"));
    const added: string[] = [];
    const watch = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) added.push(node.textContent ?? "");
    });
    watch.observe(log, { childList: true });
    for (const text of [
      "It is",
      "It is loud [1]. The",
      "It is loud [1]. The lid broke [2].",
      "It is loud [1]. The lid broke [2]. And",
    ])
      write(text);
    await waitFor(() => expect(added).toEqual(["It is loud.", "The lid broke."]));
    watch.disconnect();
    expect(screen.getByText(/And$/, { selector: ".draft" }).getAttribute("aria-hidden")).toBe("true");
  });
});
