import { useEffect, useState } from "preact/hooks";
import { Pins } from "../ask/Pins";
import { citedAnswer } from "../ask/transcript";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import type { Say } from "./acts";
import { Codebook } from "./codebook/Codebook";
import { Copies } from "./copies/Copies";
import { Exchange } from "./exchange/Exchange";
import { NoteList } from "./list/NoteList";
import { Memos } from "./memos/Memos";
import { NotesTabs } from "./NotesTabs";
import { useNotebook } from "./notebook-context";
import { keepPlace, keptPlace, type NotesPlace } from "./notes-place";
import { Query } from "./query/Query";
import { SecondCoder } from "./second/SecondCoder";
import { useUndoKeys } from "./use-undo-keys";

interface Parts {
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
  say: Say;
}

/** What researchers make of the page and the reviews: notes, codes, memos, and what becomes of them. */
export function Notes({ view, links, actions, say }: Parts) {
  const texts = useTexts();
  const [place, setPlace] = useState<NotesPlace>(keptPlace);
  const { acts } = useNotebook();
  useUndoKeys(acts);
  const choose = (next: NotesPlace) => {
    keepPlace(next);
    setPlace(next);
  };
  const { opened } = view.notebook;
  useEffect(() => {
    if (opened && opened.length > 0) choose("list");
  }, [opened]);
  return (
    <>
      <NotesTabs place={place} onChoose={choose} />
      {/* what was open belongs to the subject it was opened on */}
      <div key={view.subject?.id} id="notes-place" role="tabpanel" aria-labelledby={`notes-tab-${place}`}>
        <Inside place={place} view={view} links={links} actions={actions} say={say} />
      </div>
      {place === "list" && (
        <Pins
          pins={view.pins}
          links={links}
          onUnpin={({ conversationId, turnId }) =>
            void actions.talks.pin(conversationId, turnId, false).catch(() => {})
          }
          onCopy={(question, answer) => actions.copy(citedAnswer(question, answer, links.reviewOf, texts))}
        />
      )}
    </>
  );
}

function Inside({ place, ...parts }: Parts & { place: NotesPlace }) {
  switch (place) {
    case "list":
      return <NoteList {...parts} />;
    case "codebook":
      return <Codebook {...parts} />;
    case "second":
      return <SecondCoder {...parts} />;
    case "find":
      return <Query {...parts} />;
    case "memos":
      return <Memos {...parts} />;
    default:
      return (
        <>
          <Exchange {...parts} />
          <Copies {...parts} />
        </>
      );
  }
}
