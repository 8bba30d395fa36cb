import { useTexts } from "../texts";
import type { PickView } from "./pick-view";

/** Where one record begins and ends was a guess: a smaller or a larger part can be taken instead. */
export function LevelButtons({
  view,
  onLevel,
}: {
  view: PickView & { at: "proposed" };
  onLevel: (index: number) => void;
}) {
  const { phrase } = useTexts();
  const { levels } = view.proposals;
  if (levels.length < 2) return null;
  const countAt = (level: number) => levels[level]?.paths.length ?? 0;
  const button = (level: number, size: "smaller" | "larger") =>
    levels[level] && (
      <button type="button" class="small" onClick={() => onLevel(level)}>
        {phrase("pickLevel", { size, count: countAt(level) })}
      </button>
    );
  return (
    <section class="pick-level">
      <p>{phrase("pickLevelQuestion")}</p>
      <p class="actions">
        {button(view.level - 1, "smaller")}
        {button(view.level + 1, "larger")}
      </p>
    </section>
  );
}
