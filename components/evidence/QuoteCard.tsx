import type { Polarity, Review } from "../../lib/domain";
import { useTexts } from "../texts";
import { QuoteTranslation } from "./QuoteTranslation";
import { ReviewMeta } from "./ReviewMeta";
import { ShowOnPage } from "./ShowOnPage";

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
      <QuoteTranslation text={text.trim()} language={review?.language} />
      <figcaption>
        {review ? <ReviewMeta review={review} short /> : <span />}
        <ShowOnPage review={review} onShow={onShow} />
      </figcaption>
    </figure>
  );
}
