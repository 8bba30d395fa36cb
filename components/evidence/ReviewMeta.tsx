import { Fragment } from "preact";
import type { Review } from "../../lib/domain";
import { starsOfFive } from "../../lib/report/evidence";
import { Stars } from "../figures/Stars";
import { useTexts } from "../texts";

/** Stars, author, date and, unless it must be `short`, the day and whether the purchase was verified, in one line. */
export function ReviewMeta({ review, short = false }: { review: Review; short?: boolean }) {
  const { phrase, date } = useTexts();
  const parts = [
    starsOfFive(review) !== undefined && review.rating !== undefined && (
      <Stars rating={review.rating} scale={review.ratingScale} />
    ),
    review.author && <bdi>{review.author}</bdi>,
    review.date && <time dateTime={review.date}>{date(short ? review.date.slice(0, 7) : review.date)}</time>,
    review.verified && !short && <span class="verified">{phrase("verified")}</span>,
  ].filter(Boolean);
  return (
    <span class="meta">
      {parts.map((part, index) => (
        // The parts of one line never change places.
        <Fragment key={String(index)}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
