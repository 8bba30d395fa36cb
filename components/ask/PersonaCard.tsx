import type { ComponentChildren } from "preact";
import { type PersonaCard as Card, type CardLine, personaCard } from "../../lib/ask/persona/phrase";
import type { CardPart, Persona, Polarity } from "../../lib/domain";
import { quoteOf } from "../../lib/report/evidence";
import { QuoteCard } from "../evidence/QuoteCard";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { CardMore } from "./CardMore";
import { Face } from "./Face";
import { PersonaSize } from "./PersonaSize";
import { Simulated } from "./Simulated";

/** Lines shown on each side of a card. */
const LINES = 3;

/** A group of real reviewers that can be asked: who they are, what they like and dislike, in their words. */
export function PersonaCard({
  persona,
  links,
  onChoose,
  foot,
  children,
}: {
  persona: Persona;
  links: EvidenceLinks;
  onChoose: () => void;
  /** What can be done with the whole card, below it. */
  foot?: ComponentChildren;
  /** What can be done with the card besides. */
  children?: ComponentChildren;
}) {
  const { phrase } = useTexts();
  const { segment } = persona;
  const card = personaCard(persona, phrase);
  const quotes = quotesOf(card, links);
  return (
    <article class="persona-card" aria-label={card.name}>
      <div class="persona">
        <Face kind={segment.basis.kind} />
        <div>
          <h3 dir="auto">
            {card.name} <Simulated />
          </h3>
          {card.ungrounded ? (
            <p class="sub">
              <span class="thin">{card.ungrounded}</span>
            </p>
          ) : (
            <PersonaSize persona={persona} links={links} />
          )}
        </div>
      </div>
      <div class="sides">
        <Side polarity="positive" title={phrase("ask_persona_likes")} lines={linesOf(card, "likes")} />
        <Side polarity="negative" title={phrase("ask_persona_dislikes")} lines={linesOf(card, "dislikes")} />
        {quotes.length === 0 && !card.ungrounded && <p class="soft">{phrase("ask_persona_nothing")}</p>}
      </div>
      {card.check && (
        <p class="sub reality">
          <b>{phrase("ask_reality_title")}</b>{" "}
          {card.check.telling
            ? `${card.check.text} ${card.check.verdict}`
            : (card.check.verdict ?? phrase("ask_reality_brief"))}
        </p>
      )}
      <button type="button" class="main" aria-label={`${phrase("askThem")}: ${card.name}`} onClick={onChoose}>
        {phrase("askThem")}
      </button>
      <div class="card-folds">
        {quotes.length > 0 && <OwnWords quotes={quotes} words={persona.vocabulary} name={card.name} links={links} />}
        <CardMore card={card} traits={segment.traits} several={persona.voices > 1} links={links}>
          {foot}
        </CardMore>
        {children}
      </div>
    </article>
  );
}

function linesOf(card: Card, part: CardPart): readonly CardLine[] {
  return card.parts.find((one) => one.part === part)?.lines ?? [];
}

function OwnWords({
  quotes,
  words,
  name,
  links,
}: {
  quotes: ReturnType<typeof quotesOf>;
  /** Used more by these reviewers than by others. */
  words: readonly string[];
  name: string;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  return (
    <details class="own-words">
      <summary>
        {phrase("inTheirWords")}
        <span class="unseen">: {name}</span>
      </summary>
      {quotes.map(({ quoted, review, polarity }) => (
        <QuoteCard
          key={polarity}
          text={quoted.text}
          review={review}
          polarity={polarity}
          onShow={() => links.showQuote(quoted)}
        />
      ))}
      {words.length > 0 && (
        <p class="soft words" dir="auto">
          <b>{phrase("ask_persona_words")}</b> {words.slice(0, 6).join(", ")}
        </p>
      )}
    </details>
  );
}

/** The first quote on each side that can be found in its review. */
function quotesOf(card: Card, links: EvidenceLinks) {
  const sides = [
    { polarity: "positive", lines: linesOf(card, "likes") },
    { polarity: "negative", lines: linesOf(card, "dislikes") },
  ] as const;
  return sides.flatMap(({ polarity, lines }) => {
    const [quote] = lines.flatMap(({ line }) => line.quotes);
    const review = quote && links.reviewOf(quote.reviewId);
    return quote && review ? [{ polarity, review, quoted: quoteOf(review, quote) }] : [];
  });
}

function Side({ polarity, title, lines }: { polarity: Polarity; title: string; lines: readonly CardLine[] }) {
  const { number } = useTexts();
  if (lines.length === 0) return null;
  return (
    <div class="side">
      <h4>
        <Feeling polarity={polarity} /> {title}
      </h4>
      <ul>
        {lines.slice(0, LINES).map(({ text, line }) => (
          <li key={text} title={text}>
            <span class="unseen">{text}</span>
            <span aria-hidden="true">
              <bdi>{line.topic}</bdi> <em>{number(line.supporters)}</em>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
