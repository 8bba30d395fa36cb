import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { PersonaActions } from "../../../components/ask/editing/editing-view";
import type { PanelActions, PanelView } from "../../../components/view";
import { applyEdits, copyOfPersona, describedPersona } from "../../../lib/ask/persona/edits";
import { readPersonaFile } from "../../../lib/ask/persona/read-file";
import { type HandSegment, type Persona, type PersonaEdit, Problem, type SegmentBasis } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { speakerOf } from "../../fixtures/ask/made";
import { accessibilityProblems, draw, open } from "../components/draw";
import { CONVERSATION, quietActions, READ } from "../components/scenes";

const quiet = quietActions().personas;
const [noisy] = READ.evidence.personas as [Persona];
const NAME = "Complaining about “noise”";
const nurse = describedPersona("s", "p-nurse", "A nurse on night shifts", "2026-05-01T00:00:00Z");

const showing = (...personas: Persona[]): PanelView => ({ ...READ, evidence: { ...READ.evidence, personas } });
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const card = (name: string) => screen.getByRole("article", { name });
const saving = () => vi.fn((_name: string, _content: string | Uint8Array<ArrayBuffer>, _type: string) => {});

async function drawAsk(view: PanelView, personas: Partial<PersonaActions> = {}, own: Partial<PanelActions> = {}) {
  const drawn = await draw(view, { personas: { ...quiet, ...personas }, ...own });
  open("Ask");
  await waitFor(() => screen.getByRole("heading", { name: "Whom do you want to ask?" }));
  return drawn;
}

/** Draws one card with its tools open. */
async function drawTools(persona: Persona, own: Partial<PersonaActions> = {}) {
  const drawn = await drawAsk(showing(persona), own);
  screen.getByText("Change this card").click();
  await waitFor(() => screen.getByRole("textbox", { name: "Your note" }));
  return drawn;
}

/** Actions that change the one card on screen, as the engine would. */
async function drawEditable(persona: Persona) {
  const edits: PersonaEdit[] = [];
  const show = () => drawn.redraw(showing(applyEdits(persona, edits)));
  const drawn = await drawTools(persona, {
    edit: async (_, edit) => {
      edits.push(edit);
      show();
    },
    undo: async () => {
      const last = edits.pop();
      show();
      return last;
    },
  });
  return edits;
}

beforeEach(() => page.viewport(380, 900));

