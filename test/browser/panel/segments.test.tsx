import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { SegmentActions } from "../../../components/segments/segments-view";
import type { PanelView } from "../../../components/view";
import { type HandSegment, Problem } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietActions, READ } from "../components/scenes";

const quiet = quietActions().segments;
const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** Of the bar above the list; the reviews below name the same themes. */
const facet = (name: RegExp) => screen.getAllByRole("button", { name })[0] as HTMLElement;
const nameField = () => waitFor(() => screen.getByRole<HTMLInputElement>("textbox", { name: "Name of the group" }));

/** The first group was made by hand. */
const BY_HAND: PanelView = {
  ...READ,
  evidence: {
    ...READ.evidence,
    personas: READ.evidence.personas.map((persona, index) =>
      index > 0
        ? persona
        : {
            ...persona,
            segment: {
              ...persona.segment,
              name: "Light sleepers",
              byHand: true,
              basis: { kind: "filter", choices: [{ facet: "theme", values: ["noise"] }] },
            },
          },
    ),
  },
};

const saving = () => vi.fn(async (_group: Pick<HandSegment, "id" | "name" | "basis" | "reviewIds">) => {});

async function drawReviews(own: Partial<SegmentActions> = {}, search = quietActions().search) {
  await draw(READ, { segments: { ...quiet, ...own }, search });
  open("Reviews");
  await waitFor(() => button("Choose one by one"));
}

async function drawGroups(own: Partial<SegmentActions> = {}, view: PanelView = BY_HAND) {
  const drawn = await draw(view, { segments: { ...quiet, ...own } });
  open("Ask");
  const summary = await waitFor(() => screen.getByText("Rename or merge groups"));
  summary.click();
  await waitFor(() => screen.getByRole("list", { name: "Groups of reviewers" }));
  return drawn;
}

beforeEach(() => page.viewport(380, 900));

describe("a group of what the list is narrowed to", () => {
  it("is offered only when something narrows it", async () => {
    await drawReviews();
    expect(screen.queryByRole("button", { name: /Make a group/ })).toBeNull();
    facet(/Cool handle/).click();
    await waitFor(() => button("Make a group of these 17 reviews"));
  });

  it("is named, counted beforehand, made of the chosen values, and can be taken back", async () => {
    const own = { save: saving(), remove: vi.fn(async () => {}), preview: vi.fn(quiet.preview) };
    await drawReviews(own);
    facet(/Cool handle/).click();
    (await waitFor(() => button(/Make a group of these/))).click();
    const field = await nameField();
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe("Cool handle");
    await waitFor(() => screen.getByText("12 reviews by 11 people."));
    expect(own.preview).toHaveBeenCalledExactlyOnceWith([{ facet: "theme", values: ["handle"] }]);
    await userEvent.fill(field, " Cool hands ");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => screen.getByText("Group made. You find it in Ask."));
    expect(own.save).toHaveBeenCalledExactlyOnceWith({
      id: expect.any(String),
      name: "Cool hands",
      basis: { kind: "filter", choices: [{ facet: "theme", values: ["handle"] }] },
    });
    await waitFor(() => expect(document.activeElement).toBe(button(/Make a group of these/)));
    button("Undo").click();
    await waitFor(() => screen.getByText("Taken back."));
    expect(own.remove).toHaveBeenCalledExactlyOnceWith(own.save.mock.calls[0]?.[0].id);
  });

  it("takes the words that were looked for, and says that what only means the like stays out", async () => {
    const own = { save: saving() };
    await drawReviews(own, async () => [{ reviewId: "r5", start: 0, end: 10, score: 0.8 }]);
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: "plastic" } });
    await waitFor(() => screen.getByRole("heading", { name: /Close in meaning/i }));
    button(/Make a group of/).click();
    await waitFor(() => screen.getByText(/1 review in the list only means the like/));
    (await nameField()).form?.requestSubmit();
    await waitFor(() => expect(own.save).toHaveBeenCalledOnce());
    expect(own.save.mock.calls[0]?.[0]).toMatchObject({
      name: "plastic",
      basis: { kind: "filter", choices: [{ facet: "query", values: ["plastic"] }] },
    });
  });

  it("warns of few people, wants a name, and says why it could not be made with everything kept", async () => {
    const save = vi.fn().mockRejectedValue(new Problem("storage_full", "quota"));
    await drawReviews({ save, preview: async () => ({ reviews: 3, reviewers: 3 }) });
    facet(/Cool handle/).click();
    (await waitFor(() => button(/Make a group of these/))).click();
    await waitFor(() => screen.getByText("Few voices: take it as a hint"));
    const field = await nameField();
    await userEvent.fill(field, "  ");
    button("Make the group").click();
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(save).not.toHaveBeenCalled();
    await userEvent.fill(field, "Cool hands");
    button("Make the group").click();
    await waitFor(() => screen.getByText(/no room left/));
    expect((await nameField()).value).toBe("Cool hands");
  });

  it("says when it could not be counted", async () => {
    await drawReviews({ preview: () => Promise.reject(new Problem("engine_silent", "late")) });
    facet(/Cool handle/).click();
    (await waitFor(() => button(/Make a group of these/))).click();
    await waitFor(() => screen.getByText(/engine did not answer in time/));
  });
});

