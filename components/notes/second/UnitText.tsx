import type { CodingUnitKind, QuotedText, Review } from "../../../lib/domain";
import { useTexts } from "../../texts";

/** The passage, large enough to be read a hundred times over, with its review folded under it. */
export function UnitText({
  unit,
  review,
  kind,
}: {
  unit: QuotedText;
  review: Review | undefined;
  kind: CodingUnitKind;
}) {
  const { phrase } = useTexts();
  const body = review?.body ?? "";
  const around =
    kind === "sentence" && body.slice(unit.start, unit.end) === unit.text && body.length > unit.text.length;
  return (
    <>
      <blockquote class="second-unit" dir="auto" lang={review?.language}>
        {review?.title && kind === "review" && <b dir="auto">{review.title}</b>}
        {unit.text}
      </blockquote>
      {around && (
        <details class="second-around">
          <summary>{phrase("secondAround")}</summary>
          <p dir="auto" lang={review?.language}>
            {body.slice(0, unit.start)}
            <mark>{unit.text}</mark>
            {body.slice(unit.end)}
          </p>
        </details>
      )}
    </>
  );
}
