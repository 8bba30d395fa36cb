import { readSurveySpec } from "../../lib/ask/survey";
import { Problem, type SurveySpec } from "../../lib/domain";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";

/** Takes a survey from a file, or the one a manifest was made by. */
export function OpenSurvey({ onOpen }: { onOpen: (spec: SurveySpec) => void }) {
  const { phrase } = useTexts();
  const { problem, act } = useActing();
  return (
    <>
      <label class="button test-file">
        {phrase("testOpenFile")}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // the same file may be chosen again after it was mended
            currentTarget.value = "";
            if (file) void act(async () => onOpen(surveyIn(await file.text(), file.name)));
          }}
        />
      </label>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
}

/** @throws Problem survey_file */
export function surveyIn(content: string, name: string): SurveySpec {
  const value = parsed(content, name);
  const made = typeof value === "object" && value !== null && "format" in value && "spec" in value;
  return readSurveySpec(made ? value.spec : value, name);
}

function parsed(content: string, name: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const other = `${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new Problem("survey_file", `${name} is no JSON. ${other}`, { name, other }, { cause });
  }
}
