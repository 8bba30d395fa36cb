import type { EvidenceReview } from "../../lib/report/evidence";
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
  if (failure) notes.push(phrase("failureNote", { reason: failure }));
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
