import type { LabelKind } from "../../lib/understand/measured";
import { useTexts } from "../texts";
import { kindName, qualityOf } from "./quality";

/** How good labels of these kinds are: a measured figure, or that nobody measured them. Kinds of which the same is known share a line. */
export function HowGood({ kinds }: { kinds: readonly LabelKind[] }) {
  const texts = useTexts();
  const lines = new Map<string, string[]>();
  for (const kind of new Set(kinds)) {
    const quality = qualityOf(kind, texts);
    lines.set(quality, [...(lines.get(quality) ?? []), kindName(kind, texts.phrase)]);
  }
  return (
    <details class="how-good">
      <summary>{texts.phrase("howGood")}</summary>
      <dl>
        {[...lines].map(([quality, names]) => (
          <div key={quality}>
            {lines.size > 1 && <dt>{names.join(", ")}</dt>}
            <dd>{quality}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
