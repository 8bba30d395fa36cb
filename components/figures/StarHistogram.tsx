import { useTexts } from "../texts";

/** How many gave five stars, four, …; a row opens those reviews. */
export function StarHistogram({
  histogram,
  onOpen,
}: {
  /** Counts for 1, 2, 3, 4, 5 stars. */
  histogram: readonly number[];
  onOpen: (stars: number) => void;
}) {
  const { phrase, number } = useTexts();
  const most = Math.max(1, ...histogram);
  return (
    <ul class="histogram">
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = histogram[stars - 1] ?? 0;
        return (
          <li key={stars}>
            <button type="button" class="histogram-row" disabled={count === 0} onClick={() => onOpen(stars)}>
              <span class="unseen">{phrase("openStars", { stars, count })}</span>
              <span aria-hidden="true">{stars}</span>
              <span class="histogram-track">
                <span class="histogram-bar" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span class="end" aria-hidden="true">
                {number(count)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
