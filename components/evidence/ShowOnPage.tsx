import type { Review } from "../../lib/domain";
import { originText } from "../import/origin";
import { useTexts } from "../texts";

/** The way back to the page of a review; where it was on no page, what brought it. */
export function ShowOnPage({ review, onShow }: { review: Review | undefined; onShow: () => void }) {
  const { phrase } = useTexts();
  const origin = review && originText(review.place.url, phrase);
  if (origin) return <span class="no-page">{origin}</span>;
  return (
    <button type="button" class="link" onClick={onShow}>
      {phrase("showOnPage")}
    </button>
  );
}
