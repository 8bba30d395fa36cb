import type { Review } from "../../lib/domain";
import { useTexts } from "../texts";

/** A box at a review: in the group, or not. */
export function PickReview({ review, picked, onPick }: { review: Review; picked: boolean; onPick: () => void }) {
  const { phrase } = useTexts();
  const which = review.title || review.author || review.body.slice(0, 40);
  return (
    <label class="pick-review">
      <input
        type="checkbox"
        checked={picked}
        aria-label={phrase("segmentsPickWhich", { review: which })}
        onChange={onPick}
      />
      <span aria-hidden="true">{phrase("segmentsPick")}</span>
    </label>
  );
}
