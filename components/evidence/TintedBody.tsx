import { useMemo, useState } from "preact/hooks";
import type { Review } from "../../lib/domain";
import type { Statement } from "../../lib/report/evidence";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import { excerptOf, type Stretch, stretchesOf } from "./tint";

/** A review's text with its sentences tinted by how they feel. `hits` are sentence starts to stand out. */
export function TintedBody({
  review,
  statements,
  hits,
}: {
  review: Review;
  statements: readonly Statement[];
  hits: ReadonlySet<number>;
}) {
  const { phrase } = useTexts();
  const [whole, setWhole] = useState(false);
  const stretches = useMemo(() => stretchesOf(review.body, statements), [review.body, statements]);
  const [focus] = [...hits].sort((a, b) => a - b);
  const { shown, before, after } = whole
    ? { shown: stretches, before: false, after: false }
    : excerptOf(stretches, focus);
  return (
    <div class="body">
      <p dir="auto" lang={review.language}>
        {before && "… "}
        {shown.map((stretch) => (
          <Piece key={stretch.start} stretch={stretch} hit={hits.has(stretch.start)} />
        ))}
        {after && " …"}
      </p>
      {(before || after) && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {phrase("readWhole")}
        </button>
      )}
    </div>
  );
}

function Piece({ stretch, hit }: { stretch: Stretch; hit: boolean }) {
  const label = stretch.statement?.sentiment.label;
  if (!label || (label === "neutral" && !hit)) return <>{stretch.text}</>;
  return (
    <mark class={`tint ${label} ${hit ? "hit" : ""}`}>
      {label !== "neutral" && <Feeling polarity={label} />}
      {stretch.text}
    </mark>
  );
}