describe("a card", () => {
  it("is renamed and worded anew, marked as the person's own, and both are taken back", async () => {
    const edits = await drawEditable(noisy);
    button(`Rename: ${NAME}`).click();
    await userEvent.fill(
      await waitFor(() => screen.getByRole("textbox", { name: "Name of this persona" })),
      "Sleepers",
    );
    await userEvent.keyboard("{Enter}");
    await waitFor(() => card("Sleepers"));
    screen.getByText(`found as “${NAME}”`);
    const [line] = noisy.dislikes;
    button(/^Reword: “noise”/).click();
    const field = await waitFor(() => screen.getByRole("textbox", { name: /Your wording for “noise”/ }));
    await userEvent.fill(field, "It wakes the house");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => screen.getByText("Reworded, and marked as yours."));
    screen.getAllByText(/It wakes the house \(your wording\)/);
    screen.getByText("in their words: “noise”");
    expect(edits).toEqual([
      { kind: "name", name: "Sleepers" },
      { kind: "word", lineId: line?.id, text: "It wakes the house" },
    ]);
    button("Undo the last change").click();
    await waitFor(() => screen.getByText("Taken back."));
    expect(screen.queryByText(/your wording\)/)).toBeNull();
    button("Undo the last change").click();
    await waitFor(() => card(NAME));
    button("Undo the last change").click();
    await waitFor(() => screen.getByText("There is no change left to take back."));
  });

  it("loses a line and gets it back", async () => {
    await drawEditable(noisy);
    const disliked = () => within(screen.getByRole("region", { name: "What bothers us" }));
    const before = disliked().getAllByRole("button", { name: /^Hide/ }).length;
    button(/^Hide: “noise”/).click();
    const hidden = await waitFor(() => screen.getByRole("region", { name: "Hidden by you" }));
    expect(disliked().getAllByRole("button", { name: /^Hide/ }).length).toBe(before - 1);
    within(hidden).getByRole("button", { name: "Show again: noise" }).click();
    await waitFor(() => expect(screen.queryByRole("region", { name: "Hidden by you" })).toBeNull());
    expect(disliked().getAllByRole("button", { name: /^Hide/ }).length).toBe(before);
  });

  it("keeps a note, shown as the person's", async () => {
    const edits = await drawEditable(noisy);
    await userEvent.fill(screen.getByRole("textbox", { name: "Your note" }), "Ask them about the lid");
    button("Keep the note").click();
    await waitFor(() => screen.getByText("Note kept."));
    expect(edits).toEqual([{ kind: "note", text: "Ask them about the lid" }]);
    screen.getByText("The whole card").click();
    await waitFor(() => screen.getByText("Ask them about the lid", { selector: "li" }));
  });

  it("is copied; a copy can be deleted after a question, a found one cannot", async () => {
    const own = { copy: vi.fn(quiet.copy), remove: vi.fn(async () => {}) };
    const { redraw } = await drawTools(noisy, own);
    expect(screen.queryByRole("button", { name: /^Delete/ })).toBeNull();
    button("Make a copy").click();
    await waitFor(() => screen.getByText("Copied. The copy is in the list."));
    expect(own.copy).toHaveBeenCalledExactlyOnceWith(noisy.id);
    redraw(showing(copyOfPersona(noisy, "p-copy", noisy.id)));
    await waitFor(() => card(`${NAME} (copy)`));
    if (!screen.queryByRole("textbox", { name: "Your note" })) screen.getByText("Change this card").click();
    (await waitFor(() => button(`Delete: ${NAME} (copy)`))).click();
    const keep = await waitFor(() => button("Keep"));
    await waitFor(() => expect(document.activeElement).toBe(keep));
    screen.getByText(/Delete this persona\?/);
    expect(own.remove).not.toHaveBeenCalled();
    keep.click();
    (await waitFor(() => button(`Delete: ${NAME} (copy)`))).click();
    (await waitFor(() => button("Delete"))).click();
    await waitFor(() => expect(own.remove).toHaveBeenCalledExactlyOnceWith("p-copy"));
  });

  it("says why a change failed, and keeps what was written", async () => {
    await drawTools(noisy, { edit: () => Promise.reject(new Problem("storage_full", "quota")) });
    const note = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your note" });
    await userEvent.fill(note, "Ask them");
    button("Keep the note").click();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/no room left/));
    expect(note.value).toBe("Ask them");
  });

  it("is changed by keyboard alone, and the keyboard never gets lost", async () => {
    const edits = await drawEditable(noisy);
    const rename = button(`Rename: ${NAME}`);
    rename.focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name of this persona" })),
    );
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(button(`Rename: ${NAME}`)));
    expect(edits).toEqual([]);
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard("Sleepers{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(button("Rename: Sleepers")));
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Hide/);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => screen.getByRole("region", { name: "Hidden by you" }));
    expect(document.activeElement).not.toBe(document.body);
    expect(edits.map(({ kind }) => kind)).toEqual(["name", "hide"]);
  });
});

describe("a described persona", () => {
  it("is made from a sentence, after it was said that nobody wrote it", async () => {
    const describe = vi.fn(async () => "p-nurse");
    const { redraw } = await drawAsk(READ, { describe });
    screen.getByText("Describe someone who is not in the reviews").click();
    await waitFor(() => screen.getByText(/Not grounded in reviews/));
    button("Make this persona").click();
    const field = screen.getByRole("textbox", { name: "Who is it?" });
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(describe).not.toHaveBeenCalled();
    await userEvent.fill(field, "  A nurse on night shifts ");
    button("Make this persona").click();
    await waitFor(() => screen.getByText("Made. It is in the list, marked as not grounded."));
    expect(describe).toHaveBeenCalledExactlyOnceWith("A nurse on night shifts");
    redraw(showing(nurse));
    const made = within(await waitFor(() => card("A nurse on night shifts")));
    made.getByText(/not from reviewers/);
    expect(made.queryByText(/of all/)).toBeNull();
  });
});