describe("a group of reviews picked one by one", () => {
  it("holds those that were ticked, through other filters too", async () => {
    const own = { save: saving() };
    await drawReviews(own);
    button("Choose one by one").click();
    const box = await waitFor(() => screen.getByRole("checkbox", { name: "In the group: The lid gave up" }));
    expect(button("Make a group of them")).toHaveProperty("disabled", true);
    box.click();
    await waitFor(() => screen.getByText("1 review chosen."));
    facet(/Boils fast/).click();
    const other = await waitFor(() => screen.getByRole("checkbox", { name: /Fast, but you hear it coming/ }));
    other.click();
    await waitFor(() => screen.getByText("2 reviews chosen."));
    button("Make a group of them").click();
    await userEvent.fill(await nameField(), "Steam");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(own.save).toHaveBeenCalledOnce());
    expect(own.save.mock.calls[0]?.[0]).toMatchObject({
      name: "Steam",
      basis: { kind: "chosen" },
      reviewIds: ["r0", "r1"],
    });
    await waitFor(() => expect(screen.queryByRole("checkbox")).toBeNull());
  });

  it("is left by Cancel, and the keyboard is back at the button", async () => {
    await drawReviews();
    button("Choose one by one").focus();
    button("Choose one by one").click();
    (await waitFor(() => button("Cancel"))).click();
    await waitFor(() => expect(document.activeElement).toBe(button("Choose one by one")));
  });
});

