import { useTexts } from "../../texts";

/** What can be done where nothing was done yet. */
export function NotesEmpty({ hasReviews, reachable }: { hasReviews: boolean; reachable: boolean }) {
  const { phrase } = useTexts();
  return (
    <div class="notes-empty">
      <p>{phrase("notesTeach")}</p>
      {hasReviews ? <p>{phrase("notesTeachReviews")}</p> : reachable && <p>{phrase("notesTeachBare")}</p>}
    </div>
  );
}
