import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import { Detail } from "./Detail";

/** What went wrong in a sentence, and folded under it what the machine says. Takes a `Problem`, an `EngineProblem` or any error. */
export function ProblemNote({ problem }: { problem: unknown }) {
  const { phrase } = useTexts();
  const detail = detailOf(problem);
  return (
    <div class="problem-note" role="alert">
      <p>{problemText(problem, phrase)}</p>
      {detail && <Detail lines={[detail]} />}
    </div>
  );
}

function detailOf(problem: unknown): string | undefined {
  if (typeof problem !== "object" || problem === null) return undefined;
  const { detail, code, message } = problem as { detail?: unknown; code?: unknown; message?: unknown };
  if (typeof detail === "string") return detail;
  return typeof code === "string" && typeof message === "string" ? message : undefined;
}
