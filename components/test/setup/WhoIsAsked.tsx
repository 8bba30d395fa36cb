import { useMemo } from "preact/hooks";
import { countPanel } from "../../../lib/ask/survey";
import { type Segment, SURVEY_LIMITS } from "../../../lib/domain";
import type { Evidence } from "../../../lib/report/evidence";
import { useGroupName } from "../../segments/group-name";
import { useTexts } from "../../texts";
import { type SurveyDraft, specOf } from "../draft";
import { fieldId } from "../draft-problems";
import { FieldProblem, NumberField } from "./fields";

/** Everybody or some groups, and how many of them. */
export function WhoIsAsked({
  draft,
  evidence,
  segments,
  onChange,
}: {
  draft: SurveyDraft;
  evidence: Evidence;
  segments: readonly Segment[];
  onChange: (part: Partial<SurveyDraft>) => void;
}) {
  const { phrase } = useTexts();
  const { byGroup, segmentIds, respondents } = draft;
  const mark = `${byGroup} ${segmentIds.join(" ")}`;
  // the mark stands for what of the draft decides who can be asked
  const there = useMemo(() => countPanel(specOf(draft, ""), evidence, segments), [mark, evidence, segments]);
  return (
    <fieldset class="test-part">
      <legend>{phrase("testWho")}</legend>
      <div class="test-choice">
        <label>
          <input type="radio" name="test-who" checked={!byGroup} onChange={() => onChange({ byGroup: false })} />
          <span>{phrase("testWhoAll")}</span>
        </label>
        <label>
          <input
            type="radio"
            name="test-who"
            checked={byGroup}
            disabled={segments.length === 0}
            onChange={() => onChange({ byGroup: true })}
          />
          <span>
            {phrase("testWhoGroups")}
            <span class="sub">{phrase(segments.length === 0 ? "testWhoNoGroups" : "testWhoGroupsWhat")}</span>
          </span>
        </label>
      </div>
      {byGroup && <Groups chosen={segmentIds} segments={segments} onChange={onChange} />}
      <NumberField
        id={fieldId("respondents")}
        label={phrase("testHowMany")}
        hint={phrase("testHowManyOf", {
          there,
          all: respondents !== undefined && respondents >= there ? "yes" : "no",
          most: SURVEY_LIMITS.respondents,
        })}
        value={respondents}
        min={1}
        max={SURVEY_LIMITS.respondents}
        onChange={(next) => onChange({ respondents: next })}
      />
    </fieldset>
  );
}

function Groups({
  chosen,
  segments,
  onChange,
}: {
  chosen: readonly string[];
  segments: readonly Segment[];
  onChange: (part: Partial<SurveyDraft>) => void;
}) {
  const { phrase } = useTexts();
  const nameOf = useGroupName();
  const field = fieldId("groups");
  const gone = chosen.filter((id) => !segments.some((segment) => segment.id === id));
  return (
    <fieldset class="test-groups" id={field} tabIndex={-1} aria-describedby={`${field}-problem`}>
      <legend class="unseen">{phrase("testWhoGroups")}</legend>
      {segments.map((segment) => (
        <label key={segment.id} class="test-tick">
          <input
            type="checkbox"
            checked={chosen.includes(segment.id)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                segmentIds: checked ? [...chosen, segment.id] : chosen.filter((id) => id !== segment.id),
              })
            }
          />
          <span>
            <span dir="auto">{nameOf(segment)}</span>{" "}
            <span class="sub">{phrase("ask_segment_size", { n: segment.reviewers })}</span>
          </span>
        </label>
      ))}
      {gone.length > 0 && (
        <label class="test-tick">
          <input
            type="checkbox"
            checked
            onChange={() => onChange({ segmentIds: chosen.filter((id) => !gone.includes(id)) })}
          />
          <span>{phrase("testGroupsGone", { n: gone.length })}</span>
        </label>
      )}
      <FieldProblem id={field} />
    </fieldset>
  );
}
