import type { EvidenceReview } from "../../lib/report/evidence";
import type { LabelKind } from "../../lib/understand/measured";
import { HowGood } from "../figures/HowGood";
import { selector, useTexts } from "../texts";

/** What is odd about a review, in words. */
export function Flags({ review }: { review: EvidenceReview }) {
  const { phrase, decimal } = useTexts();
  const { finding, failure } = review;
  const notes = (finding?.flags ?? []).map((flag) => phrase("flagNote", { flag: selector(flag) }));
  if (finding?.contradicts && review.rating !== undefined) {
    const given = (review.rating / (review.ratingScale ?? 5)) * 5;
    notes.unshift(phrase("contradictsNote", { stars: decimal(given), words: decimal(finding.stars) }));
  }
  if (failure) notes.push(phrase("failureNote"));
  if (notes.length === 0) return null;
  const kinds: LabelKind[] = [
    ...(finding?.contradicts ? ["contradicts" as const] : []),
    ...(finding?.flags ?? []).map((flag) => `flag:${flag}` as const),
  ];
  return (
    <div class="notes">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {kinds.length > 0 && <HowGood kinds={kinds} />}
    </div>
  );
}
