import axe from "axe-core";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { page as browserPage, userEvent } from "vitest/browser";
import { passageAt } from "../../../lib/annotate/anchor";
import { findQuote } from "../../../lib/annotate/find-quote";
import type { NotesOnPageParts } from "../../../lib/annotate/page";
import { ADDER_TEXTS, showNotes } from "../../../lib/annotate/page";
import type { Catalogue } from "../../../lib/locale";
import type { NotesHere, PageNote } from "../../../lib/notebook-protocol";
import { filler, show } from "./page";

const REVIEWS = `<h2>Reviews</h2>
  <p id="one">I bought it in March. The lid leaks when I pour slowly.</p>
  <p id="two">Quiet and quick. The handle stays cool, which I like.</p>`;

const texts = async () => {
  const catalogue = (await (await fetch("/_locales/en/messages.json")).json()) as Catalogue;
  return Object.fromEntries(ADDER_TEXTS.map((name) => [name, catalogue[name]?.message ?? ""]));
};

const CODES = [
  { id: "a", name: "Leaks", colour: "#c2571a", shortcut: "l", depth: 0 },
  { id: "b", name: "Handle", colour: "#2f7fc1", depth: 1 },
];

async function begin(own: Partial<NotesOnPageParts> = {}) {
  const ender = new AbortController();
  onTestFinished(() => ender.abort());
  const save = vi.fn(async () => {});
  const onOpened = vi.fn();
  const onState = vi.fn();
  const look = { on: true, colourBy: "code" as const, texts: await texts() };
  const notes = showNotes(document, ender.signal, { look, save, onOpened, onState, mode: "open", ...own });
  notes.setNotes({ notes: [], codes: CODES });
  const root = document.querySelector("earshot-notes")?.shadowRoot as ShadowRoot;
  return { notes, root, save, onOpened, onState, look, end: () => ender.abort() };
}

function noteOn(text: string, own: Partial<PageNote> = {}): PageNote {
  const range = findQuote(document, { text });
  const passage = range && passageAt(range, document);
  if (!passage?.ok) throw new Error(`"${text}" cannot be noted`);
  const { selectors, repeats } = passage.target;
  return { id: text, text, selectors, repeats, label: "Leaks · Look!", note: true, ...own };
}

const here = (...notes: PageNote[]): NotesHere => ({ notes, codes: CODES });

function select(text: string): void {
  const range = findQuote(document, { text });
  const selection = getSelection();
  selection?.removeAllRanges();
  if (range) selection?.addRange(range);
}

const tool = (root: ShadowRoot, name: string) =>
  vi.waitFor(() => {
    const found = [...root.querySelectorAll("button")].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`there is no "${name}"`);
    return found;
  });

const lit = () => [...(CSS.highlights?.keys() ?? [])].filter((name) => name.startsWith("earshot-note"));

