import type { SurveyRun } from "../../../lib/domain";
import { useKeptFocus } from "../../frame/use-kept-focus";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { useTexts } from "../../texts";

/** What was run, the latest first. */
export function RunList({
  runs,
  onOpen,
  onDelete,
}: {
  runs: readonly SurveyRun[];
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
}) {
  const { phrase } = useTexts();
  const { room, onFocusIn } = useKeptFocus<HTMLUListElement>();
  return (
    <ul class="test-runs" ref={room} tabIndex={-1} aria-label={phrase("testRuns")} onFocusIn={onFocusIn}>
      {runs.map((run) => (
        <li key={run.id} data-opens={run.id} data-row={run.id}>
          <button type="button" class="link" dir="auto" onClick={() => onOpen(run.id)}>
            {run.spec.title}
          </button>
          <RunFacts run={run} />
          <ConfirmButton
            label={phrase("delete")}
            about={run.spec.title}
            question={phrase("testDeleteSure")}
            onConfirm={() => onDelete(run.id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** When it was run, by whom it was answered, and how far it came. */
export function RunFacts({ run: { created, spec, state, done, of, problem } }: { run: SurveyRun }) {
  const { phrase, date } = useTexts();
  const standing = state === "paused" && problem ? "broken" : state;
  return (
    <p class="sub run-facts">
      {[
        date(created.slice(0, 10)),
        phrase("testRunMode", { mode: spec.mode }),
        phrase("testRunState", { state: standing, done, of }),
      ].join(" · ")}
    </p>
  );
}
