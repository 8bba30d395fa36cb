import { useState } from "preact/hooks";
import type { AnchorCheck, Scale } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { TestActions } from "../test-view";
import { AnchorCheckView } from "./AnchorCheckView";

/** What a scale says in one language, and whether that works with the encoder on this machine. */
export function ScaleStatements({
  scale,
  language,
  check,
  onCopy,
  onSave,
}: {
  scale: Scale;
  /** Shown first where the scale has it. */
  language: string;
  check: TestActions["checkScale"];
  onCopy: () => void;
  onSave: () => void;
}) {
  const { phrase, languageName } = useTexts();
  const { busy, problem, act } = useActing();
  const [shown, setShown] = useState(
    scale.anchors.some((one) => one.language === language) ? language : (scale.anchors[0]?.language ?? language),
  );
  const [checked, setChecked] = useState<AnchorCheck>();
  const sets = scale.anchors.find((one) => one.language === shown)?.sets ?? [];
  return (
    <div class="scale-statements">
      <label>
        <span class="unseen">{phrase("language")}</span>
        <select value={shown} onChange={({ currentTarget }) => setShown(currentTarget.value)}>
          {scale.anchors.map((one) => (
            <option key={one.language} value={one.language}>
              {languageName(one.language)}
            </option>
          ))}
        </select>
      </label>
      {sets.map((set, place) => (
        // sets have no names: their place is what tells them apart
        <div key={place}>
          <h3>{phrase("testSet", { n: place + 1 })}</h3>
          <ol lang={shown} dir="auto">
            {set.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </div>
      ))}
      <p class="actions">
        <button
          type="button"
          class="small"
          aria-disabled={busy}
          onClick={busy ? undefined : () => void act(async () => setChecked(await check(scale, shown)))}
        >
          {phrase(busy ? "testChecking" : "testCheck")}
        </button>
        <button type="button" class="small" onClick={onCopy}>
          {phrase("testScaleCopy")}
        </button>
        <button type="button" class="small" onClick={onSave}>
          {phrase("testSaveFile")}
        </button>
      </p>
      <div role="status">{checked && checked.language === shown && <AnchorCheckView check={checked} />}</div>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
