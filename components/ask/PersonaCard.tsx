import type { EvidenceLine, Persona, Polarity } from "../../lib/domain";
import { quoteOf } from "../../lib/report/evidence";
import { onlyValues } from "../../lib/report/facets";
import { QuoteCard } from "../evidence/QuoteCard";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Face } from "./Face";
import { Simulated } from "./Simulated";
import { segmentName } from "./voice";

/** Topics shown on each side of a card. */
const TOPICS = 3;

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
  const name = segmentName(segment, phrase);
  return (
    <article class="persona-card" aria-label={name}>
      <div class="persona">
        <Face kind={segment.basis.kind} />
        <div>
          <h3>
            {name} <Simulated />
          </h3>
          <PersonaSize persona={persona} onOpen={() => links.openReviews(onlyValues("segment", segment.id))} />
        </div>
      </div>
      <Side polarity="positive" title={phrase("ask_persona_likes")} lines={persona.likes} links={links} />
      <Side polarity="negative" title={phrase("ask_persona_dislikes")} lines={persona.dislikes} links={links} />
      <button type="button" class="main" onClick={onChoose}>
        {phrase("askThem")}
        <span class="unseen">: {name}</span>
      </button>
    </article>
  );
}

/** How many reviewers stand behind a persona, and a word of caution when they are few. */
export function PersonaSize({ persona, onOpen }: { persona: Persona; onOpen: () => void }) {
  const { phrase, percent } = useTexts();
  const { segment } = persona;
  return (
    <p class="sub">
      <button type="button" class="link" onClick={onOpen}>
        {phrase("fromReviewers", { count: segment.reviewIds.length })}
      </button>
      {` · ${phrase("shareOfAll", { share: percent(segment.share) })}`}
      {segment.thin && <span class="thin">{phrase("ask_segment_thin")}</span>}
    </p>
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
  lines: readonly EvidenceLine[];
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  if (lines.length === 0) return null;
  const [quote] = lines.flatMap((line) => line.quotes);
  const review = quote && links.reviewOf(quote.reviewId);
  const quoted = quote && review ? quoteOf(review, quote) : undefined;
  return (
    <div class="side">
      <p>
        <Feeling polarity={polarity} /> <b>{title}</b>{" "}
        {lines
          .slice(0, TOPICS)
          .map((line) => phrase("topicCount", { topic: line.topic, count: line.supporters }))
          .join(" · ")}
      </p>
      {quoted && (
        <QuoteCard text={quoted.text} review={review} polarity={polarity} onShow={() => links.showQuote(quoted)} />
      )}
    </div>
  );
}
