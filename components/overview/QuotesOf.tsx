import type { Polarity, QuotedText } from "../../lib/domain";
import { onlyValues } from "../../lib/report/facets";
import { QuoteCard } from "../evidence/QuoteCard";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** The clearest words on one side. */
export function QuotesOf({
  title,
  polarity,
  quotes,
  links,
}: {
  title: string;
  polarity: Polarity;
  quotes: readonly QuotedText[];
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  if (quotes.length === 0) return null;
  return (
    <section>
      <h2>
        <span>
          <Feeling polarity={polarity} /> {title}
        </span>
        <button
          type="button"
          class="link"
          aria-label={`${phrase("openAll")}: ${title}`}
          onClick={() => links.openReviews(onlyValues("sentiment", polarity))}
        >
          {phrase("openAll")}
        </button>
      </h2>
      {quotes.map((quote) => (
        <QuoteCard
          key={`${quote.reviewId}:${quote.start}`}
          text={quote.text}
          polarity={polarity}
          review={links.reviewOf(quote.reviewId)}
          onShow={() => links.showQuote(quote)}
        />
      ))}
    </section>
  );
}
