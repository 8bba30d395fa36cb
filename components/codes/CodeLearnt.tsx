import type { Code } from "../../lib/domain";
import type { CodeAdvice } from "../../lib/protocol";
import { useTexts } from "../texts";
import { judgedCounts } from "./codes-view";
import type { Judging } from "./use-judging";

/** A code that is right less often about its own examples than this has not found what they share. */
const MOSTLY_RIGHT = 0.6;

/** What the code was taught, how well it does on that itself, and the way back. */
export function CodeLearnt({
  code,
  advice,
  problem,
  judging,
}: {
  code: Code;
  advice: CodeAdvice | undefined;
  problem: string;
  judging: Judging;
}) {
  const { phrase } = useTexts();
  const counts = judgedCounts(code);
  const measured = advice?.measured;
  const right = measured && Math.round(measured.accuracy * measured.of);
  return (
    <div class="code-learnt">
      <p role="status">
        {phrase(code.examples.length > 0 ? "codeLearnt" : "codeUntaught", counts)}
        {measured && ` ${phrase("codeMeasured", { right: right ?? 0, of: measured.of })}`}
        {measured && measured.accuracy < MOSTLY_RIGHT && ` ${phrase("codeApart")}`}
      </p>
      {judging.last && (
        <button type="button" class="link" onClick={judging.undo}>
          {phrase("codeUndo", { text: shortened(judging.last.sentence.text) })}
        </button>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function shortened(text: string): string {
  const characters = Array.from(text.trim());
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : characters.join("");
}
