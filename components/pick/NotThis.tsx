import { useTexts } from "../texts";

/** The way on for somebody who sees other reviews on the page than Earshot does. */
export function NotThis({ onPick }: { onPick: () => void }) {
  const { phrase } = useTexts();
  return (
    <p class="soft">
      {phrase("pickNotThis")}{" "}
      <button type="button" class="link" onClick={onPick}>
        {phrase("pickBegin")}
      </button>
    </p>
  );
}
