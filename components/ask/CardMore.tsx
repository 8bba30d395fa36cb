import type { ComponentChildren } from "preact";
import type { PersonaCard as Card, CardPartWords } from "../../lib/ask/persona/phrase";
import type { RealityWords } from "../../lib/ask/persona/reality-phrase";
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
  several,
  links,
  children,
}: {
  card: Card;
  /** Of the whole group. */
  traits: readonly Trait[];
  /** The group has several voices, and this is one of them. */
  several: boolean;
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
      {traits.length > 0 && <Traits title={phrase(several ? "askSetApartGroup" : "askSetApart")} traits={traits} />}
      {card.parts.map((part) => (
        <Part key={part.part} part={part} links={links} />
      ))}
      {card.facts.length > 0 && <Plain title={phrase("ask_persona_facts")} lines={card.facts} />}
      {card.gaps.length > 0 && <Plain title={phrase("ask_persona_gaps")} lines={card.gaps} />}
      {card.check && <Plain title={phrase("ask_reality_title")} lines={checkLines(card.check)} />}
      {card.note && <Plain title={phrase("ask_persona_note")} lines={[card.note]} />}
      {children}
    </details>
  );
}

function Traits({ title, traits }: { title: string; traits: readonly Trait[] }) {
  const { phrase } = useTexts();
  return (
    <div class="card-part">
      <h4>{title}</h4>
      <ul>
        {traits.map((trait) => {
          const { what, figures } = traitText(trait, phrase);
          return (
            <li key={what} dir="auto">
              {what} <span class="sub">{figures}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function checkLines({ text, verdict, details }: RealityWords): string[] {
  return [[text, verdict].filter(Boolean).join(" "), ...details];
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
