import { type EvidenceReview, quoteOf, starsOfFive } from "../../lib/report/evidence";
import { onlyValues } from "../../lib/report/facets";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** How much of a review is quoted here (UTF-16 units). */
const LENGTH = 160;

/** A review whose stars say one thing and whose words another, as an example of all of them. */
export function Contradictions({ reviews, links }: { reviews: readonly EvidenceReview[]; links: EvidenceLinks }) {
  const { phrase, decimal } = useTexts();
  const [example] = [...reviews].sort((a, b) => gap(b) - gap(a));
  if (!example?.finding) return null;
  const quote = quoteOf(example, { start: 0, end: cut(example.body) });
  return (
    <section>
      <h2>
        {phrase("starsContradict")}
        <button
          type="button"
          class="link"
          aria-label={`${phrase("openCount", { count: reviews.length })}: ${phrase("starsContradict")}`}
          onClick={() => links.openReviews(onlyValues("contradicts", "yes"))}
        >
          {phrase("openCount", { count: reviews.length })}
        </button>
      </h2>
      <QuoteCard
        text={quote.end < example.body.length ? `${quote.text}…` : quote.text}
        review={example}
        onShow={() => links.showQuote(quote)}
      />
      <p class="sub">
        {phrase("contradictsNote", {
          stars: decimal(starsOfFive(example) ?? 0),
          words: decimal(example.finding.stars),
        })}
      </p>
    </section>
  );
}

function gap(review: EvidenceReview): number {
  return Math.abs((starsOfFive(review) ?? 0) - (review.finding?.stars ?? 0));
}

/** Cuts between words, where there are spaces. */
function cut(body: string): number {
  if (body.length <= LENGTH) return body.length;
  const space = body.lastIndexOf(" ", LENGTH);
  return space > LENGTH / 2 ? space : LENGTH;
}
