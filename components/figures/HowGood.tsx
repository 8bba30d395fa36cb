import type { LabelKind } from "../../lib/understand/measured";
import { useTexts } from "../texts";
import { qualityLines } from "./quality";

/** How good labels of these kinds are: a measured figure and what it means, or that nobody measured them. */
export function HowGood({ kinds }: { kinds: readonly LabelKind[] }) {
  const texts = useTexts();
  return (
    <details class="how-good">
      <summary>{texts.phrase("howGood")}</summary>
      <dl>
        {qualityLines(kinds, texts).map(({ names, known }) => (
          <div key={known}>
            <dt>{names.join(" · ")}</dt>
            <dd>{known}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
