import type { Polarity } from "../../lib/domain";
import type { Overview } from "../../lib/report/overview";
import { useTexts } from "../texts";
import { Feeling } from "./Feeling";

/** From good to bad: what weighs both sides and what judges nothing lie between, and are told apart. */
const SIDES: readonly Polarity[] = ["positive", "mixed", "neutral", "negative"];

/** How the texts feel, as one bar and a legend whose entries open the reviews. */
export function SentimentSplit({
  words,
  onOpen,
}: {
  words: NonNullable<Overview["words"]>;
  onOpen: (label: Polarity) => void;
}) {
  const { phrase, percent } = useTexts();
  return (
    <>
      <div class="split" aria-hidden="true">
        {SIDES.map((side) => words[side] > 0 && <span key={side} class={side} style={{ flexGrow: words[side] }} />)}
      </div>
      <ul class="legend">
        {SIDES.map((side) => (
          <li key={side}>
            <button type="button" class="quiet" disabled={words[side] === 0} onClick={() => onOpen(side)}>
              <Feeling polarity={side} />
              <span>{phrase("splitPart", { side, share: percent(words[side] / words.of) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
