import type { Preview } from "../../lib/collect/files/preview";
import { selector, useTexts } from "../texts";

/** Every row that is no review, by its number in the file, and why. */
export function LeftOutRows({ preview: { leftOut, unit } }: { preview: Preview }) {
  const { phrase, number } = useTexts();
  const more = leftOut.count - leftOut.first.length;
  if (leftOut.count === 0) return null;
  return (
    <details class="left-out">
      <summary>{phrase("importLeftOut")}</summary>
      <ul>
        {leftOut.first.map((row) => (
          <li key={`${row.number} ${row.why}`}>
            {phrase("importLeftOutRow", { unit, number: number(row.number), why: selector(row.why) })}
          </li>
        ))}
        {more > 0 && <li>{phrase("importLeftOutMore", { count: more })}</li>}
      </ul>
    </details>
  );
}
