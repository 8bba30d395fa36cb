/** All that Earshot shows of notes on a page, and nothing before there is something to show: highlights, margin, card, adder. */
import type { NotesHere, NotesLook, PageNote } from "../../notebook-protocol";
import { type AnchorState, keepAnchored } from "../anchor";
import { isShown } from "../is-shown";
import { reveal } from "../reveal";
import { scrollToRange } from "../scroll";
import { type AdderParts, openAdder } from "./adder";
import { type Card, openCard } from "./card";
import { notesAt } from "./hit";
import { lookOf } from "./look";
import { openMargin } from "./margin";
import { openPainter, type PaintedNote } from "./paint";
import { openShelf } from "./shelf";
import { adderPhrase } from "./texts";

export interface NotesOnPage {
  /** Replaces notes and codes. */
  setNotes(here: NotesHere): void;
  setLook(look: NotesLook): void;
  /** Scrolls to a note and lights it up; opens what hides it. */
  goTo(id: string): Promise<"quote" | "nothing">;
  /** Opens the adder on what is selected, for whoever came by keys. */
  focusAdder(): void;
}

export interface NotesOnPageParts {
  look: NotesLook;
  save: AdderParts["save"];
  /** Hears what was found, whenever that changes. */
  onState: (state: AnchorState) => void;
  /** Hears of a press on words that are noted, or on a mark in the margin. */
  onOpened: (ids: string[]) => void;
  /** `open` for tests only. */
  mode?: ShadowRootMode;
}

/** Everything goes away with the signal, without a trace in the page. */
export function showNotes(document: Document, signal: AbortSignal, parts: NotesOnPageParts): NotesOnPage {
  let here: NotesHere = { notes: [], codes: [] };
  let look = parts.look;
  let state: AnchorState = { anchored: new Map(), orphans: [], busy: false };
  let conceal = (): void => {};
  const phrase = () => adderPhrase(look.texts);
  const key = (event: KeyboardEvent): void => {
    adder.key(event);
    card.key(event);
  };
  const shelf = openShelf(document, signal, { onKey: key, ...(parts.mode && { mode: parts.mode }) });
  const painter = openPainter(document, signal);
  const card: Card = openCard(document, shelf, signal, phrase);
  const adder = openAdder(document, shelf, signal, {
    phrase,
    codes: () => here.codes,
    hold: painter.hold,
    save: parts.save,
  });
  const opened = (ids: string[]): void => {
    card.show(
      painted()
        .filter(({ id }) => ids.includes(id))
        .map(withLabel),
    );
    parts.onOpened(ids);
  };
  const margin = openMargin(document, shelf, signal, {
    phrase,
    onOpen: (ids) => void goTo(ids[0] ?? "").then(() => opened(ids)),
  });
  const keeper = keepAnchored(document, {
    signal,
    onChange: (next) => {
      state = next;
      draw();
      parts.onState(next);
    },
  });

  function painted(): PaintedNote[] {
    return here.notes.flatMap((note) => {
      const found = state.anchored.get(note.id);
      return found ? [{ id: note.id, range: found.range, look: lookOf(note, look.colourBy) }] : [];
    });
  }

  function withLabel({ id, range, look: { colour } }: PaintedNote) {
    return { id, range, colour, label: noteOf(id)?.label ?? "" };
  }

  function noteOf(id: string): PageNote | undefined {
    return here.notes.find((note) => note.id === id);
  }

  function draw(): void {
    const notes = painted();
    painter.paint(notes);
    margin.draw(notes);
  }

  async function goTo(id: string): Promise<"quote" | "nothing"> {
    const range = state.anchored.get(id)?.range;
    conceal();
    if (!range) return "nothing";
    conceal = reveal(range);
    if (!isShown(range)) {
      conceal();
      return "nothing";
    }
    painter.hold(range);
    await scrollToRange(range, signal);
    return "quote";
  }

  signal.addEventListener("abort", () => conceal(), { once: true });
  document.addEventListener(
    "click",
    (event) => {
      const selected = document.getSelection()?.isCollapsed === false;
      if (event.target === shelf.host || selected || state.anchored.size === 0) return;
      const ids = notesAt(document, painted(), event.clientX, event.clientY);
      if (ids.length > 0) opened(ids);
      else card.close();
    },
    { signal },
  );
  return {
    setNotes(next) {
      here = next;
      keeper.setNotes(next.notes);
      draw();
    },
    setLook(next) {
      look = next;
      draw();
    },
    goTo,
    focusAdder: () => adder.focus(),
  };
}
