import type { Review } from "../../lib/domain";
import { useTexts } from "../texts";

/** What else the page says of a review: what was bought, where from, pictures, who found it helpful, and that it is cut off. */
export function ReviewDetails({ review }: { review: Review }) {
  const { phrase } = useTexts();
  const { variant, location, photos, helpful, cut } = review;
  const facts = [
    variant,
    location,
    photos ? phrase("photosAdded", { count: photos }) : undefined,
    helpful && helpful > 0 ? phrase("foundHelpful", { count: helpful }) : undefined,
    cut ? phrase("cutOff") : undefined,
  ].filter((fact) => fact !== undefined);
  if (facts.length === 0) return null;
  return (
    <ul class="details">
      {facts.map((fact) => (
        <li key={fact} dir="auto">
          {fact}
        </li>
      ))}
    </ul>
  );
}