describe("cards as files", () => {
  it("are saved one by one, masked, with what leaves said beside it", async () => {
    const save = saving();
    await drawAsk(showing({ ...noisy, note: "Call Inge on +1 415 555 0137 or inge@mail.example" }), {}, { save });
    screen.getByText("The whole card").click();
    within(card(NAME)).getByText(/Reviewers are not named, and personal data/);
    button(`For Earshot (JSON): ${NAME}`).click();
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    const [name = "", content = "", type] = save.mock.calls[0] ?? [];
    expect(name).toMatch(/^earshot-persona-[\p{L}\p{N}-]+-Complaining-about-noise\.json$/u);
    expect(type).toBe("application/json");
    expect(content).toContain('"simulated": true');
    expect(content).not.toMatch(/415 555|mail\.example|"author"/u);
    const [back] = readPersonaFile(String(content), name).personas;
    expect(back?.reviewIds).toEqual(noisy.reviewIds);
    expect(back?.lines.flatMap(({ quotes }) => quotes).length).toBeGreaterThan(0);
    button(`For TinyTroupe: ${NAME}`).click();
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect(save.mock.calls[1]?.[0]).toMatch(/\.agent\.json$/u);
    expect(String(save.mock.calls[1]?.[1])).toContain('"type": "TinyPerson"');
  });

  it("are saved all at once", async () => {
    const save = saving();
    await drawAsk(READ, {}, { save });
    screen.getByText("Save all cards, or bring some from a file").click();
    const count = READ.evidence.personas.length;
    (await waitFor(() => button(`For Earshot (JSON): Save all ${count} cards`))).click();
    await waitFor(() => expect(save).toHaveBeenCalledOnce());
    expect(readPersonaFile(String(save.mock.calls[0]?.[1]), "all.json").personas.length).toBe(count);
    button(`For TinyTroupe: Save all ${count} cards`).click();
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect(save.mock.calls[1]?.[0]).toMatch(/-tinytroupe\.zip$/u);
    expect(save.mock.calls[1]?.[1]).toBeInstanceOf(Uint8Array);
  });

  async function choose(file: File, bring: PersonaActions["bring"]) {
    await drawAsk(READ, { bring });
    screen.getByText("Save all cards, or bring some from a file").click();
    await userEvent.upload(await waitFor(() => screen.getByLabelText("Choose a file")), file);
  }

  it("are brought from a file, and what became of their quotes is said", async () => {
    const bring = vi.fn(async () => ({
      personas: [
        { personaId: "a", name: "Sleepers", grounded: true, found: 4, lost: 1 },
        { personaId: "b", name: "<b>Lisa</b>", grounded: false, found: 0, lost: 0 },
      ],
      left: 2,
    }));
    await choose(new File(['{"format":"earshot-persona"}'], "cards.json"), bring);
    await waitFor(() => expect(bring).toHaveBeenCalledExactlyOnceWith('{"format":"earshot-persona"}', "cards.json"));
    await waitFor(() =>
      screen.getByText(/“Sleepers” is in the list\. 4 quotes were found .* 1 was not and is left out/),
    );
    screen.getByText("“<b>Lisa</b>” is in the list, marked as not grounded.");
    screen.getByText(/2 more entries of the file were left out/);
  });

  it("say that they came from one, and whether anybody here wrote what they say", async () => {
    await drawAsk(showing({ ...noisy, name: "Sleepers", brought: true }, { ...nurse, brought: true }));
    within(card("Sleepers")).getByText(/· from a file/, { selector: "p" });
    within(card("A nurse on night shifts")).getByText(/From a file, not from the reviews stored here/);
  });

  it.each([
    ["persona_file_not_json", "page.html is damaged, or no file of cards"],
    ["persona_file_other", "There is no card in page.html"],
    ["persona_file_newer", "page.html was saved by a newer Earshot"],
  ] as const)("say what is wrong with a file: %s", async (code, sentence) => {
    const problem = new Problem(code, "technical", { name: "page.html" });
    await choose(new File(["<html>"], "page.html"), () => Promise.reject(problem));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain(sentence));
  });

  it("are not read at all when the file is larger than any of them", async () => {
    const bring = vi.fn(quiet.bring);
    await drawAsk(READ, { bring });
    screen.getByText("Save all cards, or bring some from a file").click();
    const field = await waitFor(() => screen.getByLabelText<HTMLInputElement>("Choose a file"));
    const given = new DataTransfer();
    given.items.add(new File([new Uint8Array(15_000_001)], "film.json"));
    field.files = given.files;
    fireEvent.change(field);
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("film.json is larger than any file"));
    expect(bring).not.toHaveBeenCalled();
  });
});