describe("groups that there are", () => {
  it("get another name, or back the one they were found under", async () => {
    const own = { name: vi.fn(async () => {}) };
    await drawGroups(own);
    const rename = button("Rename: Praising “boils fast”");
    rename.focus();
    rename.click();
    await userEvent.fill(await nameField(), "In a hurry");
    await userEvent.keyboard("{Enter}");
    expect(own.name).toHaveBeenCalledExactlyOnceWith("g-speed", "In a hurry");
    await waitFor(() => screen.getByText("Renamed."));
    expect(document.activeElement).toBe(button("Rename: Praising “boils fast”"));
    button("Undo").click();
    await waitFor(() => expect(own.name).toHaveBeenLastCalledWith("g-speed", ""));
  });

  it("made by hand keep a name: an empty one changes nothing", async () => {
    const own = { name: vi.fn(async () => {}) };
    await drawGroups(own);
    button("Rename: Light sleepers").click();
    await userEvent.fill(await nameField(), "");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => button("Rename: Light sleepers"));
    expect(own.name).not.toHaveBeenCalled();
  });

  it("are taken together, counted once for each person, and stay as they are", async () => {
    const own = { save: saving() };
    await drawGroups(own);
    expect(screen.queryByRole("button", { name: /Take these/ })).toBeNull();
    screen.getByRole("checkbox", { name: "Take together: Light sleepers" }).click();
    screen.getByRole("checkbox", { name: "Take together: Praising “boils fast”" }).click();
    (await waitFor(() => button("Take these 2 groups together"))).click();
    await waitFor(() => screen.getByText("25 reviews by 25 people."));
    screen.getByText(/The groups it is made of stay/);
    (await nameField()).form?.requestSubmit();
    await waitFor(() => expect(own.save).toHaveBeenCalledOnce());
    expect(own.save.mock.calls[0]?.[0]).toMatchObject({
      name: "Light sleepers + Praising “boils fast”",
      basis: { kind: "merged", of: ["g-noise", "g-speed"] },
    });
  });

  it("are deleted only when made by hand, after asking, and come back with Undo", async () => {
    const own = { remove: vi.fn(async () => {}), save: saving() };
    const { redraw } = await drawGroups(own);
    expect(screen.getAllByRole("button", { name: /^Delete/ })).toHaveLength(1);
    button("Delete: Light sleepers").click();
    (await waitFor(() => within(screen.getByRole("group", { name: /Delete this group/ })).getByText("Delete"))).click();
    await waitFor(() => screen.getByText(/Group deleted. Talks with it are kept/));
    expect(own.remove).toHaveBeenCalledExactlyOnceWith("g-noise");
    redraw({ ...READ, evidence: { ...READ.evidence, personas: READ.evidence.personas.slice(1) } });
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
    button("Undo").click();
    await waitFor(() => expect(own.save).toHaveBeenCalledOnce());
    expect(own.save.mock.calls[0]?.[0]).toEqual({
      id: "g-noise",
      name: "Light sleepers",
      basis: { kind: "filter", choices: [{ facet: "theme", values: ["noise"] }] },
    });
  });

  it("say in a sentence what could not be changed", async () => {
    await drawGroups({ name: () => Promise.reject(new Problem("engine_silent", "late")) });
    button("Rename: Praising “boils fast”").click();
    await userEvent.fill(await nameField(), "In a hurry");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => screen.getByText(/engine did not answer in time/));
  });
});

describe("the places of groups", () => {
  const TABS = { en: ["Reviews", "Ask"], zh_CN: ["评论", "提问"], ru: ["Отзывы", "Вопросы"] } as const;

  async function expectWhole(where: string) {
    expect(await accessibilityProblems(), where).toEqual([]);
    const wide = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
      (element) => element.getBoundingClientRect().right > 321,
    );
    expect(
      wide.map(({ outerHTML }) => outerHTML.slice(0, 120)),
      where,
    ).toEqual([]);
  }

  it.each(INTERFACE_LANGUAGES)("are accessible and fit 320 pixels in %s", async (language) => {
    await page.viewport(320, 900);
    await draw(BY_HAND, {}, language);
    open(TABS[language][0]);
    const ways = () => [...document.querySelectorAll<HTMLElement>(".group-ways .link")];
    await waitFor(() => expect(ways()).toHaveLength(1));
    document.querySelector<HTMLElement>(".chip")?.click();
    await waitFor(() => expect(ways()).toHaveLength(2));
    ways()[0]?.click();
    await waitFor(() => expect(document.querySelector(".group-form")).not.toBeNull());
    await expectWhole("naming");
    ways().at(-1)?.click();
    await waitFor(() => expect(document.querySelector(".chosen-bar")).not.toBeNull());
    await expectWhole("picking");
    open(TABS[language][1]);
    await waitFor(() => expect(document.querySelector(".group-tools")).not.toBeNull());
    document.querySelector<HTMLElement>(".group-tools summary")?.click();
    await waitFor(() => expect(document.querySelectorAll(".group-row").length).toBe(3));
    for (const box of [...document.querySelectorAll<HTMLElement>(".group-row > input")]) box.click();
    await waitFor(() => expect(document.querySelector(".group-tools .main")).not.toBeNull());
    document.querySelector<HTMLElement>(".group-tools .main")?.click();
    await waitFor(() => expect(document.querySelector(".group-tools .group-form")).not.toBeNull());
    await expectWhole("merging");
  });
});
