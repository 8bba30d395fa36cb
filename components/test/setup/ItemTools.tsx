import { useTexts } from "../../texts";

/** Moves one of a list up or down, or takes it away. */
export function ItemTools({
  name,
  first,
  last,
  onMove,
  onRemove,
}: {
  /** What is meant, for those who hear the button alone. */
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { phrase } = useTexts();
  const label = (verb: string) => phrase("personaEditAbout", { verb: phrase(verb), line: name });
  return (
    <p class="item-tools">
      {!(first && last) && (
        <>
          <button
            type="button"
            class="small move-up"
            aria-label={label("testUp")}
            aria-disabled={first}
            onClick={first ? undefined : () => onMove(-1)}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            class="small move-down"
            aria-label={label("testDown")}
            aria-disabled={last}
            onClick={last ? undefined : () => onMove(1)}
          >
            <span aria-hidden="true">↓</span>
          </button>
        </>
      )}
      <button type="button" class="small" aria-label={label("testRemove")} onClick={onRemove}>
        {phrase("testRemove")}
      </button>
    </p>
  );
}
