import { useTexts } from "../texts";

/** A value that can be chosen, with the number of reviews it leaves. */
export function Chip({
  label,
  count,
  pressed,
  onToggle,
}: {
  label: string;
  count: number;
  pressed: boolean;
  onToggle: () => void;
}) {
  const { number } = useTexts();
  return (
    <button type="button" class="chip" aria-pressed={pressed} disabled={count === 0 && !pressed} onClick={onToggle}>
      <span class="chip-label">{label}</span> <em>{number(count)}</em>
    </button>
  );
}
