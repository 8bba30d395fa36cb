import { type CardLine, personaCard } from "../../lib/ask/phrase";
import type { Persona, Polarity } from "../../lib/domain";
import { quoteOf } from "../../lib/report/evidence";
import { QuoteCard } from "../evidence/QuoteCard";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
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
}: {
  persona: Persona;
  links: EvidenceLinks;
  onChoose: () => void;
}) {
  const { phrase } = useTexts();
  const { segment } = persona;
  const card = personaCard(persona, segment.reviewIds.length, phrase);
  return (
    <article class="persona-card" aria-label={card.name}>
      <div class="persona">
        <Face kind={segment.basis.kind} />
        <div>
          <h3 dir="auto">
            {card.name} <Simulated />
          </h3>
          <PersonaSize persona={persona} links={links} />
        </div>
      </div>
      <Side polarity="positive" title={phrase("ask_persona_likes")} lines={card.likes} links={links} />
      <Side polarity="negative" title={phrase("ask_persona_dislikes")} lines={card.dislikes} links={links} />
      {card.likes.length + card.dislikes.length === 0 && <p class="soft">{phrase("ask_persona_nothing")}</p>}
      {persona.vocabulary.length > 0 && (
        <p class="soft words" dir="auto">
          <b>{phrase("ask_persona_words")}</b> {persona.vocabulary.slice(0, 6).join(", ")}
        </p>
      )}
      <button type="button" class="main" aria-label={`${phrase("askThem")}: ${card.name}`} onClick={onChoose}>
        {phrase("askThem")}
      </button>
    </article>
  );
}

function Side({
  polarity,
  title,
  lines,
  links,
}: {
  polarity: Polarity;
  title: string;
  lines: readonly CardLine[];
  links: EvidenceLinks;
}) {
  if (lines.length === 0) return null;
  const [quote] = lines.flatMap(({ line }) => line.quotes);
  const review = quote && links.reviewOf(quote.reviewId);
  const quoted = quote && review ? quoteOf(review, quote) : undefined;
  return (
    <div class="side">
      <h4>
        <Feeling polarity={polarity} /> {title}
      </h4>
      <ul>
        {lines.slice(0, LINES).map(({ text }) => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {quoted && (
        <QuoteCard text={quoted.text} review={review} polarity={polarity} onShow={() => links.showQuote(quoted)} />
      )}
    </div>
  );
}
