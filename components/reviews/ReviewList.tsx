import type { Evidence } from "../../lib/report/evidence";
import { type FacetedReview, type ReviewFilter, sentencesMeant } from "../../lib/report/facets";
import { ReviewCard } from "../evidence/ReviewCard";
import { PickReview } from "../segments/PickReview";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { VirtualList } from "./VirtualList";

/** Rough sizes for a first guess at a card's height (px, and UTF-16 units to a line). */
const CARD = 110;
const LINE = 21;
const LINE_LENGTH = 48;

/** The reviews that are left, with a way back when none is. */
export function ReviewList({
  passing,
  byMeaning,
  hits,
  evidence,
  links,
  searching,
  total,
  filter,
  picked,
  onPick,
  onTheme,
  onClear,
}: {
  passing: readonly FacetedReview[];
  byMeaning: ReadonlySet<string>;
  hits: ReadonlyMap<string, ReadonlySet<number>>;
  evidence: Evidence;
  links: EvidenceLinks;
  searching: boolean;
  total: string;
  /** What was chosen: sentences that have it stand out. */
  filter: ReviewFilter;
  /** Ids of those picked for a group; absent while nobody is picking. */
  picked?: ReadonlySet<string>;
  onPick?: (id: string) => void;
  onTheme: (id: string) => void;
  onClear: () => void;
}) {
  const { phrase } = useTexts();
  if (passing.length === 0) {
    return (
      <section class="nothing-left">
        <p>{phrase(searching ? "searchingMeaning" : "noneLeft")}</p>
        <button type="button" onClick={onClear}>
          {phrase("showAll")}
        </button>
      </section>
    );
  }
  const firstClose = passing.find(({ review }) => byMeaning.has(review.id))?.review.id;
  const names = new Map(evidence.themes.map((theme) => [theme.id, theme.label]));
  const render = ({ review, values }: FacetedReview) => (
    <>
      {review.id === firstClose && <h2 class="divider">{phrase("closeInMeaning")}</h2>}
      {picked && onPick && (
        <PickReview review={review} picked={picked.has(review.id)} onPick={() => onPick(review.id)} />
      )}
      <ReviewCard
        review={review}
        statements={evidence.statements.get(review.id) ?? []}
        hits={hits.get(review.id) ?? sentencesMeant(evidence.statements.get(review.id) ?? [], filter)}
        allThemes={evidence.themes}
        links={links}
        themes={(values.get("theme") ?? []).flatMap((id) => {
          const label = names.get(id);
          return label ? [{ id, label }] : [];
        })}
        onTheme={onTheme}
        onShow={(text) => links.showQuote({ reviewId: review.id, start: 0, end: 0, text })}
      />
    </>
  );
  return (
    <>
      <h2 class="unseen">{phrase("reviews")}</h2>
      <p class="sub list-total" role="status">
        {total}
      </p>
      <VirtualList
        label={phrase("reviews")}
        items={passing}
        keyOf={({ review }) => review.id}
        estimate={({ review }) => CARD + LINE * Math.ceil(Math.min(review.body.length, 900) / LINE_LENGTH)}
        render={render}
      />
    </>
  );
}
