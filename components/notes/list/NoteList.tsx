import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Annotation } from "../../../lib/domain";
import { VirtualList } from "../../reviews/VirtualList";
import { PageState } from "../../states/PageState";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import type { Say } from "../acts";
import { ChosenNotes } from "./ChosenNotes";
import { type CardRoom, NoteCard } from "./NoteCard";
import { NoteFilters } from "./NoteFilters";
import { NotesEmpty } from "./NotesEmpty";
import { NotesLook } from "./NotesLook";
import { inOrder, placesOf } from "./note-facts";
import { filtered, type NoteFilter, narrowed, tagsOf, WHOLE_LIST } from "./note-filter";
import { useNoteActs } from "./use-note-acts";

/** Everything marked on this page and in the reviews of its subject. */
export function NoteList({
  view,
  links,
  actions,
  say,
}: {
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
  say: Say;
}) {
  const { phrase } = useTexts();
  const { notebook, evidence, codes } = view;
  const [filter, setFilter] = useState<NoteFilter>(WHOLE_LIST);
  const { opened, close } = useOpened(notebook.opened);
  const noteActs = useNoteActs(links, say);
  const placeOf = useMemo(
    () => placesOf(notebook, new Set(evidence.reviews.map(({ id }) => id))),
    [notebook.page, notebook.pageKey, evidence],
  );
  const all = notebook.annotations;
  const shown = useMemo(() => {
    if (opened) return all.filter(({ id }) => opened.includes(id));
    return inOrder(filtered(all, filter, codes, placeOf), filter.order, { evidence, codes });
  }, [all, filter, codes, placeOf, evidence, opened]);
  const lost = all.filter((note) => placeOf(note) === "lost").length;
  const first = useFocusOn(opened?.length ? opened[0] : undefined);
  const { chosen, choose } = noteActs;
  const room: CardRoom = {
    ...noteActs,
    codes: useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]),
    coders: useMemo(() => new Map(notebook.coders.map((coder) => [coder.id, coder])), [notebook.coders]),
    ...(chosen && { choosing: { chosen, toggle: noteActs.toggle } }),
  };
  const reachable = view.page.at === "seen" || view.page.at === "stored" || view.page.at === "looking";
  return (
    <>
      {!reachable && <PageState page={view.page} actions={actions} />}
      <section class="notes-head">
        {view.page.at === "seen" && <NotesLook look={notebook.look} onLook={actions.notebook.look} />}
        {all.length === 0 ? (
          <NotesEmpty hasReviews={evidence.reviews.length > 0} reachable={reachable} />
        ) : opened ? (
          <p class="notes-line" role="status">
            <span>{phrase("notesOpened", { count: shown.length })}</span>{" "}
            <button type="button" class="link" onClick={close}>
              {phrase("notesAll")}
            </button>
          </p>
        ) : (
          <>
            <NoteFilters
              filter={filter}
              onFilter={setFilter}
              codes={codes}
              tags={tagsOf(all)}
              coders={notebook.coders.filter(({ id }) => all.some(({ coderId }) => coderId === id))}
              lost={lost}
            />
            <p class="notes-line">
              <span role="status">
                {narrowed(filter) > 0 || filter.words
                  ? phrase("notesShown", { shown: shown.length, count: all.length })
                  : phrase("notesCount", { count: all.length })}
                {lost > 0 && ` · ${phrase("notesLost", { count: lost })}`}
              </span>
              {!chosen && (
                <button type="button" class="link" onClick={() => choose([])}>
                  {phrase("notesChoose")}
                </button>
              )}
            </p>
          </>
        )}
        {chosen && (
          <ChosenNotes
            count={chosen.size}
            onAll={() => choose(shown.map(({ id }) => id))}
            onDelete={noteActs.deleteChosen}
            onCode={(codeIds) => noteActs.codeChosen(all, codeIds)}
            onEnd={() => choose(undefined)}
          />
        )}
        {all.length > 0 && shown.length === 0 && (
          <p class="nothing-left">
            {phrase("notesNothing")}
            <button type="button" onClick={() => (opened ? close() : setFilter(WHOLE_LIST))}>
              {phrase("notesAll")}
            </button>
          </p>
        )}
      </section>
      {shown.length > 0 && (
        <div class="note-list" ref={first}>
          <VirtualList
            items={shown}
            keyOf={({ id }) => id}
            estimate={estimate}
            render={(note) => <NoteCard note={note} place={placeOf(note)} room={room} />}
            label={phrase("notesList")}
          />
        </div>
      )}
    </>
  );
}

/** Height of a card before it is measured (CSS pixels): lines of some forty characters. */
function estimate({ text, note, codeIds, tags }: Annotation): number {
  const lines = Math.ceil(Math.min(text.length, 280) / 42) + Math.ceil(note.length / 46);
  return 84 + lines * 21 + (codeIds.length + tags.length > 0 ? 30 : 0);
}

/** Notes pressed on the page stand alone until others are pressed or all are wanted. */
function useOpened(opened: readonly string[] | undefined): { opened?: readonly string[]; close: () => void } {
  const [closed, setClosed] = useState<readonly string[]>();
  return {
    opened: opened && opened.length > 0 && opened !== closed ? opened : undefined,
    close: () => setClosed(opened),
  };
}

/** The keyboard goes to a note that was pressed on the page. */
function useFocusOn(id: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id === undefined) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"] .note-words`);
    card?.scrollIntoView({ block: "nearest" });
    card?.focus({ preventScroll: true });
  }, [id]);
  return list;
}
