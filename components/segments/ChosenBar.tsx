import { useState } from "preact/hooks";
import { countReviewers } from "../../lib/ask/material";
import type { Review } from "../../lib/domain";
import { useTexts } from "../texts";
import { GroupForm } from "./GroupForm";
import type { SegmentEditing } from "./segments-view";

/** How many reviews were picked one by one, and what becomes of them. Stays in view while people scroll. */
export function ChosenBar({
  chosen,
  editing,
  onEnd,
}: {
  chosen: readonly Review[];
  editing: SegmentEditing;
  onEnd: () => void;
}) {
  const { phrase } = useTexts();
  const [naming, setNaming] = useState(false);
  const count = chosen.length;
  return (
    <section class="chosen-bar" aria-label={phrase("segmentsChoosing")}>
      <p role="status">{phrase("segmentsChosen", { count })}</p>
      {naming && count > 0 ? (
        <GroupForm
          suggested=""
          size={{ reviews: count, reviewers: countReviewers(chosen) }}
          what="chosen"
          onMake={async (name) => {
            const reviewIds = chosen.map(({ id }) => id).sort();
            await editing.make({ id: crypto.randomUUID(), name, basis: { kind: "chosen" }, reviewIds });
            onEnd();
          }}
          onClose={() => setNaming(false)}
        />
      ) : (
        <p class="actions">
          <button type="button" class="main" disabled={count === 0} onClick={() => setNaming(true)}>
            {phrase("segmentsMakeChosen")}
          </button>
          <button type="button" onClick={onEnd}>
            {phrase("cancel")}
          </button>
        </p>
      )}
    </section>
  );
}
