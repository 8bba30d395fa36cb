import type { ComponentChildren } from "preact";
import type { PersonaCard as Card, CardPartWords } from "../../lib/ask/persona/phrase";
import { traitText } from "../../lib/ask/segments/phrase";
import type { Trait } from "../../lib/domain";
import { quoteOf } from "../../lib/report/evidence";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** All of a card, each line with the words it stands on; folded, since a list of cards is read at a glance first. */
export function CardMore({
  card,
  traits,
  links,
  children,
}: {
  card: Card;
  traits: readonly Trait[];
  links: EvidenceLinks;
  /** What can be done with the whole of it. */
  children?: ComponentChildren;
}) {
  const { phrase } = useTexts();
  return (
    <details class="own-words">
      <summary>
        {phrase("askWholeCard")}
        <span class="unseen">: {card.name}</span>
      </summary>
      {traits.length > 0 && (
        <Plain
          title={phrase("askSetApart")}
          lines={traits.map((trait) => {
            const { what, figures } = traitText(trait, phrase);
            return `${what}: ${figures}`;
          })}
        />
      )}
      {card.parts.map((part) => (
        <Part key={part.part} part={part} links={links} />
      ))}
      {card.facts.length > 0 && <Plain title={phrase("ask_persona_facts")} lines={card.facts} />}
      {card.gaps.length > 0 && <Plain title={phrase("ask_persona_gaps")} lines={card.gaps} />}
      {card.check && card.check.details.length > 0 && (
        <Plain title={phrase("ask_reality_title")} lines={card.check.details} />
      )}
      {card.note && <Plain title={phrase("ask_persona_note")} lines={[card.note]} />}
      {children}
    </details>
  );
}

function Part({ part: { title, lines }, links }: { part: CardPartWords; links: EvidenceLinks }) {
  return (
    <div class="card-part">
      <h4>{title}</h4>
      {lines.map(({ id, text, line }) => (
        <details key={id} class="aside">
          <summary dir="auto">{text}</summary>
          {line.quotes.flatMap((quote) => {
            const review = links.reviewOf(quote.reviewId);
            if (!review) return [];
            const quoted = quoteOf(review, quote);
            return [
              <QuoteCard
                key={`${quote.reviewId} ${quote.start}`}
                text={quoted.text}
                review={review}
                polarity={line.polarity}
                onShow={() => links.showQuote(quoted)}
              />,
            ];
          })}
        </details>
      ))}
    </div>
  );
}

function Plain({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div class="card-part">
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
