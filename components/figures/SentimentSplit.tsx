import type { Polarity } from "../../lib/domain";
import type { Overview } from "../../lib/report/overview";
import { useTexts } from "../texts";
import { Feeling } from "./Feeling";

type Words = NonNullable<Overview["words"]>;

/** Good, middling and bad texts as one bar and a legend whose entries open the reviews. */
export function SentimentSplit({ words, onOpen }: { words: Words; onOpen: (...labels: Polarity[]) => void }) {
  const { phrase, percent } = useTexts();
  const parts = [
    { side: "positive", count: words.positive, labels: ["positive"] },
    { side: "middle", count: words.middle, labels: ["neutral", "mixed"] },
    { side: "negative", count: words.negative, labels: ["negative"] },
  ] satisfies { side: string; count: number; labels: Polarity[] }[];
  return (
    <>
      <div class="split" aria-hidden="true">
        {parts.map(({ side, count }) => count > 0 && <span key={side} class={side} style={{ flexGrow: count }} />)}
      </div>
      <ul class="legend">
        {parts.map(({ side, count, labels }) => (
          <li key={side}>
            <button type="button" class="quiet" disabled={count === 0} onClick={() => onOpen(...labels)}>
              <Feeling polarity={labels[0] ?? "neutral"} />
              <span>{phrase("splitPart", { side, share: percent(count / words.of) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
