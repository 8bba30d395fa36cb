import type { QuotedText } from "../../lib/domain";
import { onlyValues } from "../../lib/report/facets";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** Questions shown here; the rest is one click away. */
const SHOWN = 4;

/** What people ask in their reviews: gaps in the description, or doubts. */
export function Questions({ questions, links }: { questions: readonly QuotedText[]; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>
        {phrase("questionsAsked")}
        <button
          type="button"
          class="link"
          aria-label={`${phrase("openCount", { count: questions.length })}: ${phrase("questionsAsked")}`}
          onClick={() => links.openReviews(onlyValues("question", "yes"))}
        >
          {phrase("openCount", { count: questions.length })}
        </button>
      </h2>
      <ul class="questions">
        {questions.slice(0, SHOWN).map((quote) => (
          <li key={`${quote.reviewId}:${quote.start}`}>
            <button type="button" dir="auto" onClick={() => links.showQuote(quote)} title={phrase("showOnPage")}>
              {quote.text.trim()}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
