import type { SurveyReason } from "../../../lib/domain";
import { Simulated } from "../../ask/Simulated";
import { QuoteCard } from "../../evidence/QuoteCard";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import type { QuestionParts } from "./QuestionResult";

const POLARITY = { for: "positive", against: "negative", mixed: "mixed" } as const;

/** Why they answer so: their own sentences by side and topic; what a language model wrote stands apart and is never a quote. */
export function Reasons({ question, run, names, links }: QuestionParts & { links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const reasons = run.results?.reasons.filter(({ questionId }) => questionId === question.id) ?? [];
  const quoted = reasons.filter(({ quotes }) => quotes.length > 0);
  const written = reasons.filter((reason) => reason.written && reason.written.length > 0);
  if (reasons.length === 0) return null;
  return (
    <details class="reasons" open={question.kind === "open"}>
      <summary>{phrase("surveyReasons")}</summary>
      {quoted.map((reason) => (
        <section key={keyOf(reason)}>
          <ReasonTitle reason={reason} concept={names.concept(reason.conceptId)} />
          {reason.quotes.map((quote) => (
            <QuoteCard
              key={`${quote.reviewId} ${quote.start}`}
              text={quote.text}
              review={links.reviewOf(quote.reviewId)}
              polarity={POLARITY[reason.side]}
              onShow={() => links.showQuote(quote)}
            />
          ))}
        </section>
      ))}
      {written.length > 0 && (
        <section class="written">
          <p class="small-text">
            <Simulated /> {phrase("surveyWritten")}
          </p>
          {written.map((reason) => (
            <div key={keyOf(reason)}>
              <ReasonTitle reason={reason} concept={names.concept(reason.conceptId)} />
              {reason.written?.map((text) => (
                <p key={text} dir="auto">
                  {text}
                </p>
              ))}
            </div>
          ))}
        </section>
      )}
    </details>
  );
}

function ReasonTitle({ reason, concept }: { reason: SurveyReason; concept: string }) {
  const { phrase } = useTexts();
  const { side, topic = phrase("surveyNoTopic"), reviewers: n } = reason;
  return (
    <h4 dir="auto">
      {concept && `${concept} · `}
      {phrase("surveyReason", { side, topic, n })}
    </h4>
  );
}

function keyOf({ conceptId, side, themeId, written }: SurveyReason): string {
  return [conceptId, side, themeId, written ? "written" : ""].join(" ");
}
