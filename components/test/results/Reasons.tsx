import type { SurveyReason, SurveyRun } from "../../../lib/domain";
import { Simulated } from "../../ask/Simulated";
import { QuoteCard } from "../../evidence/QuoteCard";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import type { ResultWords } from "./result-words";

const POLARITY = { for: "positive", against: "negative", mixed: "mixed" } as const;
/** More topics than these are read by nobody; the file of answers has all of them. */
const SHOWN = 8;

/** Why they answer so: their own sentences by side and topic; what a language model wrote stands apart and is never a quote. */
export function Reasons({
  reasons,
  run,
  words,
  links,
}: {
  reasons: readonly SurveyReason[];
  run: SurveyRun;
  words: ResultWords;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  if (reasons.length === 0) return null;
  const open = run.spec.questions.find(({ id }) => id === reasons[0]?.questionId)?.kind === "open";
  const several = new Set(reasons.map(({ conceptId }) => conceptId)).size > 1;
  return (
    <details class="reasons" open={open}>
      <summary>{phrase("surveyReasons")}</summary>
      <ul>
        {reasons.slice(0, SHOWN * (several ? run.spec.concepts.length : 1)).map((reason) => (
          <li key={`${reason.conceptId} ${reason.side} ${reason.themeId}`}>
            <h4 dir="auto">
              {several && reason.conceptId !== undefined && `${words.concept(reason.conceptId)} · `}
              {phrase("surveyReason", {
                side: reason.side,
                topic: reason.topic ?? phrase("surveyNoTopic"),
                n: reason.reviewers,
              })}
            </h4>
            {reason.quotes.map((quote) => (
              <QuoteCard
                key={`${quote.reviewId} ${quote.start}`}
                text={quote.text}
                review={links.reviewOf(quote.reviewId)}
                polarity={POLARITY[reason.side]}
                onShow={() => links.showQuote(quote)}
              />
            ))}
            {reason.written && reason.written.length > 0 && <Written texts={reason.written} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Written({ texts }: { texts: readonly string[] }) {
  const { phrase } = useTexts();
  return (
    <div class="written">
      <p class="sub">
        <Simulated /> {phrase("surveyWritten")}
      </p>
      {texts.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
    </div>
  );
}
