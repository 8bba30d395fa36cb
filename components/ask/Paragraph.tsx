import { useEffect, useId, useState } from "preact/hooks";
import type { Polarity, QuotedText } from "../../lib/domain";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** A quote with the number it carries in its answer. */
export interface Cited {
  quote: QuotedText;
  number: number;
  polarity: Polarity | undefined;
}

/** One statement and what it stands on. A number leads to its quote, which is unfolded for that. */
export function Paragraph({
  text,
  cited,
  links,
  first,
}: {
  text: string;
  cited: readonly Cited[];
  links: EvidenceLinks;
  /** Quotes shown before the rest is asked for; with none shown, their numbers are the way to them. */
  first: number;
}) {
  const { phrase } = useTexts();
  const id = useId();
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState<number>();
  const shown = all ? cited : cited.slice(0, first);

  useEffect(() => {
    if (wanted === undefined) return;
    document.getElementById(`${id}-${wanted}`)?.focus();
    setWanted(undefined);
  }, [wanted, id]);

  function lead(number: number) {
    setAll(true);
    setWanted(number);
  }

  return (
    <div class="statement">
      <p>
        {text}
        {cited.map(({ number }) => (
          <button
            key={number}
            type="button"
            class="cite"
            aria-label={phrase("citation", { number })}
            onClick={() => lead(number)}
          >
            {number}
          </button>
        ))}
      </p>
      {shown.map(({ quote, number, polarity }) => (
        <div key={number} id={`${id}-${number}`} class="cited" tabIndex={-1}>
          <QuoteCard
            text={quote.text}
            mark={number}
            polarity={polarity}
            review={links.reviewOf(quote.reviewId)}
            onShow={() => links.showQuote(quote)}
          />
        </div>
      ))}
      {shown.length < cited.length && first > 0 && (
        <button type="button" class="link more" onClick={() => lead(cited[first]?.number ?? 0)}>
          {phrase("moreQuotes", { count: cited.length - shown.length })}
        </button>
      )}
    </div>
  );
}
