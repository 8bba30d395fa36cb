import { speakerName } from "../../../lib/ask/speaker";
import type { GroupPoint, GroupSummary, Speaker } from "../../../lib/domain";
import { QuoteCard } from "../../evidence/QuoteCard";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";

const KINDS = ["agreed", "disputed", "alone"] as const;

/** What a group came to: where its voices agree, where they do not, and what only one of them says. Counted, nothing smoothed over. */
export function FocusSummary({
  summary,
  speakers,
  links,
}: {
  summary: GroupSummary;
  speakers: readonly Speaker[];
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const empty = KINDS.every((kind) => summary[kind].length === 0);
  return (
    <section class="focus-summary">
      <h3>{phrase("focusSummary")}</h3>
      {empty && <p class="soft">{phrase("focusSummaryEmpty")}</p>}
      {KINDS.filter((kind) => summary[kind].length > 0).map((kind) => (
        <div key={kind}>
          <h4>{phrase("focusPoints", { kind })}</h4>
          {summary[kind].map((point) => (
            <Point key={point.topic} point={point} speakers={speakers} links={links} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Point({ point, speakers, links }: { point: GroupPoint; speakers: readonly Speaker[]; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const names = (ids: readonly string[]) =>
    speakers
      .filter(({ personaId }) => ids.includes(personaId))
      .map((speaker) => speakerName(speaker, phrase))
      .join(", ");
  const { topic, positive, negative, reviewers, quotes } = point;
  return (
    <details class="aside">
      <summary>
        <bdi>{topic}</bdi> · {phrase("focusPointReviewers", reviewers)}
      </summary>
      {positive.length > 0 && <p>{phrase("focusFor", { names: names(positive) })}</p>}
      {negative.length > 0 && <p>{phrase("focusAgainst", { names: names(negative) })}</p>}
      {quotes.map((quote) => (
        <QuoteCard
          key={`${quote.reviewId} ${quote.start}`}
          text={quote.text}
          review={links.reviewOf(quote.reviewId)}
          onShow={() => links.showQuote(quote)}
        />
      ))}
    </details>
  );
}
