import { useState } from "preact/hooks";
import type { Segment } from "../../lib/domain";
import { LineForm } from "../ask/editing/LineForm";
import { ConfirmButton } from "../settings/ConfirmButton";
import { useTexts } from "../texts";
import { useGroupName } from "./group-name";
import { LONGEST_GROUP_NAME } from "./segments-view";

/** One group: ticked to be taken together with others, named, or deleted when a person made it. */
export function GroupRow({
  segment,
  ticked,
  onTick,
  onFilters,
  onName,
  onDelete,
}: {
  segment: Segment;
  ticked: boolean;
  onTick: () => void;
  /** Shows the reviews it looks for; absent where no filters make it. */
  onFilters: (() => void) | undefined;
  onName: (name: string) => void;
  onDelete: () => void;
}) {
  const { phrase } = useTexts();
  const nameOf = useGroupName();
  const [editing, setEditing] = useState(false);
  const name = nameOf(segment);
  const found = segment.byHand ? name : nameOf({ ...segment, name: undefined });
  const sub = [
    segment.reviewers > 0 ? phrase("ask_segment_size", { n: segment.reviewers }) : phrase("segmentsNobody"),
    segment.byHand && phrase("segmentsByHand"),
    !segment.byHand && segment.name && phrase("personaEditFoundAs", { name: found }),
    segment.gone && phrase("segmentsGone", { count: segment.gone.length }),
  ];
  return (
    <li class="group-row" data-row={segment.id}>
      {segment.reviewers > 0 ? (
        <input type="checkbox" aria-label={phrase("segmentsTick", { name })} checked={ticked} onChange={onTick} />
      ) : (
        <span />
      )}
      <LineForm
        label={phrase("segmentsName")}
        words={name}
        sub={sub.filter(Boolean).join(" · ")}
        verb={phrase("rename")}
        value={segment.name ?? ""}
        placeholder={found}
        longest={LONGEST_GROUP_NAME}
        editing={editing}
        onEditing={setEditing}
        onSave={(next) => {
          // one made by hand has no other name to go back to
          if (next !== "" || !segment.byHand) onName(next);
        }}
      >
        {onFilters && (
          <button
            type="button"
            class="small"
            aria-label={phrase("personaEditAbout", { verb: phrase("segmentsFilters"), line: name })}
            onClick={onFilters}
          >
            {phrase("segmentsFilters")}
          </button>
        )}
        {segment.byHand && (
          <ConfirmButton
            label={phrase("delete")}
            about={name}
            question={phrase("segmentsDelete")}
            onConfirm={onDelete}
          />
        )}
      </LineForm>
    </li>
  );
}
