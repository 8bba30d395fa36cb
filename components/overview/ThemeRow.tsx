import type { Theme } from "../../lib/domain";
import { trendOf } from "../../lib/report/theme-tree";
import { DivergingBar } from "../figures/DivergingBar";
import { Sparkline } from "../figures/Sparkline";
import { useTexts } from "../texts";

/** Keywords shown under a label. */
const KEYWORDS = 4;
/** A smaller difference in stars is noise to the eye. */
const IMPACT = 0.1;

/** One theme: its label and words, how many touch it, how they feel about it, and what it does to the stars. */
export function ThemeRow({ theme, scale, onOpen }: { theme: Theme; scale: number; onOpen: () => void }) {
  const { phrase, percent } = useTexts();
  const label = theme.label.toLowerCase();
  const keywords = theme.keywords.filter((word) => word.toLowerCase() !== label).slice(0, KEYWORDS);
  const words = phrase("themeFigures", {
    count: theme.size,
    positive: theme.positive,
    negative: theme.negative,
  });
  return (
    <button type="button" class={theme.rest ? "theme rest" : "theme"} onClick={onOpen} title={words}>
      <span class="theme-name">
        <b dir="auto">{theme.label}</b>
        {keywords.length > 0 && <span dir="auto">{keywords.join(", ")}</span>}
        <ThemeFacts theme={theme} />
      </span>
      <span class="end soft">{percent(theme.share)}</span>
      <DivergingBar positive={theme.positive} negative={theme.negative} scale={scale} />
      <span class="unseen">{words}</span>
    </button>
  );
}

/** What else is known of it, in one line; none when nothing is. */
function ThemeFacts({ theme }: { theme: Theme }) {
  const { phrase, decimal } = useTexts();
  const impact = theme.starImpact ?? 0;
  const steps = trendOf(theme);
  const hasImpact = Math.abs(impact) >= IMPACT;
  if (!theme.pinned && !hasImpact && steps.length === 0) return null;
  return (
    <span class="theme-facts">
      {theme.pinned && (
        <span class="by-hand">
          {phrase("byHand", { made: theme.madeLabel ?? "", renamed: theme.madeLabel ? "yes" : "no" })}
        </span>
      )}
      {hasImpact && (
        <span title={phrase("impactWords", { stars: decimal(Math.abs(impact)), side: impact < 0 ? "less" : "more" })}>
          <span aria-hidden="true">{`${impact < 0 ? "−" : "+"}${decimal(Math.abs(impact))} ★`}</span>
          <span class="unseen">
            {phrase("impactWords", { stars: decimal(Math.abs(impact)), side: impact < 0 ? "less" : "more" })}
          </span>
        </span>
      )}
      <Sparkline steps={steps} />
    </span>
  );
}
