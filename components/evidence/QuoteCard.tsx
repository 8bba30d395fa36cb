import type { Polarity, Review } from "../../lib/domain";
import { useTexts } from "../texts";
import { ReviewMeta } from "./ReviewMeta";

/** Somebody's own words, who said them, and the way back to their page. */
export function QuoteCard({
  text,
  review,
  polarity,
  mark,
  onShow,
}: {
  text: string;
  review: Review | undefined;
  polarity?: Polarity;
  /** Citation number. */
  mark?: number;
  onShow: () => void;
}) {
  const { phrase } = useTexts();
  return (
    <figure class={`quote ${polarity ?? ""}`}>
      <blockquote dir="auto" lang={review?.language}>
        {mark !== undefined && <b class="quote-mark">{mark}</b>}
        {phrase("quoted", { text: text.trim() })}
      </blockquote>
      <figcaption>
        {review ? <ReviewMeta review={review} short /> : <span />}
        <button type="button" class="link" onClick={onShow}>
          {phrase("showOnPage")}
        </button>
      </figcaption>
    </figure>
  );
}
