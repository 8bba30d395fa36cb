/** Bad to the left, good to the right of a middle line; lengths are shares of `scale`, so rows can be compared. */
export function DivergingBar({ positive, negative, scale }: { positive: number; negative: number; scale: number }) {
  const width = (count: number) => `${(scale > 0 ? count / scale : 0) * 50}%`;
  return (
    <span class="diverging" aria-hidden="true">
      <span class="diverging-bad" style={{ width: width(negative) }} />
      <span class="diverging-good" style={{ width: width(positive) }} />
    </span>
  );
}
