import { useMemo, useState } from "preact/hooks";
import { type Contradiction, contradictionsOf } from "../../lib/report/contradictions";
import type { Evidence } from "../../lib/report/evidence";
import { onlyValues } from "../../lib/report/facets";
import { QuoteCard } from "../evidence/QuoteCard";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** Reviews listed before and after somebody asks for more; all of them are one press away. */
const FIRST = 1;
const MOST = 10;

/** Reviews whose stars say one thing and whose words another: both sides of each, the widest gap first. */
export function Contradictions({ evidence, links }: { evidence: Evidence; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const [more, setMore] = useState(false);
  const all = useMemo(() => contradictionsOf(evidence), [evidence]);
  if (all.length === 0) return null;
  const rest = Math.min(MOST, all.length) - FIRST;
  return (
    <section>
      <h2>
        {phrase("starsContradict")}
        <button
          type="button"
          class="link"
          aria-label={`${phrase("openCount", { count: all.length })}: ${phrase("starsContradict")}`}
          onClick={() => links.openReviews(onlyValues("contradicts", "yes"))}
        >
          {phrase("openCount", { count: all.length })}
        </button>
      </h2>
      <ul class="contradictions">
        {all.slice(0, more ? MOST : FIRST).map((one) => (
          <li key={one.review.id}>
            <BothSides contradiction={one} links={links} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="link" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? phrase("fewer") : phrase("moreContradictions", { count: rest })}
        </button>
      )}
    </section>
  );
}

function BothSides({ contradiction, links }: { contradiction: Contradiction; links: EvidenceLinks }) {
  const { phrase, decimal } = useTexts();
  const { review, stars, words, quote } = contradiction;
  const side = words < stars ? "negative" : "positive";
  return (
    <>
      <p class="both-sides sub">
        <span>{phrase("starsSide", { stars: decimal(stars) })}</span>{" "}
        <span>
          <Feeling polarity={side} /> {phrase("wordsSide", { words: decimal(words) })}
        </span>
      </p>
      <QuoteCard text={quote.text} polarity={side} review={review} onShow={() => links.showQuote(quote)} />
    </>
  );
}
