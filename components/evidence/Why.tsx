import { useEffect, useId, useState } from "preact/hooks";
import type { LearntExample } from "../../lib/protocol";
import { type EvidenceReview, quoteOf, type Statement } from "../../lib/report/evidence";
import { useTexts } from "../texts";

/** Learnt sentences shown. */
const EXAMPLES = 3;

type Answer = { at: "asking" } | { at: "failed" } | { at: "here"; examples: readonly LearntExample[] };

/** "Why this?": the words that decided and the learnt sentences nearest to this one; those are asked for only when it is opened. */
export function Why({
  review,
  statement,
  why,
}: {
  review: EvidenceReview;
  statement: Statement;
  why: (sentenceId: string) => Promise<readonly LearntExample[]>;
}) {
  const { phrase } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="why-this">
      <button
        type="button"
        class="link"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {phrase("whyThis")}
      </button>
      {open && (
        <div class="why-body" id={id}>
          <DecidingWords review={review} statement={statement} />
          <Nearest sentenceId={statement.id} why={why} />
        </div>
      )}
    </div>
  );
}

function DecidingWords({ review, statement }: { review: EvidenceReview; statement: Statement }) {
  const { phrase } = useTexts();
  const words = (statement.because ?? []).map((span) => quoteOf(review, span)).filter(({ text }) => text.trim() !== "");
  return (
    <>
      <h4>{phrase("decidingWords")}</h4>
      {words.length === 0 ? (
        <p class="soft">{phrase("noDecidingWords")}</p>
      ) : (
        <ul class="deciding" lang={review.language}>
          {words.map(({ start, text }) => (
            <li key={start}>
              <bdi>{text.trim()}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Nearest({ sentenceId, why }: { sentenceId: string; why: (id: string) => Promise<readonly LearntExample[]> }) {
  const { phrase, percent } = useTexts();
  const [answer, setAnswer] = useState<Answer>({ at: "asking" });
  useEffect(() => {
    let current = true;
    why(sentenceId).then(
      (examples) => current && setAnswer({ at: "here", examples: examples.slice(0, EXAMPLES) }),
      () => current && setAnswer({ at: "failed" }),
    );
    return () => {
      current = false;
    };
    // The function may be a new one on each drawing; only the sentence decides.
  }, [sentenceId]);
  return (
    <>
      <h4>{phrase("learntFrom")}</h4>
      <div role="status">
        {answer.at === "asking" && <p class="soft">{phrase("lookingForExamples")}</p>}
        {answer.at === "failed" && <p>{phrase("whyFailed")}</p>}
        {answer.at === "here" && answer.examples.length === 0 && <p class="soft">{phrase("noExamples")}</p>}
        {answer.at === "here" && answer.examples.length > 0 && (
          <ul class="learnt">
            {answer.examples.map((example) => (
              <li key={example.text}>
                <bdi>{phrase("quoted", { text: example.text })}</bdi>
                <span class="soft">
                  {" "}
                  · {phrase("learntLabel", { label: example.label })} ·{" "}
                  {phrase("alike", { share: percent(Math.max(0, example.similarity)) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
