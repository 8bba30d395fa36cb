/** What is done with notes from their cards. */
import { useState } from "preact/hooks";
import type { Annotation } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import type { Say } from "../acts";
import { useNotebook } from "../notebook-context";
import type { CardRoom } from "./NoteCard";

export interface NoteActs extends Pick<CardRoom, "onGo" | "onEdit" | "onDelete" | "onAttach"> {
  chosen: ReadonlySet<string> | undefined;
  choose(ids: Iterable<string> | undefined): void;
  toggle(id: string): void;
  deleteChosen(): void;
  codeChosen(notes: readonly Annotation[], codeIds: readonly string[]): void;
}

export function useNoteActs(links: EvidenceLinks, say: Say): NoteActs {
  const { phrase } = useTexts();
  const { actions, acts } = useNotebook();
  const [chosen, setChosen] = useState<ReadonlySet<string>>();

  async function go(note: Annotation): Promise<void> {
    const shown = await actions?.goTo(note.id).catch(() => "nothing" as const);
    if (shown === "quote") return say(undefined);
    if (note.review && links.reviewOf(note.review.reviewId)) links.showQuote({ ...note.review, text: note.text });
    else say({ text: phrase("notesNotHere") });
  }
  const remove = (ids: string[]) => acts.act(async () => actions?.remove(ids), phrase("notesDone", { what: "delete" }));
  return {
    onGo: (note) => void go(note),
    onEdit: (note, fields) =>
      acts.act(async () => actions?.edit(note.id, fields), phrase("notesDone", { what: "edit" })),
    onDelete: (note) => void remove([note.id]),
    onAttach: (note) => void acts.act(async () => actions?.attach(note.id), phrase("notesDone", { what: "attach" })),
    chosen,
    choose: (ids) => setChosen(ids && new Set(ids)),
    toggle: (id) =>
      setChosen(
        (before = new Set()) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
      ),
    deleteChosen: () => {
      if (chosen && chosen.size > 0) void remove([...chosen]).then((done) => done && setChosen(undefined));
    },
    codeChosen: (notes, codeIds) => {
      const wanted = notes.filter(({ id }) => chosen?.has(id));
      void acts.act(
        async () => {
          for (const { id, codeIds: had } of wanted)
            await actions?.edit(id, { codeIds: [...new Set([...had, ...codeIds])] });
        },
        phrase("notesDone", { what: "code" }),
        wanted.length,
      );
    },
  };
}
