import type { TrendStep } from "../../lib/report/theme-tree";
import { useTexts } from "../texts";

/** Size in CSS pixels, with room for the stroke. */
const WIDTH = 54;
const HEIGHT = 14;
const EDGE = 1.5;

/** How a share went over the months: a line to look at, first and last in words. */
export function Sparkline({ steps }: { steps: readonly TrendStep[] }) {
  const { phrase, percent, date } = useTexts();
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last || steps.length < 2) return null;
  const most = Math.max(0.0001, ...steps.map(({ share }) => share));
  const points = steps.map(({ share }, index) => {
    const x = EDGE + (index / (steps.length - 1)) * (WIDTH - 2 * EDGE);
    const y = HEIGHT - EDGE - (share / most) * (HEIGHT - 2 * EDGE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const words = phrase("trendWords", {
    from: percent(first.share),
    start: date(first.month),
    to: percent(last.share),
    end: date(last.month),
  });
  return (
    <span class="sparkline">
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <title>{words}</title>
        <polygon points={`${EDGE},${HEIGHT} ${points.join(" ")} ${WIDTH - EDGE},${HEIGHT}`} />
        <polyline points={points.join(" ")} />
      </svg>
      <span class="unseen">{words}</span>
    </span>
  );
}
