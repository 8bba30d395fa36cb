import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Annotation, AnnotationDraft, Quote, Review } from "../../lib/domain";
import { CodeChip } from "../notes/CodeChip";
import { NoteForm } from "../notes/list/NoteForm";
import { MemosAbout } from "../notes/memos/MemosAbout";
import { useNotebook } from "../notes/notebook-context";
import { useTexts } from "../texts";
import { useCodes } from "./codes-view";
import { PassageBar } from "./PassageBar";
import { selectedPassage } from "./selected-passage";

/** The words of a review with what can be made of them: of those that are selected, and of all. Codes already given stand under them. */
export function ReviewCoding({ review, children }: { review: Review; children: ComponentChildren }) {
  const { view, actions } = useNotebook();
  const shown = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [passage, setPassage] = useState<Quote & { text: string }>();
  useEffect(() => {
    const look = () => {
      const next = selectedPassage(getSelection(), shown.current, review);
      // the form under the words takes the selection into its fields: what is meant stays
      if (next || !bar.current?.contains(document.activeElement)) setPassage(next);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [review.id, review.body]);
  if (!actions) return <>{children}</>;
  const own = view.annotations.filter((one) => one.review?.reviewId === review.id);
  return (
    <div class="review-coding">
      <div ref={shown}>{children}</div>
      {passage && (
        <div ref={bar}>
          <PassageBar
            key={`${passage.start}:${passage.end}`}
            draft={{ ...draftOf(review, passage) }}
            onDone={() => {
              setPassage(undefined);
              getSelection()?.removeAllRanges();
            }}
          />
        </div>
      )}
      <GivenCodes annotations={own} />
      <WholeReview review={review} annotations={own} />
    </div>
  );
}

function draftOf(review: Review, { start, end, text }: Omit<Quote, "reviewId"> & { text: string }): AnnotationDraft {
  const place = { reviewId: review.id, start, end };
  return { text, note: "", codeIds: [], tags: [], subjectId: review.subjectId, review: place };
}

function GivenCodes({ annotations }: { annotations: readonly Annotation[] }) {
  const { phrase } = useTexts();
  const { codes } = useCodes();
  if (annotations.length === 0) return null;
  const given = new Set(annotations.flatMap(({ codeIds }) => codeIds));
  return (
    <p class="note-marks">
      <span class="soft">{phrase("notesInReview", { count: annotations.length })}</span>
      {codes.map((code) => given.has(code.id) && <CodeChip key={code.id} code={code} />)}
    </p>
  );
}

/** The review as one passage, and memos about it. */
function WholeReview({ review, annotations }: { review: Review; annotations: readonly Annotation[] }) {
  const { phrase } = useTexts();
  const { view, actions, acts } = useNotebook();
  const [open, setOpen] = useState(false);
  const summary = useRef<HTMLButtonElement>(null);
  const mine = view.coders.find(({ own }) => own)?.id;
  const text = review.body;
  const whole = annotations.find(
    (one) => one.review?.start === 0 && one.review.end === text.length && (!mine || one.coderId === mine),
  );
  const close = () => {
    setOpen(false);
    summary.current?.focus();
  };
  return (
    <>
      <button type="button" class="link small-text" ref={summary} aria-expanded={open} onClick={() => setOpen(!open)}>
        {phrase(whole ? "notesReviewDone" : "notesReview")}
      </button>
      {open && (
        <>
          <NoteForm
            note={whole ?? { note: "", codeIds: [], tags: [] }}
            onSave={(fields) =>
              acts.act(
                async () =>
                  whole
                    ? actions?.edit(whole.id, fields)
                    : actions?.make({ ...draftOf(review, { start: 0, end: text.length, text }), ...fields }),
                phrase("notesDone", { what: "code" }),
              )
            }
            onClose={close}
          />
          <MemosAbout kind="document" about={review.id} subjectId={review.subjectId} />
        </>
      )}
    </>
  );
}
