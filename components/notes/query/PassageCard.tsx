import { useState } from "preact/hooks";
import { type CodedPassage, contextOf } from "../../../lib/report/codes";
import { ReviewMeta } from "../../evidence/ReviewMeta";
import { ShowOnPage } from "../../evidence/ShowOnPage";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { CodeChip } from "../CodeChip";
import type { QueryRoom } from "./room";

const SHORT = 60;

/** A passage between the sentences around it, with its codes, its note, and the way back to where it stands. */
export function PassageCard({ room, passage }: { room: QueryRoom; passage: CodedPassage }) {
  const { phrase, date } = useTexts();
  const { coding, links, actions, view } = room;
  const { note, review, start, end } = passage;
  const { problem, act } = useActing();
  const [lost, setLost] = useState(false);
  const { before, text, after } = contextOf(passage, coding);
  const codes = view.codes.filter(({ id }) => note.codeIds.includes(id));
  const go = () => act(async () => setLost((await actions.notebook.goTo(note.id)) === "nothing"));
  const inReview = review && start !== undefined && end !== undefined;
  return (
    <figure class="quote">
      <blockquote dir="auto" lang={review?.language}>
        <span class="soft">{before}</span>
        <mark>{text}</mark>
        <span class="soft">{after}</span>
      </blockquote>
      {codes.length > 0 && (
        <p class="query-codes">
          {codes.map((code) => (
            <CodeChip key={code.id} code={code} />
          ))}
        </p>
      )}
      {note.note && <p dir="auto">{phrase("queryNoted", { note: note.note })}</p>}
      {note.tags.length > 0 && <p class="sub">{phrase("queryTagged", { tags: note.tags.join(", ") })}</p>}
      <figcaption>
        {review ? (
          <ReviewMeta review={review} short />
        ) : (
          <span class="sub">{[note.target?.title, date(note.created.slice(0, 10))].filter(Boolean).join(" · ")}</span>
        )}
        {inReview ? (
          <ShowOnPage review={review} onShow={() => links.showQuote({ reviewId: review.id, start, end, text })} />
        ) : (
          <button
            type="button"
            class="link"
            aria-label={`${phrase("showOnPage")}: ${text.slice(0, SHORT)}`}
            onClick={() => void go()}
          >
            {phrase("showOnPage")}
          </button>
        )}
      </figcaption>
      <p class="sub" role="status">
        {lost && phrase("notesNotHere")}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </figure>
  );
}
