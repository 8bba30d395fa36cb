import type { Theme } from "../../lib/domain";
import { DivergingBar } from "../figures/DivergingBar";
import { useTexts } from "../texts";

/** Keywords shown under a label. */
const KEYWORDS = 4;

/** One theme: its label and words, how many touch it, how they feel about it. */
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
    <li>
      <button type="button" class="theme" onClick={onOpen} title={words}>
        <span class="theme-name">
          <b>{theme.label}</b>
          {keywords.length > 0 && <span>{keywords.join(", ")}</span>}
        </span>
        <span class="end soft">{percent(theme.share)}</span>
        <DivergingBar positive={theme.positive} negative={theme.negative} scale={scale} />
        <span class="unseen">{words}</span>
      </button>
    </li>
  );
}