describe("the adder", () => {
  it("appears beside selected words, not on them, and makes a highlight", async () => {
    show(REVIEWS);
    const { root, save } = await begin();
    select("The lid leaks when I pour slowly.");
    const button = await tool(root, "Highlight");
    const words = getSelection()?.getRangeAt(0).getBoundingClientRect();
    const box = root.querySelector(".adder")?.getBoundingClientRect();
    expect(box && words && (box.top >= words.bottom || box.bottom <= words.top)).toBe(true);
    button.click();
    await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
    const [passage, added] = save.mock.calls[0] as unknown as [{ text: string; target: { repeats: object } }, object];
    expect(passage).toMatchObject({ text: "The lid leaks when I pour slowly.", target: { repeats: { words: 1 } } });
    expect(added).toMatchObject({ note: "", codeIds: [], tags: [] });
    await vi.waitFor(() => expect(root.querySelector(".adder")).toBeNull());
    expect(root.querySelector(".voice")?.textContent).toBe("Saved.");
  });

  it("works by keys alone: in, along, out, and back to the selection", async () => {
    show(REVIEWS);
    const { root, save } = await begin();
    select("The handle stays cool");
    await userEvent.keyboard("{Alt>}{Shift>}a{/Shift}{/Alt}");
    await vi.waitFor(() => expect(root.activeElement?.textContent).toBe("Highlight"));
    await userEvent.keyboard("{ArrowRight}");
    expect(root.activeElement?.textContent).toBe("Note");
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(root.activeElement?.localName).toBe("textarea"));
    await userEvent.keyboard("Good to know");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
    expect((save.mock.calls[0] as unknown[])[1]).toMatchObject({ note: "Good to know" });
    select("The handle stays cool");
    await userEvent.keyboard("{Alt>}{Shift>}a{/Shift}{/Alt}");
    await vi.waitFor(() => expect(root.activeElement).not.toBeNull());
    await userEvent.keyboard("{Escape}");
    expect(root.querySelector(".adder")).toBeNull();
    expect(getSelection()?.toString()).toBe("The handle stays cool");
  });

  it("gives codes: chosen, new, by their key, and named by the words", async () => {
    show(REVIEWS);
    const { root, save } = await begin();
    select("The lid leaks");
    (await tool(root, "Code")).click();
    await vi.waitFor(() => expect(root.activeElement?.getAttribute("role")).toBe("combobox"));
    await userEvent.keyboard("hand{Enter}");
    await userEvent.keyboard("{Control>}a{/Control}Dripping{Enter}{Control>}{Enter}{/Control}");
    await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
    expect((save.mock.calls[0] as unknown[])[1]).toMatchObject({ codeIds: ["b"], newCode: "Dripping" });

    select("Quiet and quick");
    await userEvent.keyboard("{Alt>}{Shift>}a{/Shift}{/Alt}");
    await vi.waitFor(() => expect(root.activeElement).not.toBeNull());
    await userEvent.keyboard("l");
    await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect((save.mock.calls[1] as unknown[])[1]).toMatchObject({ codeIds: ["a"] });

    select("I bought it in March");
    (await tool(root, "Code")).click();
    (await tool(root, "Name a code by these words")).click();
    await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(3));
    expect((save.mock.calls[2] as unknown[])[1]).toMatchObject({ inVivo: true });
  });

  it("lets no key reach the page, whatever the page does with keys", async () => {
    show(REVIEWS);
    const heard: string[] = [];
    const ender = new AbortController();
    onTestFinished(() => ender.abort());
    for (const target of [document, document.body])
      target.addEventListener("keydown", (event) => heard.push((event as KeyboardEvent).key), {
        capture: true,
        signal: ender.signal,
      });
    const { root } = await begin();
    select("The lid leaks");
    (await tool(root, "Note")).click();
    await vi.waitFor(() => expect(root.activeElement?.localName).toBe("textarea"));
    heard.length = 0;
    await userEvent.keyboard("secret");
    expect((root.activeElement as HTMLTextAreaElement).value).toBe("secret");
    expect(heard).toEqual([]);
  });

  it("says when it could not be saved, and keeps what was written", async () => {
    show(REVIEWS);
    const { root } = await begin({
      save: async () => {
        throw new Error("This could not be saved.");
      },
    });
    select("The lid leaks");
    (await tool(root, "Note")).click();
    await userEvent.keyboard("My note");
    (await tool(root, "Save")).click();
    await vi.waitFor(() => expect(root.querySelector(".problem")?.textContent).toBe("This could not be saved."));
    expect(root.querySelector("textarea")?.value).toBe("My note");
  });

  it("stays within a narrow window, and axe finds nothing", async () => {
    await browserPage.viewport(320, 640);
    onTestFinished(() => browserPage.viewport(900, 700));
    show(REVIEWS);
    const { root } = await begin();
    select("The lid leaks when I pour slowly.");
    (await tool(root, "Note")).click();
    const box = root.querySelector(".adder")?.getBoundingClientRect();
    expect(box && box.left >= 0 && box.right <= 320 && box.bottom <= 640 && box.top >= 0).toBe(true);
    const { violations } = await axe.run(document.querySelector("earshot-notes") as HTMLElement);
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe("notes on a page", () => {
  it("are painted without a change of the page, and said to the panel", async () => {
    const place = show(REVIEWS);
    const before = place.outerHTML;
    const { notes, onState } = await begin();
    notes.setNotes(here(noteOn("The lid leaks", { colour: "#c2571a" }), noteOn("The handle stays cool")));
    await vi.waitFor(() => expect(lit()).toHaveLength(2));
    expect(place.outerHTML).toBe(before);
    expect(onState.mock.lastCall?.[0].anchored.size).toBe(2);
    expect(onState.mock.lastCall?.[0].orphans).toEqual([]);
  });

  it("that are lost are told, and found again when their words come", async () => {
    const place = show(REVIEWS);
    const note = noteOn("The handle stays cool, which I like.");
    const paragraph = place.querySelector("#two") as Element;
    paragraph.remove();
    const { notes, onState } = await begin();
    notes.setNotes(here(note));
    await vi.waitFor(() => expect(onState.mock.lastCall?.[0].orphans).toEqual([note.id]));
    place.append(paragraph);
    await vi.waitFor(() => expect(onState.mock.lastCall?.[0].orphans).toEqual([]), { timeout: 4_000 });
    expect(lit()).toHaveLength(1);
  });

  it("have marks in the margin that lead to them", async () => {
    show(REVIEWS + filler(9_000));
    const { notes, root, onOpened } = await begin();
    notes.setNotes(here(noteOn("The lid leaks"), noteOn("The handle stays cool")));
    const mark = await vi.waitFor(() => {
      const found = root.querySelector<HTMLButtonElement>(".margin button");
      if (!found) throw new Error("no mark yet");
      return found;
    });
    expect(mark.getAttribute("aria-label")).toBe("Notes here: 2");
    scrollTo(0, 5_000);
    mark.click();
    await vi.waitFor(() => expect(onOpened).toHaveBeenCalledWith(["The lid leaks", "The handle stays cool"]));
    expect(root.querySelector(".card")?.textContent).toContain("Leaks · Look!");
    scrollTo(0, 0);
  });

  it("open by a press on their words, as text whatever is in them", async () => {
    show(REVIEWS);
    const { notes, root, onOpened } = await begin();
    const label = "<img src=x onerror=alert(1)>";
    notes.setNotes(here(noteOn("The lid leaks", { label })));
    await vi.waitFor(() => expect(lit()).toHaveLength(1));
    const box = findQuote(document, { text: "lid leaks" })?.getBoundingClientRect() as DOMRect;
    const at = { clientX: box.left + 20, clientY: box.top + box.height / 2, bubbles: true };
    document.querySelector("#one")?.dispatchEvent(new MouseEvent("click", at));
    await vi.waitFor(() => expect(onOpened).toHaveBeenCalledWith(["The lid leaks"]));
    expect(root.querySelector(".card")?.textContent).toBe(label);
    expect(root.querySelector(".card img")).toBeNull();
  });

  it("leave no trace when they are switched off", async () => {
    show(REVIEWS);
    const before = document.documentElement.outerHTML;
    const sheets = document.adoptedStyleSheets.length;
    const { notes, end } = await begin();
    notes.setNotes(here(noteOn("The lid leaks")));
    await vi.waitFor(() => expect(lit()).toHaveLength(1));
    end();
    expect(lit()).toEqual([]);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
    expect(document.documentElement.outerHTML).toBe(before);
    select("The lid leaks");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(document.querySelector("earshot-notes")).toBeNull();
  });

  it("are painted by sentiment, when that is wanted", async () => {
    show(REVIEWS);
    const { notes, look } = await begin();
    notes.setNotes(
      here(
        noteOn("The lid leaks", { polarity: "negative" }),
        noteOn("The handle stays cool", { polarity: "positive" }),
      ),
    );
    await vi.waitFor(() => expect(lit()).toHaveLength(1));
    notes.setLook({ ...look, colourBy: "sentiment" });
    expect(
      lit()
        .map((name) => name.split("-").at(-1))
        .sort(),
    ).toEqual(["solid", "wavy"]);
  });
});
