import { useTexts } from "../texts";
import { type QualityKind, qualityOf } from "./quality";

/** How good marks of these kinds are: a measured figure, or that nobody measured them. */
export function HowGood({ kinds }: { kinds: readonly QualityKind[] }) {
  const { phrase } = useTexts();
  return (
    <details class="how-good">
      <summary>{phrase("howGood")}</summary>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            {kinds.length > 1 && <dt>{phrase("qualityKind", { kind })}</dt>}
            <dd>{qualityOf(kind, phrase)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
