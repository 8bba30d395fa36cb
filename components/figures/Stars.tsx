import { useTexts } from "../texts";

/** Stars given, drawn on five; said in words on their own scale. */
export function Stars({ rating, scale = 5 }: { rating: number; scale?: number }) {
  const { phrase, number } = useTexts();
  const share = Math.min(1, Math.max(0, rating / scale));
  const words = phrase("starsOf", { rating: number(rating), scale: number(scale) });
  return (
    <span class="stars" role="img" aria-label={words} title={words}>
      <span aria-hidden="true">☆☆☆☆☆</span>
      <span aria-hidden="true" class="stars-given" style={{ width: `${share * 100}%` }}>
        ★★★★★
      </span>
    </span>
  );
}
