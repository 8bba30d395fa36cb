import { LARGEST_FILE, MOST_ROWS } from "../../lib/collect/files/limits";
import { selector, useTexts } from "../texts";
import type { ImportProblem } from "./import-view";

/** Why a file or text could not be taken, and what to do about it. */
export function ProblemNote({ problem }: { problem: ImportProblem | undefined }) {
  const { phrase, bytes, number } = useTexts();
  return (
    <div role="alert">
      {problem && (
        <p class="import-problem">
          {phrase("importProblem", {
            code: selector(problem.code),
            name: problem.name,
            size: bytes(LARGEST_FILE),
            rows: number(MOST_ROWS),
          })}
        </p>
      )}
    </div>
  );
}