describe("what is no longer found", () => {
  const empty: HandSegment = {
    id: "own",
    subjectId: "s",
    name: "Left-handed cooks",
    basis: { kind: "filter", choices: [{ facet: "theme", values: ["lid"] }] },
    created: "2026-05-01T00:00:00Z",
  };

  it("a group of one's own that nobody fits stays in the list, with its filters and a way to delete it", async () => {
    const remove = vi.fn(async () => {});
    const segments = { ...quietActions().segments, remove };
    await drawAsk({ ...READ, handSegments: [empty] }, {}, { segments });
    screen.getByText("Rename or merge groups").click();
    await waitFor(() => screen.getByText("nobody matches at present · made by you"));
    expect(screen.queryByRole("checkbox", { name: /Left-handed/ })).toBeNull();
    button("Rename: Left-handed cooks");
    button("Delete: Left-handed cooks").click();
    (await waitFor(() => button("Delete"))).click();
    await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith("own"));
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    button("See its filters: Left-handed cooks").click();
    await waitFor(() =>
      expect(screen.getByRole("tab", { name: "Reviews" }).getAttribute("aria-selected")).toBe("true"),
    );
  });

  it("a part of a merged group, and which voice this is, are said on the card", async () => {
    const basis: SegmentBasis = { kind: "merged", of: ["a", "b"] };
    const segment = { ...noisy.segment, basis, gone: ["b"], name: "Both" };
    await drawAsk(showing({ ...noisy, segment, voice: 2, voices: 3 }));
    screen.getByText(/voice 2 of 3/, { selector: "p" });
    screen.getByText(/One of the groups it is made of is no longer found/);
  });

  it("a talk whose voice is gone can be read, copied and deleted", async () => {
    const talks = { ...quietActions().talks, remove: vi.fn(async () => {}) };
    const copy = vi.fn(async (_: string) => true);
    const speaker = speakerOf({ personaId: "gone", name: "Campers", reviewers: 9 });
    await drawAsk({ ...READ, conversations: [{ ...CONVERSATION, personaId: "gone", speaker }] }, {}, { talks, copy });
    screen.getByText("1 talk with a voice that is gone").click();
    (await waitFor(() => screen.getByText("Campers"))).click();
    await waitFor(() => screen.getByText("Does it fit in a camper van?"));
    button("Copy transcript").click();
    await waitFor(() => expect(copy.mock.calls[0]?.[0]).toContain("SIMULATED from 9 real reviewers"));
    expect(screen.queryByRole("button", { name: "Ask" })).toBeNull();
  });
});

it.each(INTERFACE_LANGUAGES)("all of it is accessible and fits 320 pixels in %s", async (language) => {
  await page.viewport(320, 900);
  const handSegments: HandSegment[] = [
    { id: "own", subjectId: "s", name: "Cooks", basis: { kind: "chosen" }, created: "2026-05-01T00:00:00Z" },
  ];
  const past = { ...CONVERSATION, personaId: "gone" };
  await draw({ ...showing(noisy, nurse), handSegments, conversations: [past] }, {}, language);
  screen.getAllByRole("tab")[2]?.click();
  await waitFor(() => screen.getAllByRole("article"));
  for (const details of document.querySelectorAll("details")) details.open = true;
  await waitFor(() => expect(document.querySelectorAll(".persona-editing").length).toBeGreaterThan(2));
  for (const details of document.querySelectorAll("details")) details.open = true;
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await accessibilityProblems()).toEqual([]);
});
