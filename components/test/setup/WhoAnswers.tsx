import type { GeneratorsState } from "../../../lib/models/generator";
import { engineModel } from "../../settings/engines/engines-view";
import { LeavesMachine } from "../../settings/engines/LeavesMachine";
import { useTexts } from "../../texts";
import type { SurveyDraft } from "../draft";

/** What reviewers wrote, or what a language model writes in the place of each. */
export function WhoAnswers({
  draft: { mode },
  generators,
  onEngines,
  onChange,
}: {
  draft: Pick<SurveyDraft, "mode">;
  generators: GeneratorsState;
  /** Leads to the choice of engines. */
  onEngines: () => void;
  onChange: (part: Partial<SurveyDraft>) => void;
}) {
  const { phrase } = useTexts();
  const { chosen } = generators;
  const writes = chosen.kind !== "evidence";
  const name = engineModel(generators) ?? phrase("enginesKind", { kind: chosen.kind });
  return (
    <fieldset class="test-part">
      <legend>{phrase("testMode")}</legend>
      <div class="test-choice">
        <label>
          <input
            type="radio"
            name="test-mode"
            checked={mode === "evidence"}
            onChange={() => onChange({ mode: "evidence" })}
          />
          <span>
            {phrase("testModeEvidence")}
            <span class="sub">{phrase("testModeEvidenceWhat")}</span>
          </span>
        </label>
        <label>
          <input
            type="radio"
            name="test-mode"
            checked={mode === "engine"}
            disabled={!writes && mode !== "engine"}
            onChange={() => onChange({ mode: "engine" })}
          />
          <span>
            {phrase("testModeEngine")}
            <span class="sub">{phrase("testModeEngineWhat")}</span>
          </span>
        </label>
      </div>
      <p class="sub">
        {writes ? (
          <>
            <span dir="auto">{phrase("talkWho", { kind: chosen.kind, name })}</span>{" "}
            <LeavesMachine generators={generators} />
          </>
        ) : (
          phrase("testModeNoEngine")
        )}{" "}
        <button type="button" class="link" onClick={onEngines}>
          {phrase(writes ? "talkWhoElse" : "testModeChoose")}
        </button>
      </p>
    </fieldset>
  );
}
