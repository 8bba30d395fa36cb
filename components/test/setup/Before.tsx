import type { Scale, Segment, SurveyWarning } from "../../../lib/domain";
import { useGroupName } from "../../segments/group-name";
import { ProblemNote } from "../../states/ProblemNote";
import { useTexts } from "../../texts";
import { useScaleName } from "../scale-name";
import { draftProblemText } from "./fields";
import type { SurveyChecked } from "./use-check";

/** What is to be known before a survey is run, and the button that runs it. */
export function Before({
  checked,
  lacking,
  scales,
  segments,
  busy,
  problem = checked.problem,
  onSave,
}: {
  checked: SurveyChecked;
  /** How many things are said beside their fields to be wrong. */
  lacking: number;
  scales: readonly Scale[];
  segments: readonly Segment[];
  busy: boolean;
  /** Why it could not be run. */
  problem: unknown;
  onSave: () => void;
}) {
  const { phrase } = useTexts();
  const wordsOf = useWarningText(scales, segments);
  return (
    <section class="test-before">
      {checked.warnings.length > 0 && (
        <ul class="test-warnings" aria-label={phrase("testWarnings")}>
          {checked.warnings.map((warning) => (
            <li key={`${warning.code} ${warning.values?.name}`}>{wordsOf(warning)}</li>
          ))}
        </ul>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
      <p class="problem" role="status">
        {lacking > 0 && phrase("testLacking", { n: lacking })}
      </p>
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy}>
          {phrase("testRun")}
        </button>
        <button type="button" onClick={onSave}>
          {phrase("testSaveFile")}
        </button>
      </p>
    </section>
  );
}

/** @returns a warning in words, with groups, scales and languages called what people call them */
function useWarningText(scales: readonly Scale[], segments: readonly Segment[]): (warning: SurveyWarning) => string {
  const { phrase, languageName } = useTexts();
  const [groupName, scaleName] = [useGroupName(), useScaleName()];
  return ({ code, values: { name = "", other } = {} }) => {
    const segment = segments.find(({ id }) => id === name);
    const scale = scales.find(({ id }) => id === name);
    const called =
      code === "survey_other_language"
        ? languageName(name)
        : segment
          ? groupName(segment)
          : scale
            ? scaleName(scale)
            : name;
    return draftProblemText({ field: "", code, values: { name: called, ...(other ? { other } : {}) } }, phrase);
  };
}
