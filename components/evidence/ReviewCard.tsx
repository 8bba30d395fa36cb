import type { Theme } from "../../lib/domain";
import type { EvidenceReview, Statement } from "../../lib/report/evidence";
import { ReviewCoding } from "../codes/ReviewCoding";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Flags } from "./Flags";
import { ReviewDetails } from "./ReviewDetails";
import { ReviewMeta } from "./ReviewMeta";
import { ShowOnPage } from "./ShowOnPage";
import { TintedBody } from "./TintedBody";

/** One review as its author wrote it, with what was understood in it. */
export function ReviewCard({
  review,
  statements,
  hits,
  themes,
  allThemes,
  links,
  onTheme,
  onShow,
}: {
  review: EvidenceReview;
  statements: readonly Statement[];
  hits: ReadonlySet<number>;
  /** Themes it touches. */
  themes: readonly { id: string; label: string }[];
  /** Those of the subject, to which a sentence can be moved. */
  allThemes: readonly Theme[];
  links: EvidenceLinks;
  onTheme: (id: string) => void;
  onShow: (text: string) => void;
}) {
  const { phrase } = useTexts();
  const [hit] = hits;
  const first = statements.find((statement) => statement.start === hit) ?? statements[0];
  const text = first ? review.body.slice(first.start, first.end) : review.body.slice(0, 200);
  const empty = review.body.trim() === "";
  return (
    <article class="review">
      <header>
        {review.title && (
          <h3 dir="auto" lang={review.language}>
            {review.title}
          </h3>
        )}
        <ReviewMeta review={review} />
      </header>
      {empty ? (
        <p class="soft">{phrase("noWords")}</p>
      ) : (
        <ReviewCoding review={review}>
          <TintedBody review={review} statements={statements} hits={hits} themes={allThemes} links={links} />
        </ReviewCoding>
      )}
      <ReviewDetails review={review} />
      <Flags review={review} />
      <footer>
        <span class="review-themes">
          {!review.finding && !review.failure && <span class="soft">{phrase("notUnderstoodYet")}</span>}
          {themes.map((theme) => (
            <button key={theme.id} type="button" class="tag" onClick={() => onTheme(theme.id)}>
              {theme.label}
            </button>
          ))}
        </span>
        <ShowOnPage review={review} onShow={() => onShow(text)} />
      </footer>
    </article>
  );
}
