import { useEffect, useState } from "preact/hooks";
import type { FilterChoice } from "../../lib/domain";
import { useTexts } from "../texts";
import { GroupForm, type GroupSize } from "./GroupForm";
import type { SegmentEditing } from "./segments-view";
import { useWayBack } from "./use-way-back";

/** Turns what the list is narrowed to into a group that can be asked. */
export function MakeGroup({
  choices,
  name,
  count,
  byMeaning,
  editing,
}: {
  choices: FilterChoice[];
  /** Made from what was chosen; can be written over. */
  name: string;
  /** Reviews that fit now. */
  count: number;
  /** Reviews in the list which only mean the like: words decide who is in a group. */
  byMeaning: number;
  editing: SegmentEditing;
}) {
  const { phrase } = useTexts();
  const [open, setOpen] = useState(false);
  const { size, problem } = usePreview(open ? choices : undefined, editing.preview);
  const from = useWayBack(open);
  if (!open) {
    return (
      <button type="button" class="link" ref={from} onClick={() => setOpen(true)}>
        {phrase("segmentsMakeOf", { count })}
      </button>
    );
  }
  return (
    <div class="make-group">
      {byMeaning > 0 && <p class="sub">{phrase("segmentsWordsOnly", { count: byMeaning })}</p>}
      <GroupForm
        suggested={name}
        size={size}
        sizeProblem={problem}
        what="filter"
        onMake={(given) => editing.make({ id: crypto.randomUUID(), name: given, basis: { kind: "filter", choices } })}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}

/** Asks who fits, anew whenever the choice changes; what belongs to an older choice is dropped. */
function usePreview(
  choices: FilterChoice[] | undefined,
  preview: SegmentEditing["preview"],
): { size?: GroupSize; problem?: unknown } {
  const [found, setFound] = useState<{ size?: GroupSize; problem?: unknown }>({});
  const key = choices && JSON.stringify(choices);
  useEffect(() => {
    setFound({});
    if (!choices) return;
    let current = true;
    preview(choices).then(
      (size) => current && setFound({ size }),
      (problem) => current && setFound({ problem }),
    );
    return () => {
      current = false;
    };
    // the function may be a new one on each drawing; only the choice decides
  }, [key]);
  return found;
}
